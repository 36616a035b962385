import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

createServer(async (req, res) => {
  const body = await json(req); // <- finding
  res.end(JSON.stringify(body));
}).listen(3000);
