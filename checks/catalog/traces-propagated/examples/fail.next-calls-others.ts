// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0" } }
// file: app/api/weather/route.ts
export async function GET() { // <- finding
  const answer = await fetch('https://api.example.com/weather', { signal: AbortSignal.timeout(2000) });
  return Response.json(await answer.json());
}
