import express from 'express';
import promBundle from 'express-prom-bundle';

const app = express();
app.use(promBundle({ includeMethod: true, includePath: true, normalizePath: false })); // <- finding
app.get('/v1/plans/:id', (request, response) => response.json({ id: request.params.id }));
app.listen(3000);
