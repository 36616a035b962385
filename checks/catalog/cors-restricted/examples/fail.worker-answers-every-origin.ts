interface Env {
  PLANS: KVNamespace;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const headers = {
      'Access-Control-Allow-Origin': '*', // <- finding
      'Access-Control-Allow-Headers': 'authorization',
    };
    if (request.method === 'OPTIONS') return new Response(null, { headers });
    const { pathname } = new URL(request.url);
    return new Response(await env.PLANS.get(pathname), { headers });
  },
} satisfies ExportedHandler<Env>;
