// A base backup as a folder of our own: copied, or unpacked from the tar files it is kept in. The backup itself is only read.
import { spawn } from 'node:child_process';
import { chown, cp, lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFault, Found } from '../../../model.ts';
import { compressionIn } from '../format.ts';
import { runProgram } from '../programs.ts';
import { brokenStream, unpacked } from '../stream.ts';

const tarName = /^(base|pg_wal|\d+)\.tar(?:\.(?:gz|zst|lz4))?$/;

export interface Unfolded {
  readonly major: number;
}
type Unfolding = Found<Unfolded> | { readonly fault: BackupFault };

/** Into a folder that does not exist yet. */
export async function unfold(path: string, into: string): Promise<Unfolding> {
  const names = await readdir(path);
  const tars = names.filter((name) => tarName.test(name));
  try {
    await mkdir(into, { mode: 0o700 });
    if (names.includes('PG_VERSION')) await cp(path, into, { recursive: true, verbatimSymlinks: true });
    else await untar(path, into, tars);
  } catch (error) {
    return { fault: brokenStream(error) };
  }
  const tablespaces = await readdir(join(into, 'pg_tblspc')).catch(() => []);
  if (tablespaces.length > 0 || tars.some((name) => /^\d/.test(name))) {
    return { missing: 'it has tablespaces, which lie outside its folder: it is not started' };
  }
  if (await hasLinks(into)) return { missing: 'a part of it is a link to another place: it is not started' };
  const major = Number((await readFile(join(into, 'PG_VERSION'), 'utf8').catch(() => '')).trim());
  if (!Number.isInteger(major) || major < 10) return { fault: { kind: 'not-a-backup', message: 'it says no version of PostgreSQL' } };
  return { found: { major } };
}

async function untar(path: string, into: string, tars: readonly string[]): Promise<void> {
  if (!tars.some((name) => name.startsWith('base.'))) throw new Error('it holds no base.tar');
  for (const name of tars.filter((each) => !/^\d/.test(each))) {
    const target = name.startsWith('pg_wal') ? join(into, 'pg_wal') : into;
    await mkdir(target, { recursive: true });
    await unpackTar(join(path, name), target);
  }
  await cp(join(path, 'backup_manifest'), join(into, 'backup_manifest')).catch(() => undefined);
}

async function unpackTar(file: string, target: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '-C', target, '--no-same-owner'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  tar.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString('utf8')}`.slice(-2_000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once('close', resolve);
    tar.once('error', reject);
  });
  const { size } = await lstat(file);
  const compression = await compressionIn(file);
  const kind = { format: undefined, bytes: size, modifiedAt: new Date(0), ...(compression === undefined ? {} : { compression }) };
  const [fed, code] = await Promise.allSettled([pipeline(unpacked(file, kind), tar.stdin), ended]);
  if (code.status === 'rejected') throw code.reason;
  // A tar that gave up closes its input: what it said comes before that it could not be fed.
  if (code.value !== 0 && said !== '') throw new Error(said.trim().split('\n')[0] ?? '');
  if (fed.status === 'rejected') throw fed.reason;
}

async function hasLinks(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.some((entry) => entry.isSymbolicLink());
}

/** For a server that runs as this user. */
export async function handOver(folder: string, { uid }: { readonly uid?: number }): Promise<void> {
  if (uid === undefined) return;
  await runProgram('chown', ['-R', `${uid}:${uid}`, folder], { options: {} });
  await chown(folder, uid, uid);
}
