import { WorkerEntrypoint } from 'cloudflare:workers';

export default class Plans extends WorkerEntrypoint {
  async fetch(request: Request): Promise<Response> {
    try {
      return Response.json(await this.env.PLANS.get(new URL(request.url).pathname, 'json'));
    } catch (error) {
      console.error(error);
      return Response.json({ title: 'Something went wrong.' }, { status: 500 });
    }
  }
}
