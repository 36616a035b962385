// The helper only begins to close; who waits for it waits for nothing, and sends itself the signal again.
import type { Server } from 'node:http';
import Koa from 'koa';

class App extends Koa {
  private readonly servers: Server[] = [];

  override listen(...args: Parameters<Koa['listen']>) {
    const server = super.listen(...args);
    this.servers.push(server);
    return server;
  }

  async stop() {
    for (const server of this.servers) {
      server.close();
    }
  }
}

const app = new App();
app.use((ctx) => {
  ctx.body = 'ok';
});

async function leave(signal: NodeJS.Signals) {
  try {
    await app.stop();
  } finally {
    process.kill(process.pid, signal); // <- finding
  }
}

app.listen(3000);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(signal));
