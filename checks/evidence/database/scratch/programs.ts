// Which PostgreSQL programs this machine has.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export interface Programs {
  readonly folder: string;
  readonly major: number;
}

const needed = ['initdb', 'postgres', 'pg_restore', 'psql'];
const folders: readonly (readonly [parent: string, name: RegExp, below: string])[] = [
  ['/usr/lib/postgresql', /^\d+$/, 'bin'],
  ['/usr', /^pgsql-\d+$/, 'bin'],
  ['/opt/homebrew/opt', /^postgresql@\d+$/, 'bin'],
  ['/usr/local/opt', /^postgresql@\d+$/, 'bin'],
  ['/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin'],
];

let known: Promise<readonly Programs[]> | undefined;

/** Every server installed here, newest first; those on PATH too. */
export function installedPrograms(): Promise<readonly Programs[]> {
  known ??= look();
  return known;
}

async function look(): Promise<readonly Programs[]> {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...new Set([...folders.flatMap(inFolder), ...onPath])].filter((folder) =>
    needed.every((program) => existsSync(join(folder, program))),
  );
  const found = await Promise.all(candidates.map(programsIn));
  return found.flatMap((each) => each ?? []).toSorted((one, other) => other.major - one.major);
}

function inFolder([parent, name, below]: (typeof folders)[number]): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((each) => name.test(each))
    .map((each) => join(parent, each, below));
}

async function programsIn(folder: string): Promise<Programs | undefined> {
  try {
    const { stdout } = await promisify(execFile)(join(folder, 'postgres'), ['--version']);
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
    return Number.isInteger(major) ? { folder, major } : undefined;
  } catch {
    return undefined;
  }
}

/** The oldest that is at least as new as asked for, or the newest where nothing is asked. */
export async function programsFor(major: number | undefined): Promise<Programs | undefined> {
  const all = await installedPrograms();
  return major === undefined ? all[0] : all.findLast((each) => each.major >= major);
}
