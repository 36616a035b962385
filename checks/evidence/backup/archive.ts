// Lists an archive of pg_dump: what it is from, and the text of its schema.
import { join } from 'node:path';
import type { BackupFault } from '../../model.ts';
import { brokenStream } from './plain-text.ts';
import { faultIn, runProgram } from './programs.ts';
import { type Restoring, readable } from './restore.ts';

export interface Listed {
  readonly schema: string;
  readonly fromMajor?: number;
  /** Where an unpacked or readable copy lies. */
  readonly path?: string;
}

/** `fault` where its own table of contents can't be read; `missing` where only a newer program can. */
export async function listArchive({
  path,
  kind,
  scratch,
  signal,
}: Omit<Restoring, 'needs'>): Promise<Listed | { readonly fault: BackupFault } | { readonly missing: string }> {
  let archive: string;
  try {
    archive = await readable(path, kind, scratch);
  } catch (error) {
    return { fault: brokenStream(error) };
  }
  const options = { ...scratch.user, cwd: scratch.folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const program = join(scratch.clients ?? '', 'pg_restore');
  const list = await runProgram(program, ['--list', archive], { options, signal });
  if (list.code !== 0) return tooNew(list.stderr) ?? { fault: faultIn(list.stderr) };
  const schema = await runProgram(program, ['--schema-only', '-f', '-', archive], { options, signal, keepBytes: 32 * 1024 * 1024 });
  if (schema.code !== 0) return { fault: faultIn(schema.stderr) };
  const major = Number(/Dumped from database version: (\d+)/.exec(list.stdout)?.[1]);
  return {
    schema: schema.stdout,
    ...(Number.isInteger(major) ? { fromMajor: major } : {}),
    ...(archive === path ? {} : { path: archive }),
  };
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
