// Stops without losing a request: not ready, wait for the balancer, no new connections, finish what is open, leave.
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from './services.ts';
import { currentErrorReports } from './telemetry/errors.ts';

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

/** Leaves with 0 on SIGTERM and SIGINT, with 1 on an error nobody caught; and in time, whatever still hangs. */
export function stopOnSignals(server: Server, services: Services, atLast: () => Promise<void>): void {
  const { config, lifecycle, log } = services;
  const stop = (exitCode: number) => {
    if (lifecycle.draining) return;
    setTimeout(() => process.exit(1), config.DRAIN_DELAY_MS + 2 * config.SHUTDOWN_DEADLINE_MS).unref();
    shutDown(server, services)
      .then(atLast)
      .then(
        () => process.exit(exitCode),
        (error: unknown) => {
          log.error({ error }, 'could not stop in order');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'an error nobody caught');
    currentErrorReports()?.report(error, {});
    stop(1);
  });
}
