// Whether one request can be followed through all that serves it.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'traces-propagated',
  tier: 'post-launch',
  title: 'A caller’s trace is continued and passed on',
  why: 'Where a request passes several services nobody can tell which of them was slow or failed.',
  fix: 'Set up OpenTelemetry with the W3C propagator before the app is loaded, and let it instrument outbound calls.',
  idioms,
  refs: ['https://www.w3.org/TR/trace-context/', 'https://opentelemetry.io/docs/concepts/context-propagation/'],
  checklist: ['Add distributed tracing'],
  mentions,
  probes,
  drills: ['traffic'],
  sameQuestion: ['http', 'boot'],
  judge: { code: judgeCode, boot: judgeBoot, http: judgeHttp },
});
