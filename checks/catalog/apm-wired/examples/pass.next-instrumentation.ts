// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0", "@sentry/nextjs": "9.20.0" } }
// file: instrumentation.ts
import * as Sentry from '@sentry/nextjs';

export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs')
    Sentry.init({ dsn: process.env.SENTRY_DSN, release: process.env.VERCEL_GIT_COMMIT_SHA, tracesSampleRate: 0.1 });
}

export const onRequestError = Sentry.captureRequestError;
// file: app/api/plans/route.ts
export async function GET() {
  return Response.json([]);
}
