// Backups that pg_dump writes, whole and spoiled in every way: each told apart by what a restore into a real PostgreSQL shows.
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import type { BackupEvidence, BackupFormat } from '../../model.ts';
import { noRealPostgres, realPostgres } from '../database/testing/real.ts';
import { gatherBackup } from './gather.ts';
import { drillRecord, readRecord } from './record.ts';
import type { BackupRequest } from './request.ts';

const source = `
create role app_owner; create table public.plans (id bigint generated always as identity primary key, title text not null, note text);
insert into public.plans (title, note) select 'plan ' || n, repeat(md5(n::text), 20) from generate_series(1, 2000) n;
create table public.notes (id serial primary key, plan_id bigint references public.plans, body text);
insert into public.notes (plan_id, body) select n, E'a\\tb\\\\.' || n from generate_series(1, 500) n;
alter table public.notes owner to app_owner; alter table public.plans enable row level security;
create role reader; create policy readers on public.plans for select to reader using (true);
create extension pgcrypto;
create schema supabase_migrations; create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
insert into supabase_migrations.schema_migrations (version, name) values ('20260101000000', 'one');
`;
const rows = 2501;

describe.skipIf(noRealPostgres !== undefined)(`backups ${noRealPostgres ?? ''}`, () => {
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

  const dump = (name: string, format: string, from = url) =>
    promisify(execFile)(join(real.scratch().programs, 'pg_dump'), [format, '-f', join(folder, name), from]);
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

  test.each<[string, BackupFormat]>([
    ['plain.sql', 'plain'],
    ['custom.dump', 'custom'],
    ['tar.tar', 'tar'],
    ['directory', 'directory'],
  ])('%s is restored and counted', async (name, format) => {
    const { evidence, figures } = await restoredFrom(name);
    expect(evidence.format).toEqual({ found: format });
    expect(evidence.fromMajor).toBe(real.scratch().major);
    expect(figures.tables).toEqual([
      { name: 'public.notes', rows: 500 },
      { name: 'public.plans', rows: 2000 },
      { name: 'supabase_migrations.schema_migrations', rows: 1 },
    ]);
    expect(figures.rolesNeeded).toEqual(['app_owner', 'reader']);
    expect(judgeBackup(evidence)).toMatchObject({
      verdict: 'pass',
      findings: [{ message: expect.stringContaining(`${rows} rows in 3 tables`) }],
    });
  });

  test('the server it is restored into is its own, and gone afterwards', async () => {
    const request = { path: at('custom.dump'), now: new Date(), maxAgeMs: 86_400_000, sets: [], onProgress: () => undefined };
    const gathered = await gatherBackup(request);
    expect(gathered).toMatchObject({ found: { faults: [], restore: { found: { engine: real.scratch().engine } } } });
  });

  test.each<[string, () => Promise<Buffer>]>([
    ['plain.sql.gz', async () => gzipSync(await readFile(at('plain.sql')))],
    ['plain.sql.zst', async () => zstdCompressSync(await readFile(at('plain.sql')))],
    ['tar.tar.gz', async () => gzipSync(await readFile(at('tar.tar')))],
  ])('%s is unpacked first', async (name, make) => {
    const { figures } = await restoredFrom(await written(name, await make()));
    expect(figures.tables.map((each) => each.rows)).toEqual([500, 2000, 1]);
  });

  const half = (content: Buffer): Buffer => content.subarray(0, Math.floor(content.length / 2));
  const spoiled = (content: Buffer): Buffer => {
    const copy = Buffer.from(content);
    copy.fill(0x41, Math.floor(copy.length * 0.6), Math.floor(copy.length * 0.6) + 512);
    return copy;
  };
  const plain = () => readFile(at('plain.sql'));
  const custom = () => readFile(at('custom.dump'));
  const edited = async (from: string | RegExp, to: string): Promise<string> => (await plain()).toString('utf8').replace(from, to);
  const newer = async (): Promise<Buffer> => {
    const copy = Buffer.from(await custom());
    // The version of the archive's format, in its head: a future one.
    copy[6] = 99;
    return copy;
  };
  const latin = async (): Promise<Buffer> => {
    const text = (await plain()).toString('latin1');
    return Buffer.from(text.replace('plan 7\t', 'pl\u00e4n 7\t'), 'latin1');
  };
  test.each<[string, string, BackupEvidence['faults'][number]['kind'], () => Promise<string | Buffer>]>([
    ['nothing at all', 'empty.sql', 'empty', async () => ''],
    ['only remarks', 'remarks.sql', 'empty', async () => '-- PostgreSQL database dump\n\n-- Dumped from database version 15.1\n'],
    ['half of a plain dump', 'half.sql', 'truncated', async () => half(await plain())],
    ['a plain dump without its last line', 'cut.sql', 'truncated', () => edited('-- PostgreSQL database dump complete', '')],
    ['half of a packed dump', 'half.sql.gz', 'truncated', async () => half(gzipSync(await plain()))],
    ['half of an archive', 'half.dump', 'truncated', async () => half(await custom())],
    ['a packed dump with one bad block', 'bad.sql.gz', 'corrupted', async () => spoiled(gzipSync(await plain()))],
    ['an archive with one bad block', 'bad.dump', 'corrupted', async () => spoiled(await custom())],
    ['a picture', 'picture.dump', 'not-a-backup', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])],
    ['an archive of a newer pg_dump', 'newer.dump', 'newer-major', newer],
    ['an extension that is not installed', 'extension.sql', 'missing-extension', () => edited(/pgcrypto/g, 'no_such_extension')],
    ['bytes of another encoding', 'latin.sql', 'wrong-encoding', latin],
    ['a program to run', 'shell.sql', 'unsafe', () => edited('SET statement_timeout = 0;', '\\! touch /tmp/never')],
    ['a program behind COPY', 'program.sql', 'unsafe', () => edited('SET statement_timeout = 0;', "COPY public.plans FROM PROGRAM 'id';")],
    ['a bomb', 'bomb.sql.gz', 'too-large', async () => gzipSync(Buffer.concat([await plain(), Buffer.alloc(160 * 1024 * 1024, 0x20)]))],
  ])('%s is told apart and never verified', async (_, name, kind, make) => {
    const evidence = await evidenceOf(await written(name, await make()));
    expect(evidence.faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'fail' });
  });

  test('a dump of an empty database holds no table', async () => {
    await dump('void.dump', '-Fc', await real.database());
    const evidence = await evidenceOf('void.dump');
    expect(evidence.faults).toEqual([{ kind: 'no-tables', message: 'it was restored, and holds no table' }]);
  });

  test('a newer server than any here is no verdict on the backup', async () => {
    const evidence = await evidenceOf(
      await written('future.sql', await edited(/Dumped from database version \d+/, 'Dumped from database version 99')),
    );
    expect(evidence).toMatchObject({
      faults: [],
      fromMajor: 99,
      restore: { missing: expect.stringContaining('taken from PostgreSQL 99') },
    });
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('rows, invariants, sequences, the schema version, age and size are held against what was expected', async () => {
    const file = { version: '20260101000000', name: 'one', path: 'supabase/migrations/20260101000000_one.sql', text: '', sql: '' };
    const later = { ...file, version: '20260202000000', path: 'supabase/migrations/20260202000000_two.sql' };
    const set = { tool: 'supabase', folder: 'supabase/migrations', files: [file, later], passedOver: [], absent: [], heads: [] } as const;
    const sql = await edited(
      /SELECT pg_catalog.setval\('public.notes_id_seq', \d+, true\);/,
      "SELECT pg_catalog.setval('public.notes_id_seq', 3, true);",
    );
    const { evidence } = await restoredFrom(await written('wrong.sql', sql), {
      expectedRows: new Map([
        ['public.plans', 4000],
        ['public.notes', 510],
        ['public.gone', 1],
      ]),
      invariants: 'select 1 from public.notes where plan_id is null; select * from public.plans where id < 3; select nothing',
      sets: [set],
      restoreLimitMs: 0.001,
      previousBytes: 1_000_000_000,
      sha256: '0'.repeat(64),
      now: new Date(Date.now() + 90_000_000),
    });
    const answer = judgeBackup(evidence);
    const messages =
      'findings' in answer
        ? answer.findings.map(({ message, place }) => `${place.kind === 'database' ? place.object : ''}: ${message}`)
        : [];
    expect(messages).toEqual([
      'backup: its checksum is not the one it was written with',
      'backup: it is 25 h old, more than the 24 h that may be lost',
      expect.stringMatching(/^backup: it is .*, less than half of the one before \(1000 MB\)$/),
      expect.stringMatching(/^restore: it took .* s to restore, more than the 0 s allowed$/),
      'table public.plans: it holds 2000 rows where 4000 were expected',
      'table public.gone: it holds 0 rows where 1 were expected',
      'invariant select * from public.plans where id < 3: it must return nothing and returned 2 rows',
      expect.stringContaining('invariant select nothing: it could not be asked'),
      'sequence public.notes_id_seq: its next value is one that a row has already',
      'schema: its newest migration is 20260101000000, and that of the checkout 20260202000000',
    ]);
  });

  test('a checksum beside it counts; a changed byte shows where nothing else would', async () => {
    await copyFile(at('plain.sql'), at('summed.sql'));
    const { sha256 } = await evidenceOf('summed.sql');
    await writeFile(at('summed.sql.sha256'), `${sha256}  summed.sql\n`);
    expect((await evidenceOf('summed.sql')).checksum).toEqual({ found: { matches: true } });
    await written('summed.sql', await edited('plan 11\t', 'plan 12\t'));
    const changed = await evidenceOf('summed.sql');
    expect(changed.faults).toEqual([]);
    expect(judgeBackup(changed)).toMatchObject({ verdict: 'fail' });
  });

  test('a dump that leaves the platform to the platform is restored beside a stand-in for it', async () => {
    const text = `-- PostgreSQL database dump\nCREATE TABLE public.profiles (id uuid PRIMARY KEY REFERENCES auth.users (id));
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.profiles TO authenticated USING ((auth.uid() = id));\nGRANT ALL ON TABLE public.profiles TO anon;\nRESET ALL;\n`;
    const { figures } = await restoredFrom(await written('supabase.sql', text));
    expect(figures).toMatchObject({ platformStoodIn: true, tables: [{ name: 'public.profiles', rows: 0 }] });
  });

  test('a base backup is compared with its manifest', async () => {
    const base = at('base');
    await mkdir(base);
    await writeFile(join(base, 'PG_VERSION'), '15\n');
    const evidence = await evidenceOf('base');
    expect(evidence.format).toEqual({ found: 'base' });
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'fail' });
  });

  test('the record of a drill can be read again, and not once it was changed', async () => {
    const evidence = await evidenceOf('custom.dump');
    await writeFile(at('drill.json'), drillRecord(evidence, { at: new Date(0), passed: true }));
    expect(await readRecord(at('drill.json'))).toMatchObject({
      passed: true,
      backup: { bytes: evidence.bytes },
      restore: { tables: expect.arrayContaining([{ name: 'public.plans', rows: 2000 }]) },
    });
    await writeFile(at('drill.json'), (await readFile(at('drill.json'), 'utf8')).replace('2000', '2'));
    expect(await readRecord(at('drill.json'))).toEqual({ problem: expect.stringContaining('changed since the drill') });
  });
});
