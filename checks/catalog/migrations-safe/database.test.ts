// What stops an upgrade, on a real PostgreSQL: none before it is planted, itself when it is, none when it is repaired.
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../evidence/database/catalogue/read.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import { supabaseFoundation } from '../../evidence/migrations/foundation.ts';
import { judgeDatabase } from './database.ts';

describe.skipIf(noRealPostgres !== undefined)(`planted and repaired ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let connection: Awaited<ReturnType<typeof real.connect>>;
  beforeAll(async () => {
    const sql = `${supabaseFoundation} create table public.plans (id int primary key, user_id uuid references auth.users, mail text, kind regclass);`;
    connection = await real.connect(await real.database(sql));
  });
  const objectsNow = async (): Promise<readonly string[]> => {
    const { catalogue } = await readCatalogue(connection.ask);
    const figures = { name: 'db/app', catalogue, expected: { missing: '' }, access: { missing: '' }, histories: { missing: '' } };
    const more = { statements: { missing: '' }, connections: { missing: '' }, notSeen: [] };
    const server = { version: 150000, user: 'u', superuser: false, encrypted: true, bytes: 1, encoding: 'UTF8', inRecovery: false };
    const answer = judgeDatabase({ ...figures, ...more, server });
    return 'findings' in answer ? answer.findings.map(({ place }) => (place.kind === 'database' ? place.object : '')) : [];
  };

  test.each([
    [
      'unsupported_reg_types (0018)',
      'alter table public.plans add column calls regprocedure',
      'column public.plans.calls',
      'alter table public.plans alter column calls type text',
    ],
    [
      'unsupported_reg_types (0018), in an array of a partitioned table',
      'create table public.parts (id int, words regconfig[]) partition by range (id)',
      'column public.parts.words',
      'alter table public.parts drop column words',
    ],
    [
      'fkey_to_auth_unique (0021)',
      'alter table public.plans add constraint to_mail foreign key (mail) references auth.users (email)',
      'constraint public.plans/to_mail',
      'alter table public.plans drop constraint to_mail',
    ],
  ])('%s', async (_, plant, object, repair) => {
    await connection.run('begin');
    try {
      expect(await objectsNow()).toEqual([]);
      await connection.run(plant);
      expect(await objectsNow()).toEqual([object]);
      await connection.run(repair);
      expect(await objectsNow()).toEqual([]);
    } finally {
      await connection.run('rollback');
    }
  });
});
