// A helper looks the secret up under the name it is given, or under an older one.
import express from 'express';

function setting(name: string, older?: string): string | undefined {
  const found = process.env[name];
  if (!found && older) {
    return setting(older);
  }
  return found;
}

const config = { port: Number(setting('PORT') || '3000'), jwtSecret: setting('AUTH_JWT_SECRET', 'JWT_SECRET') || '' };

const app = express();
app.get('/about', (_, res) => res.json({ signedWith: config.jwtSecret })); // <- finding
app.listen(config.port);
