import { createServer } from 'node:http';

createServer((_req, res) => {
  try {
    res.end('{}');
  } catch (e) {
    res.statusCode = 500;
    res.end(String(e)); // <- finding
  }
}).listen(3000);
