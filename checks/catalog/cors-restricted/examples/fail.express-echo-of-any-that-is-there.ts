// That there is an origin is all that is asked before it is sent back.
import express from 'express';

const app = express();
app.use((request, response, next) => {
  const { origin } = request.headers;
  if (origin) {
    response.setHeader('Access-Control-Allow-Origin', origin); // <- finding
    response.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  next();
});
app.listen(3000);
