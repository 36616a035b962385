// The body is put together in a loop over the request, as text, however long it gets.
import { createServer, type IncomingMessage } from 'node:http';

class Requests {
  static async textOf(req: IncomingMessage) {
    let text = '';
    for await (const part of req) text += part; // <- finding
    return text;
  }
}

createServer(async (req, res) => {
  const plan = JSON.parse(await Requests.textOf(req));
  res.end(JSON.stringify({ name: plan.name }));
}).listen(8000);
