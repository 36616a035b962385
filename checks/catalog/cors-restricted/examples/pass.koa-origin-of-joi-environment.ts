// The one origin comes from an environment that Joi looked at, under the name that the destructuring gave it.
import cors from '@koa/cors';
import Joi from 'joi';
import Koa from 'koa';

const shape = Joi.object({
  APP_ORIGIN: Joi.string().uri().required(),
  PORT: Joi.number().default(8080),
}).unknown();

const { error, value: settings } = shape.validate(process.env);
if (error) throw new Error(`settings: ${error.message}`);

const app = new Koa();
app.use(cors({ origin: settings.APP_ORIGIN, credentials: true }));
app.listen(settings.PORT);
