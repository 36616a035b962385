import { createServer } from 'node:http';

createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk) => chunks.push(chunk)); // <- finding
  req.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString());
    res.end(JSON.stringify({ length: body.length }));
  });
}).listen(3000);
