// file: src/config.ts
import { z } from 'zod';

export const config = z.object({ OPENAI_API_KEY: z.string().min(20), LOG_LEVEL: z.string().default('info') }).parse(process.env);
// file: src/main.ts
import Fastify from 'fastify';
import OpenAI from 'openai';
import { config } from './config.ts';

const openai = new OpenAI({ apiKey: config.OPENAI_API_KEY, timeout: 20_000 });
const app = Fastify({ logger: { level: config.LOG_LEVEL } });
app.get('/api/models', async () => openai.models.list());
await app.listen({ port: 3000 });
app.log.info({ level: config.LOG_LEVEL }, 'listening');
