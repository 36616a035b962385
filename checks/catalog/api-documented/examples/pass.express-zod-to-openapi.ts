import express from 'express';
import { document } from './openapi.ts';

const app = express();
app.get('/openapi.json', (_request, response) => response.json(document()));
app.get('/v1/plans', (_request, response) => response.json([]));
app.listen(3000);
// file: openapi.ts
import { extendZodWithOpenApi, OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

extendZodWithOpenApi(z);
const registry = new OpenAPIRegistry();
const Plan = registry.register('Plan', z.object({ name: z.string().openapi({ example: 'Marathon' }) }));
registry.registerPath({
  method: 'get',
  path: '/v1/plans',
  summary: 'All plans',
  responses: { 200: { description: 'The plans.', content: { 'application/json': { schema: z.array(Plan) } } } },
});

export function document() {
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({ openapi: '3.1.0', info: { title: 'Plans', version: '1' } });
}
