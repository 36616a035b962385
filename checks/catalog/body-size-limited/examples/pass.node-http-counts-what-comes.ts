// Every chunk is counted where it arrives, and what is too much is no longer kept.
import { createServer, type IncomingMessage } from 'node:http';

const most = 1024 * 1024;

const read = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > most) {
          reject(new Error('too much'));
          return;
        }
        chunks.push(chunk);
      })
      .on('end', () => resolve(Buffer.concat(chunks).toString()));
  });

createServer(async (request, response) => {
  response.end(String((await read(request)).length));
}).listen(3000);
