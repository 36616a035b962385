// The service checks what it needs before it listens, and refuses to start without it.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'env-validated-at-startup',
  tier: 'testflight',
  title: 'Required environment variables are validated before the service listens, and a bad one stops it',
  why: 'A service that starts without its keys takes traffic and fails each tester one request at a time, long after the deployment was called a success.',
  fix: 'Validate the settings (zod, pydantic-settings, envalid) before the server listens, and exit non-zero naming each variable that is missing or malformed, never its value.',
  idioms,
  refs: ['CWE-754', 'CWE-1188', 'OWASP API8:2023', 'https://12factor.net/config'],
  checklist: ['Validate environment variables at startup'],
  mentions,
  drills: ['settings'],
  judge: { code: judgeCode, boot: judgeBoot },
});
