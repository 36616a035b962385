export default {
  fetch: async (request: Request, env: { PLANS: KVNamespace }) => new Response(await env.PLANS.get(new URL(request.url).pathname)),
} satisfies ExportedHandler;
