import { createServer, type IncomingMessage } from 'node:http';

async function within(most: number, request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

createServer(async (req, res) => {
  res.end(await within(100_000, req));
}).listen(3000);
