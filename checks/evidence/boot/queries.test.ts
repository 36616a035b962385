// A service on a real PostgreSQL that asks once for each row, and one that asks once: counted on the wire, request by request.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeBoot } from '../../catalog/queries-optimized/boot.ts';
import type { QueriesDrill } from '../../model.ts';
import { noRealPostgres, realPostgres } from '../database/testing/real.ts';
import { drillQueries } from './queries.ts';
import { listener, shapeOf } from './wire.ts';

const service = `
import { createServer } from 'node:http';
import pg from ${JSON.stringify(import.meta.resolve('pg'))};
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const routes = {
  '/each': async () => {
    const { rows } = await pool.query('select id from plans order by id');
    return Promise.all(rows.map(async ({ id }) => (await pool.query('select title from plans where id = $1', [id])).rows));
  },
  '/spelled': async () => {
    const { rows } = await pool.query('select id from plans order by id');
    return Promise.all(rows.map(async ({ id }) => (await pool.query("select title from plans where id = " + id + " and title <> 'x" + id + "'")).rows));
  },
  '/once': async () => {
    await pool.query('begin'); await pool.query('select 1'); await pool.query('commit');
    return (await pool.query('select id, title from plans')).rows;
  },
  '/none': async () => [],
};
const server = createServer(async (request, response) => response.end(JSON.stringify(await (routes[request.url] ?? routes['/none'])())));
server.listen(0, '127.0.0.1', () => console.log('listening on http://127.0.0.1:' + server.address().port));
process.on('SIGTERM', () => process.exit(0));
`;

const real = realPostgres();
test.skipIf(noRealPostgres !== undefined)(`statements of a request ${noRealPostgres ?? ''}`, { timeout: 120_000 }, async () => {
  const url = await real.database(
    "create table plans (id int primary key, title text); insert into plans select n, 'plan' from generate_series(1, 8) n",
  );
  const cwd = await mkdtemp(join(tmpdir(), 'launchgate-queries-'));
  await writeFile(join(cwd, 'server.mjs'), service);
  const launch = { command: `"${process.execPath}" server.mjs`, cwd, env: { DATABASE_URL: url }, secrets: new Map(), tokens: new Map() };
  const where = { launch, waitFor: undefined, limitMs: 60_000, signal: undefined };
  const routes = ['/each', '/spelled', '/once', '/none'].map((path) => ({ method: 'GET', path }));
  const drilled = await drillQueries({ variable: 'DATABASE_URL', url, besides: {}, routes }, where);
  await rm(cwd, { recursive: true });
  if ('missing' in drilled) throw new Error(drilled.missing);
  expect(drilled.found.requests.map(({ statements, repeated, status }) => ({ status, statements, repeated }))).toEqual([
    { status: 200, statements: 9, repeated: [{ text: 'select title from plans where id = $1', times: 8 }] },
    { status: 200, statements: 9, repeated: [{ text: 'select title from plans where id = ? and title <> ?', times: 8 }] },
    { status: 200, statements: 1, repeated: [] },
    { status: 200, statements: 0, repeated: [] },
  ]);
  const judged = (found: QueriesDrill) =>
    judgeBoot({
      command: 'x',
      start: { kind: 'listening', afterMs: 1, url: '' },
      logLines: [],
      logLinesTruncated: false,
      drills: [],
      queries: { found },
    });
  expect(judged(drilled.found)).toMatchObject({
    verdict: 'fail',
    findings: [
      {
        message: 'one request sent the same statement 8 times: select title from plans where id = $1',
        place: { kind: 'request', method: 'GET' },
      },
      { message: expect.stringContaining('8 times') },
    ],
  });
  expect(judged({ ...drilled.found, requests: drilled.found.requests.slice(2) })).toMatchObject({
    verdict: 'pass',
    findings: [{ message: 'one request cost 1 statement, none of them over and over' }],
  });
  expect(judged({ ...drilled.found, requests: drilled.found.requests.slice(3) })).toMatchObject({ verdict: 'not-applicable' });
});

test('without a PostgreSQL that is there, nothing is started', async () => {
  const launch = { command: 'exit 1', cwd: '.', env: {}, secrets: new Map(), tokens: new Map() };
  const where = { launch, waitFor: undefined, limitMs: 1_000, signal: undefined };
  const request = { variable: 'DATABASE_URL', besides: {}, routes: [{ method: 'GET', path: '/' }] };
  expect(await drillQueries({ ...request, url: 'sqlite:///a.db' }, where)).toMatchObject({ doesNotApply: true });
  expect(await drillQueries({ ...request, url: 'postgres://u@127.0.0.1:1/x' }, where)).toMatchObject({ doesNotApply: true });
});

test('what is encrypted or no dialogue is said to be lost, and pieces are put together', () => {
  const seen: string[] = [];
  const lost: string[] = [];
  const open = () => listener({ statement: (text) => void seen.push(text), lost: () => void lost.push('one') });
  const message = (type: string, text: string): Buffer => {
    const body = Buffer.from(`${text}\0`);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const startup = message('', '\0\x03\0\0user\0u\0');
  const whole = Buffer.concat([Buffer.from('0000000804d2162f', 'hex'), startup, message('Q', 'select a'), message('Q', 'select b')]);
  const ear = open();
  for (const byte of whole) ear.hear(Buffer.from([byte]));
  expect(seen).toEqual(['select a', 'select b']);
  open().hear(Buffer.from([0x16, 3, 1, 0, 5]));
  open().hear(Buffer.from('GET / HTTP/1.1\r\n'));
  expect(lost).toHaveLength(2);
  expect(shapeOf("select a from t where b in (1, 2,3) and c = 'it''s'")).toBe('select a from t where b in (…) and c = ?');
  expect(shapeOf('BEGIN')).toBeUndefined();
});
