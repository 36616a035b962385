import express from 'express';

const app = express();
const server = app.listen(3000); // <- finding
process.on('SIGHUP', () => server.close());
