// What is no backup is told as such, and read no further.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kindOf } from './format.ts';
import { gatherBackup } from './gather.ts';

test('a folder that is no backup is said to be none', async () => {
  const path = await mkdtemp(join(tmpdir(), 'launchgate-format-'));
  await writeFile(join(path, 'notes.txt'), 'x');
  const gathered = await gatherBackup({ path, now: new Date(), maxAgeMs: 1, sets: [], onProgress: () => undefined });
  await rm(path, { recursive: true });
  expect(gathered).toEqual({
    missing: "the backup can't be read: the folder holds neither a dump in directory form nor a base backup",
  });
});

test('a packed dump whose first block is larger than a first look is known all the same', async () => {
  const path = await mkdtemp(join(tmpdir(), 'launchgate-format-'));
  const file = join(path, 'dump.sql.zst');
  const rows = Array.from({ length: 3_000 }, (_, at) => `${at}\t${randomBytes(60).toString('base64')}`).join('\n');
  await writeFile(file, zstdCompressSync(`-- PostgreSQL database dump\nCOPY a FROM stdin;\n${rows}\n\\.\n`));
  expect(await kindOf(file)).toMatchObject({ format: 'plain', compression: 'zstd' });
  await rm(path, { recursive: true });
});
