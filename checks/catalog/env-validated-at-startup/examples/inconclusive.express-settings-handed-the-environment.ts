// A class takes the whole environment in: which of its variables the service needs, and which are secret, could not be followed.
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
const app = express();
app.get('/plans', (_req, res) => res.json([]));
app.listen(Number(settings.of('port') ?? 8000));
