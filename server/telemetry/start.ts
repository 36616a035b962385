// Loads what watches the server from outside, where it is configured. Off by default: neither is even read from disk then.
import type { Config } from '../config/config.ts';
import { useErrorReports } from './errors.ts';
import { useSpans } from './spans.ts';

/** Gives what sends the last of it, for the end of the process. */
export async function startTelemetry(config: Config): Promise<{ stop(): Promise<void> }> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, SENTRY_DSN: dsn, RELEASE: release, NODE_ENV: environment } = config;
  const spans = endpoint === undefined ? undefined : (await import('./open-telemetry.ts')).startOpenTelemetry({ endpoint, release });
  const reports = dsn === undefined ? undefined : (await import('./sentry.ts')).startSentry({ dsn, release, environment });
  useSpans(spans);
  useErrorReports(reports);
  return {
    stop: async () => {
      await Promise.allSettled([spans?.stop(), reports?.stop()]);
    },
  };
}
