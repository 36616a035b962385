import express from 'express';
import morgan from 'morgan';

const app = express();
app.use(morgan('combined')); // <- finding
app.listen(3000);
