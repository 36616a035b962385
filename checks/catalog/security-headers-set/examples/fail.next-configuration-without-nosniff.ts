// file: package.json
{ "name": "web", "dependencies": { "next": "15.0.0" } }
// file: next.config.mjs
const protection = [
  { key: 'X-Frame-Options', value: 'DENY' }, // <- finding
  { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
];

export default { headers: async () => [{ source: '/:path*', headers: protection }] };
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
