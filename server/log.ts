// The server's only way to say anything: one JSON object per line, secrets redacted.
import pino, { type Logger } from 'pino';
import type { Config } from './config/config.ts';
import { withoutSecrets } from './telemetry/redact.ts';

export type Log = Logger;

const levels = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error' } as const;
const names: Readonly<Record<string, string>> = { debug: 'DEBUG', info: 'INFO', warn: 'WARNING', error: 'ERROR', fatal: 'CRITICAL' };
const secrets = ['authorization', 'cookie', 'jwt_token', 'token', 'access_token', 'apikey', 'apiKey', 'password', 'secret'];

/** A logger to stdout, and to LOG_FILE where that is set; without a configuration (it may be the faulty part) at INFO. */
export function createLog(config?: Pick<Config, 'LOG_LEVEL' | 'LOG_FILE' | 'DEBUG'>): Log {
  const level = levels[config?.DEBUG ? 'DEBUG' : (config?.LOG_LEVEL ?? 'INFO')];
  const streams = [{ level, stream: pino.destination({ dest: 1, sync: true }) }];
  if (config?.LOG_FILE !== undefined) streams.push({ level, stream: logFile(config.LOG_FILE) });
  return pino(
    {
      level,
      messageKey: 'message',
      base: { service: 'training-plan-api' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: names[label] ?? label.toUpperCase() }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      serializers: { error: safeError },
    },
    pino.multistream(streams),
  );
}

/** An error's kind, message and stack; its other properties (requests, bodies, keys of clients) stay out. */
function safeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = error.cause === undefined ? {} : { cause: safeError(error.cause) };
  return { kind: error.name, message: withoutSecrets(error.message), stack: withoutSecrets(error.stack ?? ''), ...cause };
}

/** Survives rotation (SIGHUP opens it anew) and a full disk: what cannot be written there still goes to stdout. */
function logFile(file: string): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: file, sync: true, mkdir: true, maxLength: 1_000_000 });
  destination.on('error', () => undefined);
  process.on('SIGHUP', () => destination.reopen());
  return destination;
}
