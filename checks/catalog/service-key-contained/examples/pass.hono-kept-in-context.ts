// The settings travel in Hono's context: `set` there is no header.
import { Hono } from 'hono';

const settings = { signingSecret: process.env.SLACK_SIGNING_SECRET };

export const hooks = new Hono<{ Variables: { settings: typeof settings } }>();
hooks.use('*', async (c, next) => {
  c.set('settings', settings);
  await next();
});
hooks.post('/events', (c) => c.json({ known: c.get('settings').signingSecret !== undefined }));
export default hooks;
