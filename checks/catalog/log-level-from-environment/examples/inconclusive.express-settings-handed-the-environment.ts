// A class takes the whole environment in by a table of names; whether the level that one of them gives is heeded could not be followed.
import express from 'express';

const table = { PORT: Number, LOG_LEVEL: String };

class Settings {
  private readonly all: Record<string, string | undefined>;
  constructor(environment: Record<string, string | undefined>) {
    this.all = { ...environment };
  }
  of(name: keyof typeof table) {
    const found = this.all[`APP_${name}`];
    return found === undefined ? undefined : table[name](found);
  }
}

const settings = new Settings(process.env);
const order: unknown[] = ['debug', 'info', 'warn', 'error'];
const shown = order.indexOf(settings.of('LOG_LEVEL') ?? 'info');
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
