// A Worker that hands on to Hono: the second parameter of fetch is the environment, also in a helper.
import { Hono } from 'hono';

interface Env {
  SUPABASE_SERVICE_ROLE_KEY: string;
  GREETING: string;
}
const app = new Hono<{ Bindings: Env }>();
app.get('/', (c) => c.text(c.env.GREETING));

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    report(env);
    return app.fetch(request, env, context);
  },
};
function report(env: Env): void {
  console.error(`started with ${env.SUPABASE_SERVICE_ROLE_KEY}`); // <- finding
}
