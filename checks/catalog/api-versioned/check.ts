// Whether an app in the store survives the next change of the API.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'api-versioned',
  tier: 'app-store',
  title: 'Routes carry a version; those without one say that they are deprecated',
  why: 'An app that is installed can’t be changed: the first breaking change of an unversioned route breaks it for every user who has not updated.',
  fix: 'Serve the routes under a prefix like /api/v1 and answer the old names with Deprecation, Sunset and a Link to the successor.',
  idioms,
  refs: ['RFC 9745', 'RFC 8594', 'OWASP API9:2023'],
  checklist: ['Add API versioning'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
