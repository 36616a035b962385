// Fastify closes when the signal it listens under is aborted.
import Fastify from 'fastify';

const stopping = new AbortController();
const app = Fastify();
app.get('/plans', () => []);

async function stop() {
  stopping.abort();
  await closed;
  process.exit(0);
}

const closed = new Promise<void>((done) => app.server.once('close', () => done()));
process.on('SIGTERM', () => stop());
await app.listen({ port: 3000, signal: stopping.signal });
