// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0" } }
// file: app/api/plans/route.ts
// OpenAPI: to be written, see swagger.md // <- finding
export async function GET() {
  return Response.json([{ example: 'Marathon' }]);
}
