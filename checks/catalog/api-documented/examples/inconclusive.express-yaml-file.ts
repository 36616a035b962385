import { readFileSync } from 'node:fs';
import express from 'express';
import swaggerUi from 'swagger-ui-express';
import { parse } from 'yaml';

const app = express();
const document = parse(readFileSync(new URL('./openapi.yaml', import.meta.url), 'utf8'));
app.use('/docs', swaggerUi.serve, swaggerUi.setup(document));
app.get('/v1/plans', (_request, response) => response.json([]));
app.listen(3000);
