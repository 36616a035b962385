import express from 'express';

const missing = ['DATABASE_URL', 'OPENAI_API_KEY'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  process.stderr.write(`missing: ${missing.join(', ')}\n`);
  process.exit(1);
}

const app = express();
app.get('/ready', (_request, response) => response.json({ ready: Boolean(process.env.DATABASE_URL) }));
app.listen(3000);
