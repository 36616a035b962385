// How far a long restore has come, told now and then.
import type { ReadStream } from 'node:fs';
import type { Ask } from '../database/session.ts';

const everyMs = 2_000;
const worthTelling = 256 * 1024 * 1024;

/** Tells after each tenth of a large file; end it by what it answers with. */
export function tellRead(raw: ReadStream, bytes: number, tell: (what: string) => void): () => void {
  let told = 0;
  return every(() => {
    const tenths = Math.floor((raw.bytesRead / Math.max(1, bytes)) * 10);
    if (bytes > worthTelling && tenths > told) tell(`Restored ${tenths * 10} % of ${megabytes(bytes)}`);
    told = Math.max(told, tenths);
  });
}

/** Tells each time that the database has grown by as much; end it by what it answers with. */
export function tellSize(ask: Ask, database: string, tell: (what: string) => void): () => void {
  let told = 0;
  return every(async () => {
    const rows = await ask('select pg_database_size($1)::float8 as bytes', [database]).catch(() => []);
    const bytes = Number(Object(rows[0]).bytes ?? 0);
    if (bytes < told + worthTelling) return;
    told = bytes;
    tell(`Restored ${megabytes(bytes)} so far`);
  });
}

function every(work: () => unknown): () => void {
  const timer = setInterval(() => void work(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
