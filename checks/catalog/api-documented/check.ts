// Whether whoever builds against the API can read how.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';
import { idioms } from './idioms.ts';

export default defineCheck({
  id: 'api-documented',
  tier: 'post-launch',
  title: 'A valid OpenAPI document knows every route, with descriptions, examples and errors',
  why: 'Routes that nobody knows of are not tested, not protected and not switched off; clients guess what is not written.',
  fix: 'Generate the document from the routes or test it against them; describe operations, give examples and error answers, declare the security scheme.',
  idioms,
  refs: ['OWASP API9:2023', 'ASVS v5.0.0-4.1.1', 'https://spec.openapis.org/oas/latest.html'],
  checklist: ['Add API documentation'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
