import Fastify from 'fastify';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.url(), PORT: z.coerce.number().default(3000) });

async function start(): Promise<void> {
  const environment = schema.parse(process.env);
  const app = Fastify();
  app.get('/ready', async () => ({ ready: environment.DATABASE_URL !== '' }));
  await app.listen({ port: environment.PORT });
}

await start();
