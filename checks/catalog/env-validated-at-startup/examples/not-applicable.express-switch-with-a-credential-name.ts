// On or off: what is called credentials here is a switch with a default.
import express from 'express';

const credentials = process.env.CORS_ALLOW_CREDENTIALS ?? 'true';

const app = express();
app.use((_request, response, next) => {
  response.setHeader('Access-Control-Allow-Credentials', credentials);
  next();
});
app.listen(3000);
