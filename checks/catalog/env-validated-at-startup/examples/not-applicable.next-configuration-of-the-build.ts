// file: package.json
{ "name": "web", "dependencies": { "next": "15.0.0" } }
// file: next.config.ts
const assets = process.env.ASSETS_URL;

export default { assetPrefix: assets, env: { endpoint: process.env.COACH_ENDPOINT } };
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
