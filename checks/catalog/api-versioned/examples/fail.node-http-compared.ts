import { createServer } from 'node:http';

createServer((req, res) => {
  if (req.url === '/api/plans') { // <- finding
    res.end('[]');
    return;
  }
  res.statusCode = 404;
  res.end();
}).listen(3000);
