import http from 'node:http';

http
  .createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      response.statusCode = 400;
      response.end(`not understood: ${JSON.stringify(request.headers)}`); // <- finding
    });
  })
  .listen(3000);
