// Whether reading the same again costs the same again.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';

export default defineCheck({
  id: 'reads-cached',
  tier: 'post-launch',
  title: 'Frequent reads are cached, and nobody is given what was kept for another',
  why: 'Each screen of the app loads everything again, from the database on; what is kept for the wrong person is a leak.',
  fix: [
    'Answer reads with an ETag and 304, keep what is read often near the service and drop it on writes; mark what is one user’s as private.',
    'Koa: `app.use(conditional()); app.use(etag())` (koa-conditional-get, koa-etag); Fastify: `@fastify/etag`; Hono: `app.use(etag())`; Express has weak ETags by itself.',
    'FastAPI: `@cache(expire=60)` (fastapi-cache2); Flask: `@cache.cached(timeout=60)` or `response.add_etag().make_conditional(request)`; Django: ConditionalGetMiddleware, `cache_page(60)`.',
  ].join('\n'),
  refs: ['CWE-524', 'RFC 9111', 'RFC 9110 13'],
  checklist: ['Add caching layer'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
