// The loop over the request stops at 64 kB; another only hands on what comes.
import { createServer, type IncomingMessage } from 'node:http';
import { createWriteStream } from 'node:fs';

async function textOf(req: IncomingMessage) {
  let text = '';
  for await (const part of req) {
    text += part;
    if (text.length > 65_536) throw new Error('too long');
  }
  return text;
}

createServer(async (req, res) => {
  if (req.url === '/photos') {
    const file = createWriteStream('/data/photo');
    for await (const part of req) file.write(part);
    res.end();
    return;
  }
  res.end(JSON.stringify({ name: JSON.parse(await textOf(req)).name }));
}).listen(8000);
