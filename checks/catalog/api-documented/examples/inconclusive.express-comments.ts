import express from 'express';
import swaggerJsdoc from 'swagger-jsdoc';
import swaggerUi from 'swagger-ui-express';

const app = express();
const document = swaggerJsdoc({ definition: { openapi: '3.0.0', info: { title: 'Plans', version: '1' } }, apis: ['./routes/*.ts'] });
app.use('/docs', swaggerUi.serve, swaggerUi.setup(document));
app.get('/plans', (_request, response) => response.json([]));
app.listen(3000);
