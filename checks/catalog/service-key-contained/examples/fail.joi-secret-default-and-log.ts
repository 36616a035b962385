// Joi makes the settings: one secret has a default there, another is written to a log line.
import Joi from 'joi';
import Koa from 'koa';
import pino from 'pino';

const shape = Joi.object().keys({
  JWT_SECRET: Joi.string().default('plain-words-for-signing'), // <- finding
  STRIPE_API_KEY: Joi.string().required(),
});
const settings = Joi.attempt(process.env, shape, { stripUnknown: true });

const logger = pino();
const app = new Koa();
app.use((ctx) => {
  logger.info({ key: settings.STRIPE_API_KEY }, 'paying'); // <- finding
  ctx.body = 'ok';
});
app.keys = [settings.JWT_SECRET];
app.listen(3000);
