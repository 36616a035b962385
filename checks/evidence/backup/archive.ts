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

/** `fault` where its own table of contents can't be read. */
export async function listArchive({
  path,
  kind,
  scratch,
  signal,
}: Omit<Restoring, 'needs'>): Promise<Listed | { readonly fault: BackupFault }> {
  let archive: string;
  try {
    archive = await readable(path, kind, scratch);
  } catch (error) {
    return { fault: brokenStream(error) };
  }
  const options = { ...scratch.user, cwd: scratch.folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const program = join(scratch.programs, 'pg_restore');
  const list = await runProgram(program, ['--list', archive], { options, signal });
  if (list.code !== 0) return { fault: faultIn(list.stderr) };
  const schema = await runProgram(program, ['--schema-only', '-f', '-', archive], { options, signal, keepBytes: 32 * 1024 * 1024 });
  if (schema.code !== 0) return { fault: faultIn(schema.stderr) };
  const major = Number(/Dumped from database version: (\d+)/.exec(list.stdout)?.[1]);
  return {
    schema: schema.stdout,
    ...(Number.isInteger(major) ? { fromMajor: major } : {}),
    ...(archive === path ? {} : { path: archive }),
  };
}
