// Reads a backup from end to end once, in bounded memory: its checksum, its text, and how much it is when unpacked.
import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import type { BackupFault } from '../../model.ts';
import { decompressor, filesBelow, type Kind } from './format.ts';

// Text of a database packs to a fifth or a twentieth; what unpacks to hundreds of times its size is no backup.
const bombRatio = 300;
const bombBytes = 128 * 1024 * 1024;

export class TooLarge extends Error {}

/** Unpacked bytes; fails with `TooLarge` for what unpacks to absurdly more than it is. Whoever wants to know how far it is read is handed the file. */
export function unpacked(path: string, { compression, bytes }: Kind, onOpen?: (raw: ReadStream) => void): NodeJS.ReadableStream {
  const raw = createReadStream(path);
  onOpen?.(raw);
  if (compression === undefined) return raw;
  let total = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      total += chunk.length;
      const bomb = total > bombBytes && total > bytes * bombRatio;
      done(bomb ? new TooLarge(`it unpacks to more than ${bombRatio} times its size`) : null, chunk);
    },
  });
  const inner = decompressor(compression)();
  raw.on('error', (error) => inner.destroy(error));
  inner.on('error', (error) => limit.destroy(error));
  limit.on('close', () => {
    raw.destroy();
    inner.destroy();
  });
  return raw.pipe(inner).pipe(limit);
}

/** Of the file as it lies, or of a folder's files in the order of their names. */
export async function sha256Of(path: string, isFolder: boolean, onBytes: (bytes: number) => void): Promise<string> {
  const hash = createHash('sha256');
  const files = isFolder ? await filesBelow(path) : [path];
  for (const file of files) {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
      onBytes(chunk.length);
    }
  }
  return hash.digest('hex');
}

/** What broke while it was unpacked. */
export function brokenStream(error: unknown): BackupFault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TooLarge) return { kind: 'too-large', message };
  const cut = /unexpected end of file/i.test(message);
  return cut
    ? { kind: 'truncated', message: 'its compressed stream ends too early' }
    : { kind: 'corrupted', message: `it can't be unpacked: ${message}` };
}
