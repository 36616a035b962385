// How much a stranger can make the service hold in memory.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'body-size-limited',
  tier: 'app-store',
  title: 'Bodies, headers and URLs that are too large are refused while they arrive, compressed ones too',
  why: 'One request of a few gigabytes, or a few kilobytes that unpack to them, takes the memory of the process and everybody’s connection with it.',
  fix: 'Set a limit on every body parser, count what was read and not what was declared, count after unpacking, and answer 413.',
  idioms,
  refs: ['CWE-770', 'CWE-409', 'OWASP API4:2023', 'ASVS v5.0.0-5.2.1', 'RFC 9110 15.5.14'],
  checklist: ['Add request size limits'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
