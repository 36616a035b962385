// For tests: a small database, dumped in every format, and a folder for what is made of the dumps.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from 'vitest';
import type { BackupEvidence } from '../../../model.ts';
import { pgDump, realPostgres } from '../../database/testing/real.ts';
import { gatherBackup } from '../gather.ts';
import type { BackupRequest } from '../request.ts';

/** Any that the server brings: a build may lack those of contrib. */
const extensionSql = `do $$ begin execute (select format('create extension %I', name) from pg_available_extensions
  where name not in ('plpgsql', 'adminpack') order by name <> 'pgcrypto', name limit 1); end $$;`;
const source = `
create role app_owner; create table public.plans (id bigint generated always as identity primary key, title text not null, note text);
insert into public.plans (title, note) select 'plan ' || n, repeat(md5(n::text), 20) from generate_series(1, 2000) n;
create table public.notes (id serial primary key, plan_id bigint references public.plans, body text);
insert into public.notes (plan_id, body) select n, E'a\\tb\\\\.' || n from generate_series(1, 500) n;
alter table public.notes owner to app_owner; alter table public.plans enable row level security;
create role reader; create policy readers on public.plans for select to reader using (true);
${extensionSql}
create schema supabase_migrations; create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
insert into supabase_migrations.schema_migrations (version, name) values ('20260101000000', 'one');
`;

/** `plain.sql`, `custom.dump`, `tar.tar` and `directory`, made before the tests of the file and gone after them. */
export function dumpedDatabase() {
  const real = realPostgres();
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'launchgate-backup-'));
    await chmod(folder, 0o755);
    url = await real.database(source);
    await Promise.all([dump('plain.sql', '-Fp'), dump('custom.dump', '-Fc'), dump('tar.tar', '-Ft'), dump('directory', '-Fd')]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const dump = (name: string, format: string, from = url) => promisify(execFile)(pgDump, [format, '-f', join(folder, name), from]);
  // One server for all: what a drill leaves goes with it, as the server would.
  const shared: BackupRequest['openScratch'] = async (major) => {
    const server = real.scratch();
    if (major !== undefined && major > server.major)
      return { missing: `no PostgreSQL server of version ${major} or later is installed here` };
    return { found: { ...server, stop: () => real.run('drop database if exists restored') } };
  };
  const at = (name: string): string => join(folder, name);
  const written = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(at(name), content);
    return name;
  };
  const evidenceOf = async (name: string, asked: Partial<BackupRequest> = {}): Promise<BackupEvidence> => {
    const request = {
      path: at(name),
      now: new Date(),
      maxAgeMs: 86_400_000,
      sets: [],
      onProgress: () => undefined,
      openScratch: shared,
      ...asked,
    };
    const gathered = await gatherBackup(request);
    if ('missing' in gathered) throw new Error(gathered.missing);
    return gathered.found;
  };
  const restoredFrom = async (name: string, asked: Partial<BackupRequest> = {}) => {
    const evidence = await evidenceOf(name, asked);
    expect(evidence.faults).toEqual([]);
    if ('missing' in evidence.restore) throw new Error(evidence.restore.missing);
    return { evidence, figures: evidence.restore.found };
  };
  return { real, at, written, dump, evidenceOf, restoredFrom, url: () => url };
}
