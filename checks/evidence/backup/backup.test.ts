// Backups that pg_dump writes, restored into a real PostgreSQL and held against what was expected.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import type { BackupFormat } from '../../model.ts';
import { noDumps } from '../database/testing/real.ts';
import { gatherBackup } from './gather.ts';
import { drillRecord, readRecord } from './record.ts';
import { dumpedDatabase } from './testing/dumps.ts';

const rows = 2501;

/** Blocks that are kept as they are, as LZ4 does with what does not shrink. */
function lz4Frame(content: Buffer): Buffer {
  const blocks: Buffer[] = [Buffer.from('04224d18604082', 'hex')];
  for (let at = 0; at < content.length; at += 65_536) {
    const block = content.subarray(at, at + 65_536);
    const size = Buffer.alloc(4);
    size.writeUInt32LE((block.length | 0x80000000) >>> 0);
    blocks.push(size, block);
  }
  return Buffer.concat([...blocks, Buffer.alloc(4)]);
}

describe.skipIf(noDumps !== undefined)(`backups ${noDumps ?? ''}`, { timeout: 60_000 }, () => {
  const { real, at, written, dump, evidenceOf, restoredFrom } = dumpedDatabase();
  const edited = async (from: string | RegExp, to: string): Promise<string> => (await readFile(at('plain.sql'), 'utf8')).replace(from, to);

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
    ['plain.sql.lz4', async () => lz4Frame(await readFile(at('plain.sql')))],
    ['tar.tar.gz', async () => gzipSync(await readFile(at('tar.tar')))],
  ])('%s is unpacked first', async (name, make) => {
    const { figures } = await restoredFrom(await written(name, await make()));
    expect(figures.tables.map((each) => each.rows)).toEqual([500, 2000, 1]);
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

  test('a base backup without a manifest is none', async () => {
    const base = at('base');
    await mkdir(base);
    await writeFile(join(base, 'PG_VERSION'), '15\n');
    const evidence = await evidenceOf('base');
    expect(evidence.format).toEqual({ found: 'base' });
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'fail' });
  });

  test('a sequence that only a default asks is held against its column', async () => {
    const text = await edited(
      'CREATE TABLE',
      `CREATE SEQUENCE public.shared START WITH 5;\nCREATE TABLE public.counted (id bigint DEFAULT nextval('public.shared'::regclass));
INSERT INTO public.counted (id) VALUES (9);\nCREATE TABLE`,
    );
    expect((await restoredFrom(await written('shared.sql', text))).figures.sequencesBehind).toEqual(['public.shared']);
    const ahead = text.replace('START WITH 5', 'START WITH 10');
    expect((await restoredFrom(await written('ahead.sql', ahead))).figures.sequencesBehind).toEqual([]);
  });

  test('an extension that the source has and the backup has not is missed', async () => {
    const { evidence, figures } = await restoredFrom('custom.dump', { expectedExtensions: ['postgis'] });
    expect(figures.extensions).toHaveLength(1);
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'fail', findings: [{ place: { object: 'extension postgis' } }] });
    const [own = ''] = figures.extensions?.map((each) => each.split(' ')[0] ?? '') ?? [];
    expect((await restoredFrom('custom.dump', { expectedExtensions: [own] })).figures.extensionsGone).toBeUndefined();
  });

  test('the record of a drill can be read again, and not once it was changed, nor where its signature is not ours', async () => {
    const asked = { restoreLimitMs: 600_000, invariants: 'select 1 where false' };
    const { evidence, figures } = await restoredFrom('custom.dump', asked);
    const outcome = { at: new Date(0), passed: true, verdict: 'pass', because: ['all is well'], signedOffBy: 'the one on call' };
    await writeFile(at('drill.json'), drillRecord(evidence, { ...outcome, key: 'ours' }));
    const { at: _, ...told } = outcome;
    expect(await readRecord(at('drill.json'), 'ours')).toMatchObject({
      ...told,
      backup: { bytes: evidence.bytes, maxAgeMs: 86_400_000, format: 'custom', fromMajor: real.scratch().major },
      restore: {
        limitMs: 600_000,
        tables: expect.arrayContaining([{ name: 'public.plans', rows: 2000 }]),
        invariants: [{ name: 'select 1 where false', returned: 0 }],
        sequencesBehind: [],
        extensions: figures.extensions,
        rolesNeeded: ['app_owner', 'reader'],
      },
    });
    expect(await readRecord(at('drill.json'))).toMatchObject({ passed: true });
    expect(await readRecord(at('drill.json'), 'theirs')).toEqual({ problem: expect.stringContaining('not signed with the key') });
    await writeFile(at('plain.json'), drillRecord(evidence, outcome));
    expect(await readRecord(at('plain.json'), 'ours')).toEqual({ problem: expect.stringContaining('not signed with the key') });
    await writeFile(at('drill.json'), (await readFile(at('drill.json'), 'utf8')).replace('2000', '2'));
    expect(await readRecord(at('drill.json'), 'ours')).toEqual({ problem: expect.stringContaining('changed since the drill') });
  });
});
