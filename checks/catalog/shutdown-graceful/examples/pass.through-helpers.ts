import Koa from 'koa';
import { stopOnSignals } from './shutdown.ts';

const app = new Koa();
const server = app.listen(3000);
stopOnSignals(server);
// file: shutdown.ts
async function shutDown(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  const cut = setTimeout(() => server.closeAllConnections(), 20_000);
  await closed;
  clearTimeout(cut);
}
export function stopOnSignals(server) {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => shutDown(server).then(() => process.exit(0)));
  }
}
