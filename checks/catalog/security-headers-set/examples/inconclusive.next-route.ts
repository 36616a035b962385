// file: package.json
{ "name": "web", "dependencies": { "next": "15.0.0" } }
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
