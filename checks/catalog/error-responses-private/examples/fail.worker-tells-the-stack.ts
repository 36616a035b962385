interface Env {
  PLANS: D1Database;
}

const worker = {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      const { title } = await request.json();
      await env.PLANS.prepare('insert into plans (title) values (?)').bind(title).run();
      return new Response(null, { status: 201 });
    } catch (error) {
      return Response.json({ title: 'Not kept.', stack: error.stack }, { status: 500 }); // <- finding
    }
  },
};

export default worker;
