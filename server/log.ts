// The server's only way to say anything: one JSON object per line, secrets redacted, some lines written at a time.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
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
  const streams = [destination({ dest: 1 })];
  if (config?.LOG_FILE !== undefined) streams.push(logFile(config.LOG_FILE));
  return pino(
    {
      level,
      messageKey: 'message',
      base: { service: 'training-plan-api' },
      timestamp: () => `,"time":"${isoTime(Date.now())}"`,
      formatters: { level: (label) => ({ level: names[label] ?? label.toUpperCase() }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      serializers: { error: safeError },
    },
    {
      write: (line) => {
        for (const stream of streams) stream.write(line);
      },
    },
  );
}

let second = 0;
let upToSecond = '';

/** As `toISOString`, which asks the calendar anew for every line of the same second. */
function isoTime(now: number): string {
  const ms = now % 1_000;
  if (now - ms !== second) {
    second = now - ms;
    upToSecond = new Date(second).toISOString().slice(0, 20);
  }
  return `${upToSecond}${String(ms).padStart(3, '0')}Z`;
}

/** An error's kind, message and stack; its other properties (requests, bodies, keys of clients) stay out. */
function safeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = error.cause === undefined ? {} : { cause: safeError(error.cause) };
  return { kind: error.name, message: withoutSecrets(error.message), stack: withoutSecrets(error.stack ?? ''), ...cause };
}

/**
 * Writes lines together: a call of the system for each would cost as much as the rest of a request. In order, once there are enough, after
 * a moment, and when the process ends by whatever but SIGKILL. What cannot be written (a full disk, a reader that left) is tried again
 * within a bound and stops nobody.
 */
function destination(to: { readonly dest: number | string; readonly mkdir?: boolean }): ReturnType<typeof pino.destination> {
  const stream = pino.destination({ ...to, sync: true, minLength: 8_192, periodicFlush: 100, maxLength: 1_000_000 });
  stream.on('error', () => undefined);
  // Not flushSync: it would ask a full disk for ever.
  process.on('exit', () => stream.flush());
  return stream;
}

/** Survives rotation: SIGHUP opens it anew. */
function logFile(file: string): ReturnType<typeof pino.destination> {
  makeFolder(dirname(file));
  const stream = destination({ dest: file, mkdir: true });
  process.on('SIGHUP', () => stream.reopen());
  return stream;
}

/** Step by step: Node's `recursive` never returns where no folder can be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
