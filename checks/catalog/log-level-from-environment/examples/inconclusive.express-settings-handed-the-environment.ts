// A class takes the whole environment in; whether one of its variables is the level could not be followed.
import express from 'express';

class Settings {
  private readonly all: Record<string, string | undefined>;
  constructor(environment: Record<string, string | undefined>) {
    this.all = { ...environment };
  }
  of(name: string) {
    return this.all[`APP_${name.toUpperCase()}`];
  }
}

const settings = new Settings(process.env);
const order = ['debug', 'info', 'warn', 'error'];
const shown = order.indexOf(settings.of('verbosity') ?? 'info');
const logger = {
  info: (...parts: unknown[]) => shown <= 1 && console.log('[info]', ...parts),
  error: (...parts: unknown[]) => shown <= 3 && console.error('[error]', ...parts),
};

const app = express();
app.get('/plans', (_req, res) => {
  logger.info('plans');
  res.json([]);
});
app.listen(8000);
