// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0", "@vercel/otel": "1.12.0" } }
// file: instrumentation.ts
import { registerOTel } from '@vercel/otel';

export function register() {
  registerOTel({ serviceName: 'web' });
}
// file: app/api/weather/route.ts
export async function GET() {
  const answer = await fetch('https://api.example.com/weather', { signal: AbortSignal.timeout(2000) });
  return Response.json(await answer.json());
}
