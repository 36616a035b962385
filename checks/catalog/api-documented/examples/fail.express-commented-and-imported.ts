// The OpenAPI document of this service is planned: see docs/swagger.md and /openapi.json.
import express from 'express';
import swaggerUi from 'swagger-ui-express';

const app = express(); // <- finding
// app.use('/api-docs', swaggerUi.serve, swaggerUi.setup(openapi));
app.get('/v1/plans', (_request, response) => response.json([]));
app.listen(3000);
