import { createServer } from 'node:http';

createServer((_req, res) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Strict-Transport-Security', 'max-age=31536000');
  res.end('{}');
}).listen(3000);
