// Where no origins are configured the list holds the wildcard, and its first goes to whoever is not in it.
import express from 'express';

export function serve(settings: { origins?: string[] }) {
  const app = express();
  app.use((request, response, next) => {
    const origins = settings.origins ?? ['*']; // <- finding
    const asked = request.headers.origin;
    const sent = asked && origins.includes(asked) ? asked : origins[0];
    response.header('Access-Control-Allow-Origin', sent);
    next();
  });
  app.listen(3000);
}
serve({});
