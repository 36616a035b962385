import { createServer } from 'node:http';

createServer((_req, res) => { // <- finding
  res.setHeader('Content-Type', 'application/json');
  res.end('{}');
}).listen(3000);
