// file: package.json
{ "name": "web", "dependencies": { "next": "15.0.0" } }
// file: next.config.ts
const api = [
  { key: 'Access-Control-Allow-Origin', value: '*' }, // <- finding
  { key: 'Access-Control-Allow-Methods', value: 'GET, POST' },
];

export default {
  async headers() {
    return [{ source: '/api/:path*', headers: api }];
  },
};
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
