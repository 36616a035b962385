// Whether anybody can see how the service fares.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'metrics-exposed',
  tier: 'app-store',
  title: 'Rate, errors and duration of requests can be scraped, by route template',
  why: 'Without them an outage is noticed by users first; with an id in a label they take the monitoring down themselves.',
  fix: 'Expose a histogram of request durations with method, route template and status in the Prometheus format, out of the public’s reach.',
  idioms,
  refs: ['CWE-778', 'https://prometheus.io/docs/instrumenting/exposition_formats/', 'https://prometheus.io/docs/practices/naming/#labels'],
  checklist: ['Add monitoring endpoints'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
