import errorhandler from 'errorhandler';
import express from 'express';

const app = express();
app.use(errorhandler()); // <- finding
app.listen(3000);
