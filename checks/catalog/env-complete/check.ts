// The configuration is whole: everything required is there, is of its kind, is real, and is what the code and the example file speak of.
import { defineCheck } from '../../answer.ts';
import { judgeEnvironment } from './environment.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'env-complete',
  tier: 'testflight',
  title: 'The environment is complete: every required variable is set, well-formed, real and documented',
  why: 'A missing key, a swapped pair of keys or a forgotten localhost comes to light at the first request of a tester, who sees an error nobody can explain from the outside.',
  fix: 'Set every required variable to a real value, give SUPABASE_URL, the anon key and the service key of one project, and keep .env.example in step with what the code reads.',
  idioms,
  refs: ['CWE-1392', 'CWE-521', 'OWASP API8:2023', 'v5.0.0-13.3.1'],
  checklist: ['Validate all required env vars exist'],
  judge: { environment: judgeEnvironment },
});
