// Dumps by programs of other versions than the server's, of a whole server, and of a platform whose extensions are nowhere else.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import { installedClients } from '../database/scratch/programs.ts';
import { noDumps, pgDump } from '../database/testing/real.ts';
import { gatherBackup } from './gather.ts';
import { dumpedDatabase } from './testing/dumps.ts';

const [newest] = await installedClients();

describe.skipIf(noDumps !== undefined)(`of other versions ${noDumps ?? ''}`, { timeout: 60_000 }, () => {
  const { real, at, written, evidenceOf, restoredFrom, url } = dumpedDatabase();
  const edited = async (from: string | RegExp, to: string): Promise<string> => (await readFile(at('plain.sql'), 'utf8')).replace(from, to);
  const counted = [500, 2000, 1];

  // Where only one version is installed, it is the server's own.
  test.each(['-Fp', '-Fc', '-Ft', '-Fd'])('%s by the newest pg_dump there is', async (format) => {
    const program = join(newest?.folder ?? dirname(pgDump), 'pg_dump');
    await promisify(execFile)(program, [format, '-f', at(`newest${format}`), url()]);
    const { evidence, figures } = await restoredFrom(`newest${format}`);
    expect(evidence.fromMajor).toBe(real.scratch().major);
    expect(figures).toMatchObject({ engine: real.scratch().engine, extensions: [expect.any(String)] });
    expect(figures.tables.map(({ rows }) => rows)).toEqual(counted);
  });

  test('what only the pg_dump that wrote it understands is left open, and what no version would is a fault', async () => {
    const by99 = (statement: string) =>
      edited(/Dumped by pg_dump version \d+/, 'Dumped by pg_dump version 99').then((text) =>
        text.replace('CREATE TABLE', `${statement}\nCREATE TABLE`),
      );
    const open = await evidenceOf(await written('by99.sql', await by99('SET setting_of_99 = 0;')));
    expect(open).toMatchObject({ faults: [], restore: { missing: expect.stringContaining('written by pg_dump 99') } });
    expect(judgeBackup(open).verdict).toBe('inconclusive');
    const bad = await evidenceOf(await written('by99-bad.sql', await by99('INSERT INTO public.never VALUES (1);')));
    expect(bad.faults).toEqual([{ kind: 'restore-error', message: expect.stringContaining('public.never') }]);
  });

  test('a dump that makes its database, and one of a whole server, are counted where their tables are', async () => {
    await promisify(execFile)(pgDump, ['-C', '-f', at('made.sql'), url()]);
    await promisify(execFile)(join(dirname(pgDump), 'pg_dumpall'), ['-w', '-f', at('server.sql'), '-d', url()], {
      env: { ...process.env, PGPASSWORD: real.scratch().password },
    });
    for (const name of ['made.sql', 'server.sql']) {
      // On a server of its own: here its databases are there.
      const gathered = await gatherBackup({ path: at(name), now: new Date(), maxAgeMs: 86_400_000, sets: [], onProgress: () => undefined });
      const tables = counted.map((rows) => expect.objectContaining({ rows }));
      expect(gathered).toMatchObject({ found: { faults: [], restore: { found: { tables } } } });
    }
  });

  test('of a whole server, what lies in its first database is counted as well', async () => {
    const text = await readFile(at('plain.sql'), 'utf8');
    const roles = 'CREATE ROLE postgres;\nALTER ROLE postgres WITH SUPERUSER;\nCREATE ROLE app_owner;\nCREATE ROLE reader;\n';
    const head = '--\n-- PostgreSQL database cluster dump\n--\n';
    const whole = `\\connect postgres\n${text}`;
    const path = at(await written('first.sql', `${head}${roles}${whole}\n-- PostgreSQL database cluster dump complete\n`));
    const gathered = await gatherBackup({ path, now: new Date(), maxAgeMs: 86_400_000, sets: [], onProgress: () => undefined });
    const tables = counted.map((rows) => expect.objectContaining({ rows }));
    expect(gathered).toMatchObject({
      found: { faults: [], restore: { found: { tables, engine: expect.stringMatching(/, database postgres$/) } } },
    });
  });

  test('extensions that only the platform has are left out of its dumps, and told', async () => {
    const text = await edited('CREATE TABLE', `CREATE EXTENSION IF NOT EXISTS "pg_graphql" WITH SCHEMA "graphql";\nCREATE TABLE`);
    const elsewhere = await evidenceOf(await written('elsewhere.sql', text));
    expect(elsewhere.faults).toMatchObject([{ kind: 'missing-extension' }]);
    const { evidence, figures } = await restoredFrom(await written('platform.sql', text.replaceAll('reader', 'authenticated')));
    expect(figures.leftOut).toEqual(['pg_graphql']);
    expect(judgeBackup(evidence)).toMatchObject({
      verdict: 'pass',
      findings: [{ message: expect.stringContaining('without pg_graphql, which only the platform has') }],
    });
  });
});
