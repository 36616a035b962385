// file: package.json
{ "name": "web", "dependencies": { "next": "15.0.0" } }
// file: next.config.ts
export default {
  async headers() {
    return [{ source: '/api/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: 'https://coach.example' }] }];
  },
};
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
