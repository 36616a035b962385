// Whether a repeated tap does the same thing twice.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'posts-idempotent',
  tier: 'app-store',
  title: 'A POST that is repeated under one key is done once',
  why: 'A phone in a tunnel repeats what it got no answer to: without a key a plan is made, or paid for, twice.',
  fix: 'Take an Idempotency-Key, keep the answer with it and a hash of the request, give it again to a repeat, and refuse the key with another body.',
  idioms,
  refs: ['CWE-799', 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/'],
  checklist: ['Idempotent writes'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
