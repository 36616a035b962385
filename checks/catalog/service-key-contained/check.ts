// Where the keys that open everything may go: nowhere.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeEnvironment } from './environment.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'service-key-contained',
  tier: 'testflight',
  title: 'Service keys and other secrets stay inside the server',
  why: 'Whoever sees the service role key reads and changes every user’s data, past all row-level security.',
  fix: 'Read secrets from the environment only, hand them to one client, and keep them out of code, logs, errors, answers and client builds.',
  idioms,
  refs: ['CWE-798', 'CWE-532', 'CWE-200', 'OWASP API8:2023', 'ASVS v5.0.0-13.3.1'],
  checklist: ['Secure service role key usage'],
  mentions,
  probes,
  judge: { code: judgeCode, environment: judgeEnvironment, http: judgeHttp },
});
