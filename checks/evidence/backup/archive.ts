// Lists an archive of pg_dump: what it is from, and the text of its schema.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, copyFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFault } from '../../model.ts';
import type { Bench } from '../database/scratch/folder.ts';
import type { Clients } from '../database/scratch/programs.ts';
import type { Kind } from './format.ts';
import { faultIn, runProgram } from './programs.ts';
import { brokenStream, unpacked } from './stream.ts';

export interface Archive {
  readonly path: string;
  readonly kind: Kind;
  readonly bench: Bench;
  readonly clients: Clients;
  readonly signal?: AbortSignal | undefined;
}
export interface Listed {
  readonly schema: string;
  /** Its own list of what it holds. */
  readonly contents: string;
  readonly fromMajor?: number;
  /** Of the pg_dump that wrote it. */
  readonly writtenBy?: number;
  /** A copy that the user of the bench can read, unpacked; or the archive itself. */
  readonly path: string;
}

/** `fault` where its own table of contents can't be read; `missing` where only a newer program can. */
export async function listArchive({
  path,
  kind,
  bench,
  clients,
  signal,
}: Archive): Promise<Listed | { readonly fault: BackupFault } | { readonly missing: string }> {
  let archive: string;
  try {
    archive = await readable(path, kind, bench);
  } catch (error) {
    return { fault: brokenStream(error) };
  }
  const options = { ...bench.user, cwd: bench.folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const program = join(clients.folder, 'pg_restore');
  const list = await runProgram(program, ['--list', archive], { options, signal, keepBytes: 32 * 1024 * 1024 });
  if (list.code !== 0) return tooNew(list.stderr) ?? { fault: faultIn(list.stderr) };
  const schema = await runProgram(program, ['--schema-only', '-f', '-', archive], { options, signal, keepBytes: 32 * 1024 * 1024 });
  if (schema.code !== 0) return { fault: faultIn(schema.stderr) };
  return { schema: schema.stdout, contents: list.stdout, ...writtenIn(list.stdout), path: archive };
}

/** What pg_dump writes into the head of every dump and archive. */
export function writtenIn(head: string): Pick<Listed, 'fromMajor' | 'writtenBy'> {
  const from = Number(/\bDumped from database version:? (\d+)/.exec(head)?.[1] ?? Number.NaN);
  const by = Number(/\bDumped by pg_dump version:? (\d+)/.exec(head)?.[1] ?? Number.NaN);
  return { ...(Number.isNaN(from) ? {} : { fromMajor: from }), ...(Number.isNaN(by) ? {} : { writtenBy: by }) };
}

/** Where root's programs run as nobody, a backup that only root may read is copied to them; a compressed one is unpacked. */
async function readable(path: string, kind: Kind, { folder, user }: Bench): Promise<string> {
  if (kind.compression === undefined && user.uid === undefined) return path;
  const copy = join(folder, `backup-${randomUUID()}`);
  if (kind.compression !== undefined) await pipeline(unpacked(path, kind), createWriteStream(copy));
  else if (kind.format === 'directory') await cp(path, copy, { recursive: true });
  else await copyFile(path, copy);
  await runProgram('chmod', ['-R', 'a+rX', copy], { options: {} });
  await chmod(folder, 0o755);
  return copy;
}

// A dump that this machine's programs are too old for is no bad dump.
const beyondUs: readonly (readonly [RegExp, string])[] = [
  [/unsupported version \(\d+\.\d+\) in file header/i, 'it was written by a newer pg_dump than the pg_restore that is installed here'],
  [
    /this build does not support compression|not supported by this (?:build|installation)|unrecognized compression/i,
    'the pg_restore that is installed here does not open its compression',
  ],
];

function tooNew(stderr: string): { readonly missing: string } | undefined {
  const missing = beyondUs.find(([pattern]) => pattern.test(stderr))?.[1];
  return missing === undefined ? undefined : { missing };
}
