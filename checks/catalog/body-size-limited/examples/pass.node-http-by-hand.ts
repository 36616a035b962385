import { createServer } from 'node:http';

const most = 100 * 1024;
createServer((req, res) => {
  const chunks: Buffer[] = [];
  let length = 0;
  req.on('data', (chunk) => {
    length += chunk.length;
    if (length > most) {
      res.writeHead(413).end();
      req.destroy();
      return;
    }
    chunks.push(chunk);
  });
  req.on('end', () => res.end('{}'));
}).listen(3000);
