import express from 'express';
import morgan from 'morgan';

export const access = morgan(':method :url :status :response-time :req[x-request-id]');
const app = express(); // <- finding
app.listen(3000);
