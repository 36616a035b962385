import express from 'express';
import Youch from 'youch';

const app = express();
app.use(async (err, req, res, _next) => {
  res.status(500).send(await new Youch(err, req).toHTML()); // <- finding
});
app.listen(3000);
