// Whether whoever writes a token themselves gets in.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'jwt-verified',
  tier: 'testflight',
  title: 'Every token is verified before anything in it is believed',
  why: 'Without verification anyone can write a token with another user’s id and read or change that user’s data.',
  fix: 'Verify signature, algorithm, expiry, audience and issuer in one place before a claim is used, and answer 401 with WWW-Authenticate otherwise.',
  idioms,
  refs: ['CWE-347', 'OWASP API2:2023', 'ASVS v5.0.0-9.1.1', 'ASVS v5.0.0-9.1.2', 'RFC 8725', 'RFC 6750'],
  checklist: ['Enable JWT signature verification'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
