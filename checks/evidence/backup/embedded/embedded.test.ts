// A plain dump where no server is installed: restored all the same, with the limits said, and told apart where it is spoiled.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeBackup } from '../../../catalog/backups-verified/backup.ts';
import type { BackupEvidence } from '../../../model.ts';
import { noDumps } from '../../database/testing/real.ts';
import { gatherBackup } from '../gather.ts';
import { drillRecord, readRecord } from '../record.ts';
import type { BackupRequest } from '../request.ts';
import { dumpedDatabase } from '../testing/dumps.ts';
import { piecesOf } from './pieces.ts';

const openScratch: NonNullable<BackupRequest['openScratch']> = async () => ({ missing: 'no PostgreSQL server is installed here' });

async function verified(path: string, more: Partial<BackupRequest> = {}): Promise<BackupEvidence> {
  const request = { path, now: new Date(), maxAgeMs: 86_400_000, sets: [], onProgress: () => undefined, openScratch, ...more };
  const gathered = await gatherBackup(request);
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

const copied = `--
-- PostgreSQL database dump
--

\\restrict abc

-- Dumped from database version 15.4
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION public.of_month() RETURNS integer
    LANGUAGE plpgsql
    AS $_$
begin
  -- it's; a remark
  return 1;

  perform 'COPY nothing FROM stdin;';
end;
$_$;

CREATE FUNCTION public.atomic(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT (1 + a);
 SELECT (2 + a);
END;

ALTER FUNCTION public.of_month() OWNER TO app;

CREATE TABLE public."odd; name" (id integer NOT NULL, title text DEFAULT E'it\\'s; \\\\'::text, note text);

COPY public."odd; name" (id, title, note) FROM stdin;
1\tsch\u00f6n; 'quoted\t\\N
2\ta\\tb\\\\.\\nc\tCOPY x FROM stdin;
\\.

CREATE TABLE public.profiles (id uuid PRIMARY KEY REFERENCES auth.users (id));
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.profiles TO authenticated USING ((auth.uid() = id));

INSERT INTO public."odd; name" VALUES (3, 'two
lines; and a half', '--');
INSERT INTO public."odd; name" VALUES (4, 'it''s', NULL);

--
-- PostgreSQL database dump complete
--

\\unrestrict abc
`;

describe('without a server', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'launchgate-embedded-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const written = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  test('a plain dump is restored, counted and recorded with its limits', async () => {
    const asked = { invariants: `select 1 from public."odd; name" where id = 2 and title <> E'a\\tb\\\\.\\nc'`, restoreLimitMs: 3_600_000 };
    const evidence = await verified(await written('plain.sql.gz', gzipSync(copied)), asked);
    expect(evidence.faults).toEqual([]);
    expect(evidence.restore).toMatchObject({
      found: {
        engine: expect.stringMatching(/^PostgreSQL \d+\.\d+ \(embedded\)$/),
        limits: expect.arrayContaining([expect.stringContaining('what PostgreSQL 15 itself says of the dump was not tried')]),
        tables: [
          { name: 'public.odd; name', rows: 4 },
          { name: 'public.profiles', rows: 0 },
        ],
        invariants: [{ rows: { found: 0 } }],
        rolesNeeded: ['app', 'authenticated'],
        platformStoodIn: true,
      },
    });
    expect(judgeBackup(evidence)).toMatchObject({
      verdict: 'pass',
      findings: [{ message: expect.stringMatching(/4 rows in 2 tables.*PGlite.*longer than a server/) }],
    });
    const record = await written('drill.json', drillRecord(evidence, { at: new Date(0), passed: true }));
    expect(await readRecord(record)).toMatchObject({ restore: { limits: expect.arrayContaining([expect.stringContaining('PGlite')]) } });
  });

  test('a row that does not fit is a fault of the dump', async () => {
    const evidence = await verified(await written('row.sql', copied.replace('\n2\ta', '\nx\ta')));
    expect(evidence.faults.map((fault) => fault.kind)).toEqual(['restore-error']);
  });
});

test.each([
  ['several databases', '\\connect app\n', /changes databases/],
  ['a database of its own', 'CREATE DATABASE app;\n', /makes a database/],
  ['another encoding', "SET client_encoding = 'LATIN1';\n", /written in LATIN1/],
])('%s is more than an embedded Postgres takes', async (_, sql, says) => {
  await expect(piecesOf(Readable.from([sql])).next()).rejects.toThrow(says);
});

describe.skipIf(noDumps !== undefined)(`what pg_dump wrote, without a server ${noDumps ?? ''}`, { timeout: 120_000 }, () => {
  const { at, dump, restoredFrom } = dumpedDatabase();

  test.each([['-Fp'], ['--inserts']])('%s holds what it holds on a server', async (format) => {
    await dump('again.sql', format);
    const { figures: there } = await restoredFrom('again.sql');
    const { figures: here } = await restoredFrom('again.sql', { openScratch });
    expect(here.tables).toEqual(there.tables);
    expect(here).toMatchObject({ rolesNeeded: there.rolesNeeded, sequencesBehind: [], limits: expect.any(Array) });
    expect(there.limits).toBeUndefined();
  });

  test('an archive stays open, and the reason is said', async () => {
    const evidence = await verified(at('custom.dump'));
    expect(evidence).toMatchObject({
      faults: [],
      restore: { missing: expect.stringContaining('only a plain dump can be restored without') },
    });
  });
});
