// The entry: refuses to start with a wrong configuration, then listens.
import { createApp } from './app.ts';
import { type Config, readConfig } from './config/config.ts';
import { listen, portOf } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { listenForScraper } from './routes/metrics.ts';
import { requireCurrentSchema } from './schema-check.ts';
import { createServices } from './services.ts';
import { stopOnSignals } from './shutdown.ts';
import { startTelemetry } from './telemetry/start.ts';

const read = readConfig();
if ('problems' in read) {
  const log = createLog();
  for (const { variable, message } of read.problems) log.fatal({ variable }, `configuration: ${variable} ${message}`);
  process.exit(1);
}
const log = openLog(read.config);
try {
  const telemetry = await startTelemetry(read.config);
  const services = await createServices(read.config, log);
  await requireCurrentSchema(services);
  const server = await listen(createApp(services).callback(), read.config, log);
  const scraper = await listenForScraper(services.metrics, read.config);
  stopOnSignals(server, services, async () => {
    scraper?.close();
    await telemetry.stop();
  });
  log.info({ port: portOf(server), embedded: read.config.EMBEDDED }, 'listening');
} catch (error) {
  log.fatal({ error }, 'the server could not start');
  process.exit(1);
}

/** A log file that cannot be opened is a wrong setting like any other, told where there is a log. */
function openLog(config: Config): Log {
  try {
    return createLog(config);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    createLog().fatal({ variable: 'LOG_FILE', code }, 'configuration: LOG_FILE cannot be opened');
    process.exit(1);
  }
}
