import { cleanEnv, port, str, url } from 'envalid';
import express from 'express';

const env = cleanEnv(process.env, { DATABASE_URL: url(), OPENAI_API_KEY: str(), PORT: port({ default: 3000 }) });

const app = express();
app.get('/ready', (_request, response) => response.json({ ready: env.DATABASE_URL !== '' }));
app.listen(env.PORT);
