import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import { Scalar } from '@scalar/hono-api-reference';

const Plan = z.object({ id: z.string().openapi({ example: 'p_1' }), name: z.string().openapi({ example: 'Marathon' }) }).openapi('Plan');
const one = createRoute({
  method: 'get',
  path: '/v1/plans/{id}',
  summary: 'One plan',
  request: { params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' }, example: 'p_1' }) }) },
  responses: { 200: { content: { 'application/json': { schema: Plan } }, description: 'The plan.' } },
});

const app = new OpenAPIHono();
app.openapi(one, (c) => c.json({ id: c.req.valid('param').id, name: 'Marathon' }, 200));
app.doc('/openapi.json', { openapi: '3.0.0', info: { title: 'Plans', version: '1' } });
app.get('/docs', Scalar({ url: '/openapi.json' }));
export default app;
