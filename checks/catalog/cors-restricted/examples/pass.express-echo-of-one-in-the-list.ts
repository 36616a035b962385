// The caller's origin goes back where it stands in the list; everybody else gets the first of it.
import express from 'express';

const origins = ['https://app.stride.example', 'https://admin.stride.example'];

const app = express();
app.use((request, response, next) => {
  const asked = request.headers.origin;
  const allowed = asked && origins.includes(asked) ? asked : origins[0];
  response.header('Access-Control-Allow-Origin', allowed);
  next();
});
app.listen(3000);
