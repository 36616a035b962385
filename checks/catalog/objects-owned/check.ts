// Whether signed-in users reach only what is theirs.
import { defineCheck } from '../../answer.ts';
import { judgeCode, mentions } from './code.ts';
import { judgeHttp, probes } from './http.ts';

export default defineCheck({
  id: 'objects-owned',
  tier: 'testflight',
  title: 'A user reaches only what is theirs',
  why: 'Whoever signs in can count through ids and read, change or delete what belongs to everybody else.',
  fix: [
    'Put the owner into every lookup by id, and answer 404 where nothing is found.',
    'Koa, Express, Hono: `db.from("plans").select("id, title").eq("id", id).eq("user_id", user.id)`; in Prisma `findFirst({ where: { id, userId: user.id } })`.',
    'FastAPI: `select(Plan).where(Plan.id == plan_id, Plan.user_id == user.id)`; Django: `get_object_or_404(Plan, pk=pk, owner=request.user)`; Flask: `current_user.plans.filter_by(id=plan_id).first_or_404()`.',
    'Where the path names a user: `if user_id != user.id: raise HTTPException(404)`.',
  ].join('\n'),
  refs: ['CWE-639', 'CWE-862', 'OWASP API1:2023', 'ASVS v5.0.0-8.2.2'],
  mentions,
  probes,
  judge: { code: judgeCode, http: judgeHttp },
});
