// Each request leaves one record of what was asked and how it ended, and nothing that was secret in it.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'requests-logged',
  tier: 'post-launch',
  title: 'Each request leaves a record with method, route, status, duration and id, and none of its secrets',
  why: 'Without an access log nobody can say what a user did before it broke; with tokens and bodies in it, whoever reads the log can act as that user.',
  fix: 'Add access-log middleware that writes one record per request when it ends: method, route, status, duration and request id; leave headers and bodies out.',
  idioms,
  refs: ['CWE-778', 'CWE-532', 'v5.0.0-16.2.5', 'v5.0.0-16.3.1'],
  checklist: ['Request logging', 'Access logs'],
  mentions,
  drills: ['traffic'],
  judge: { code: judgeCode, boot: judgeBoot },
});
