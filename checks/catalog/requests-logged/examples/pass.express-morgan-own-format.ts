import express from 'express';
import morgan from 'morgan';

const app = express();
const format = ':req[x-request-id] :method :url :status :response-time';
app.use(morgan(format));
app.listen(3000);
