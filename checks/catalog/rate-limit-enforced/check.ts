// Whether a client that presses on is refused, and nobody else.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'rate-limit-enforced',
  tier: 'app-store',
  title: 'A client that sends too much is refused and told when to come back; nobody else pays for it',
  why: 'Without a limit one client guesses passwords, burns the model’s budget or takes the service down for everybody.',
  fix: 'Put a limiter before the routes, keyed on the user or on an address that can’t be made up, shared by all processes; answer 429 with Retry-After and the RateLimit headers.',
  idioms,
  refs: ['CWE-770', 'OWASP API4:2023', 'ASVS v5.0.0-2.4.1', 'RFC 6585', 'draft-ietf-httpapi-ratelimit-headers-10'],
  checklist: ['Add rate limiting'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
