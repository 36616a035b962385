// Whether somebody is told when the service fails or slows down.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'apm-wired',
  tier: 'post-launch',
  title: 'A monitor of errors and performance is started before the app, knows the release, and is told no secrets',
  why: 'Without it the first to know of a fault are users in their reviews; without a release nobody knows which change brought it; without scrubbing it collects tokens and personal data.',
  fix: 'Start the monitor in a file of its own that is loaded first, give it the release, keep personal data out, and hang it in where the app answers errors.',
  idioms,
  refs: ['CWE-778', 'CWE-532', 'v5.0.0-16.2.5', 'v5.0.0-16.5.4', 'nodebestpractices 5.2'],
  checklist: ['Add APM', 'Add error tracking'],
  mentions,
  judge: { code: judgeCode },
});
