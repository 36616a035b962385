// What is looked at stays as it was, and what can't be looked at is said.
import { execFile } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { judgeDatabase as judgeQueries } from '../../catalog/queries-optimized/database.ts';
import { addressOf, reading } from './connect.ts';
import { gatherDatabase } from './gather.ts';
import { stateOf } from './session.ts';
import { noDumps, noRealPostgres, pgDump, realPostgres } from './testing/real.ts';

const nothing = { missing: 'not asked' } as const;

describe.skipIf(noRealPostgres !== undefined)(`a real database ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  const gathered = async (url: string) => {
    const found = await gatherDatabase({ url, sets: { found: [] }, expected: nothing, tryAccess: false });
    if ('missing' in found) throw new Error(found.missing);
    return found.found;
  };

  test('nothing is ever written: no transaction is counted, and its dump is the same to the letter', async () => {
    const url = await real.database(
      `create table a (id serial primary key, b text); insert into a (b) select md5(n::text) from generate_series(1, 50) n;
      do $$ begin create role anon; create role authenticated; exception when duplicate_object then null; end $$; grant all on a to anon`,
    );
    const dumped = async () => (await promisify(execFile)(pgDump, [url])).stdout.replaceAll(/^\\(?:un)?restrict .*$/gm, '');
    const { ask } = await real.connect(url);
    const counted = () =>
      ask(
        'select pg_snapshot_xmax(pg_current_snapshot())::text as next, (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables) as changes',
      );
    const before = { dump: await dumped(), counted: await counted() };
    const evidence = await gathered(url);
    expect(evidence.catalogue).toMatchObject({
      found: { relations: [{ schema: 'public', name: 'a', kind: 'table', hasPrimaryKey: true }] },
    });
    expect({ dump: await dumped(), counted: await counted() }).toEqual(before);
    // Nor where what may be done with it is tried, and statements are planned: that is done on a copy.
    const tried = await gatherDatabase({
      url,
      sets: { found: [] },
      expected: nothing,
      tryAccess: true,
      plan: true,
      statements: [{ text: "delete from a where b = 'x'" }, { text: 'drop table a' }],
    });
    expect(tried).toMatchObject({ found: { access: { found: { tables: [{ table: 'public.a' }] } }, plans: expect.anything() } });
    expect({ dump: await dumped(), counted: await counted() }).toEqual(before);
  });

  test.each([
    'create table public.x ()',
    'insert into public.a default values',
    'update public.a set id = 2',
    'drop table public.a',
    "select nextval('public.a_id_seq')",
    'vacuum public.a',
  ])('a question that writes is refused: %s', async (sql) => {
    const address = addressOf(await real.database('create table a (id serial)'));
    if ('problem' in address) throw new Error(address.problem);
    const asked = await reading(address, async (ask) => {
      const refused = await ask(sql).then(() => 'done', stateOf);
      // The session goes on: one refused question spoils no other.
      return [refused, await ask('select 1 as one')];
    });
    expect(asked).toEqual({ found: [sql.startsWith('vacuum') ? '25001' : '25006', [{ one: 1 }]] });
  });

  test("somebody else's lock is not waited for, and a slow answer has a limit", async () => {
    const url = await real.database('create table a (id int)');
    const { run } = await real.connect(url);
    await run('begin; lock table a in access exclusive mode');
    const evidence = await gathered(url);
    expect(evidence.catalogue).toHaveProperty('found');
    await run('rollback');
    const address = addressOf(url);
    if ('problem' in address) throw new Error(address.problem);
    const asked = await reading(address, (ask) => ask('select pg_sleep(30)').then(() => 'slept', stateOf), {
      limits: { connectMs: 10_000, statementMs: 50, lockMs: 50 },
    });
    expect(asked).toEqual({ found: '57014' });
  });

  test('a server that falls silent is waited for once', async () => {
    let answers = 0;
    const door = createServer((caller) => {
      const server = connect(Number(new URL(real.scratch().url()).port), '127.0.0.1');
      caller.pipe(server);
      server.on('data', (chunk) => {
        answers += 1;
        if (answers < 12) caller.write(chunk);
      });
      for (const [one, other] of [[caller, server] as const, [server, caller] as const]) {
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      }
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const address = door.address();
    const url = new URL(real.scratch().url());
    url.port = String(typeof address === 'object' ? address?.port : 0);
    const limits = { connectMs: 2_000, statementMs: 1_000, lockMs: 50 };
    const gathered = await gatherDatabase({ url: url.href, sets: { found: [] }, expected: nothing, tryAccess: false, limits });
    expect(gathered).toEqual({ missing: expect.stringMatching(/^127\.0\.0\.1:\d+\/postgres broke off: it gave no answer within 3 s$/) });
    // After the one that was kept back, it was asked nothing.
    expect(answers).toBe(12);
    await new Promise((resolve) => door.close(resolve));
  });

  test('who may see little is told what was not seen', async () => {
    const url = await real.database('create extension if not exists pg_stat_statements');
    await real.run("drop role if exists passerby; create role passerby login password 'passerby'");
    const evidence = await gathered(url.replace(/\/\/[^@]*@/, '//passerby:passerby@'));
    expect(evidence).toMatchObject({
      name: expect.stringMatching(/^127\.0\.0\.1:\d+\/test_/),
      server: { user: 'passerby', superuser: false, encrypted: false },
    });
    expect(evidence.notSeen).toEqual([
      "slow statements: pg_stat_statements can't be read: the server was not started with it",
      'statements and sessions of other users: the role pg_read_all_stats is not granted',
    ]);
    expect(JSON.stringify(evidence)).not.toContain('passerby:');
  });

  test.each([
    ['the password is wrong', (url: string) => url.replace(/:[^:@]*@/, ':wrong@')],
    ['there is no such database', (url: string) => url.replace(/\/\w+$/, '/nowhere')],
    ['ECONNREFUSED', (url: string) => url.replace(/:\d+\/\w+$/, ':1/postgres')],
  ])('who can not connect hears why: %s', async (reason, spoil) => {
    const found = await gatherDatabase({ url: spoil(real.scratch().url()), sets: nothing, expected: nothing, tryAccess: false });
    expect(found).toEqual({ missing: expect.stringMatching(new RegExp(`^can't connect to 127\\.0\\.0\\.1:\\d+/\\w+: .*${reason}`)) });
    expect(JSON.stringify(found)).not.toContain(real.scratch().password);
  });

  test.skipIf(noDumps !== undefined)(
    'statements are planned on a copy: which no index serves, which one does, and which could not be',
    async () => {
      const url = await real.database(
        `create table plans (id bigint primary key, user_id uuid not null, title text); create index on plans (user_id);
       insert into plans select n, gen_random_uuid(), md5(n::text) from generate_series(1, 12000) n; analyze plans`,
      );
      const place = { kind: 'file', path: 'api/plans.ts', line: 7, column: 3 } as const;
      const texts = [
        'select id from plans where title = $1',
        'select id from plans where user_id = $1 and title = $2',
        'select * from plans',
        'select x from elsewhere where y = $1',
      ];
      const statements = texts.map((text) => ({ text, place }));
      const gathered = await gatherDatabase({ url, sets: nothing, expected: nothing, tryAccess: false, plan: true, statements });
      if ('missing' in gathered) throw new Error(gathered.missing);
      expect(gathered.found.plans).toEqual({
        found: [
          { text: texts[0], place, whole: { found: [{ table: 'public.plans', filter: '(plans.title = $1)' }] } },
          { text: texts[1], place, whole: { found: [] } },
          { text: texts[2], place, whole: { found: [] } },
          { text: texts[3], place, whole: { missing: 'relation "elsewhere" does not exist' } },
        ],
      });
      expect(judgeQueries(gathered.found)).toMatchObject({
        verdict: 'fail',
        findings: [
          {
            message:
              'every one of the 12000 rows of public.plans is read to find those with (plans.title = $1): no index serves it, by its plan on a copy of the schema',
            place,
          },
        ],
      });
    },
  );
});

test.each(['mysql://root:secretword@h/db', 'secretword', 'postgres//u:secretword@h'])(
  'what is no address of a PostgreSQL is not quoted: %s',
  async (url) => {
    const found = await gatherDatabase({ url, sets: nothing, expected: nothing, tryAccess: false });
    expect(found).toEqual({ missing: 'the database URL is no postgres:// URL' });
    // The rest of a password would pass for a host, and be shown.
    for (const url of ['postgres://u:12#secretword@h/db', 'postgres://u:12/secretword@h/db', 'postgres://u:se%zzcretword@h/db']) {
      expect(addressOf(url)).toEqual({ problem: expect.not.stringMatching(/secretword|12/) });
    }
  },
);

test.each([
  ['postgres://u:p%40ss@db.example.com/app', 'db.example.com:5432/app', 'prefer'],
  ['postgresql://u@db.example.com:6543/app?sslmode=require', 'db.example.com:6543/app', 'require'],
  ['postgres://u@localhost/app', 'localhost:5432/app', 'disable'],
  ['postgres://u@h/app?sslmode=verify-full', 'h:5432/app', 'verify'],
])('%s', (url, name, encryption) => {
  expect(addressOf(url)).toMatchObject({ name, encryption });
});
