// Every line of the log is a record that a machine can read, and says which request it belongs to.
import { defineCheck } from '../../answer.ts';
import { judgeBoot } from './boot.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'logs-structured',
  tier: 'app-store',
  title: 'Every line of the log is JSON with time, level, message and request id',
  why: 'Lines in prose cannot be filtered by request or level: when a user reports a failure, nobody finds the lines that belong to it among thousands of others.',
  fix: 'Configure one JSON formatter for all loggers, the web server included, and bind the request id to every record written for a request.',
  idioms,
  refs: ['CWE-778', 'v5.0.0-16.2.1', 'v5.0.0-16.2.4', 'https://12factor.net/logs'],
  checklist: ['Structured logging', 'JSON logging'],
  mentions,
  drills: ['traffic'],
  judge: { code: judgeCode, boot: judgeBoot },
});
