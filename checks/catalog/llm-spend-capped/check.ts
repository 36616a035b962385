// Whether one answer of the model, and all answers for one user, have a price limit.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'llm-spend-capped',
  tier: 'app-store',
  title: 'What the model costs is capped, per answer and per user',
  why: 'One user with a script, or one prompt that makes the model ramble, spends the budget of the month in a night.',
  fix: 'Give every call a limit of tokens, and count what each user spends before the model is asked.',
  idioms,
  refs: ['CWE-770', 'CWE-400', 'OWASP API4:2023', 'OWASP LLM10:2025'],
  mentions,
  judge: { code: judgeCode },
});
