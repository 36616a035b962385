// The model is asked without a limit, and so is Slack; the second question may take 20 s.
import { serve } from '@hono/node-server';
import { WebClient } from '@slack/web-api';
import { generateText } from 'ai';
import { Hono } from 'hono';

const slack = new WebClient(process.env.SLACK_BOT_TOKEN); // <- finding
const app = new Hono();

app.post('/plans', async (c) => {
  const { prompt } = await c.req.json();
  const draft = await generateText({ model: 'openai/gpt-4o-mini', prompt }); // <- finding
  const plan = await generateText({ model: 'openai/gpt-4o-mini', prompt: draft.text, abortSignal: AbortSignal.timeout(20_000) });
  await slack.chat.postMessage({ channel: 'plans', text: 'A plan was made.' });
  return c.json({ plan: plan.text });
});

serve({ fetch: app.fetch, serverOptions: { requestTimeout: 20_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 } });
