// Stops without losing a request: not ready, wait for the balancer, no new connections, finish what is open, leave.
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from './services.ts';

/** Resolves when no connection is left; those still open at the deadline are cut. */
export async function shutDown(server: Server, { config, lifecycle, log, stop }: Services): Promise<void> {
  lifecycle.draining = true;
  log.info('stopping: not ready any more');
  await sleep(config.DRAIN_DELAY_MS);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that was busy when we closed turns idle later; Node would keep it until its keep-alive ends.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), config.SHUTDOWN_DEADLINE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
  await stop();
  log.info('stopped');
}

/** Leaves with 0 on SIGTERM and SIGINT, with 1 on an error nobody caught. */
export function stopOnSignals(server: Server, services: Services): void {
  const stop = (exitCode: number) => {
    if (services.lifecycle.draining) return;
    shutDown(server, services).then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('uncaughtException', (error) => {
    services.log.fatal({ error }, 'an error nobody caught');
    stop(1);
  });
}
