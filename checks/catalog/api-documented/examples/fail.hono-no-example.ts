import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const app = new OpenAPIHono();
const route = createRoute({ method: 'get', path: '/plans', responses: { 200: { description: 'All.', content: { 'application/json': { schema: z.array(z.string()) } } } } });
app.openapi(route, (c) => c.json([]));
app.doc('/openapi.json', { openapi: '3.0.0', info: { title: 'Plans', version: '1' } }); // <- finding
export default app;
