// file: supabase/functions/plan/index.ts
import * as Sentry from 'npm:@sentry/deno';

Sentry.init({ dsn: Deno.env.get('SENTRY_DSN'), release: Deno.env.get('SB_EXECUTION_ID') });
Deno.serve(async () => {
  try {
    return Response.json({});
  } catch (error) {
    Sentry.captureException(error);
    await Sentry.flush(2000);
    return Response.json({ error: 'internal' }, { status: 500 });
  }
});
