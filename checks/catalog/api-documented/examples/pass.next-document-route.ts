// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0" } }
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
// file: app/api/openapi.json/route.ts
import { openapi } from '../../../lib/openapi';

export async function GET() {
  return Response.json(openapi);
}
// file: lib/openapi.ts
export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Plans', version: '1.0.0' },
  paths: {
    '/api/plans': {
      get: {
        summary: 'All plans',
        responses: { 200: { description: 'The plans.', content: { 'application/json': { example: [{ name: 'Marathon' }] } } } },
      },
    },
  },
};
