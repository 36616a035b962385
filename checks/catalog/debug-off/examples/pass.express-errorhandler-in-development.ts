import errorhandler from 'errorhandler';
import express from 'express';

const app = express();
if (process.env.NODE_ENV === 'development') app.use(errorhandler());
app.listen(3000);
