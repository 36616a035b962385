// Whether a break-in into the container stays small, and the image holds nothing worth taking.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'containers-hardened',
  tier: 'post-launch',
  title: 'Containers run without root, from named versions, and hold no secrets',
  why: 'Whoever breaks into a process that is root owns the container and often the machine; a secret in a layer is everybody’s who can pull the image.',
  fix: 'Name a version of every base image, add a user and switch to it, hand secrets over at run time or as secret mounts of the build, and keep `.env*` and `.git` out by a .dockerignore.',
  idioms,
  refs: ['CWE-250', 'CWE-798', 'CWE-1395', 'OWASP API8:2023', 'CIS Docker Benchmark 4.1'],
  mentions,
  judge: { code: judgeCode },
});
