// Connections counted on a real PostgreSQL, and figures near the end of what there is.
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { gatherDatabase } from '../../evidence/database/gather.ts';
import { noRealPostgres, realPostgres } from '../../evidence/database/testing/real.ts';
import { watchConnections } from '../../evidence/database/watch.ts';
import type { Answer, ConnectionFigures } from '../../model.ts';
import { judgeDatabase } from './database.ts';

const calm: ConnectionFigures = {
  max: 100,
  reserved: 3,
  open: 12,
  byUser: [{ user: 'app', application: 'api', open: 12, idleInTransaction: 0 }],
  longestIdleInTransactionSeconds: 0,
  statementTimeoutMs: 0,
  idleInTransactionTimeoutMs: 0,
};
const missing = { missing: '' } as const;
const server = { version: 150000, user: 'u', superuser: false, encrypted: true, bytes: 1, encoding: 'UTF8', inRecovery: false };
const judged = (changes: Partial<ConnectionFigures>): Answer =>
  judgeDatabase({
    name: 'db/app',
    server,
    catalogue: missing,
    expected: missing,
    access: missing,
    histories: missing,
    statements: missing,
    connections: { found: { ...calm, ...changes } },
    notSeen: [],
  });

test.each<[string, Partial<ConnectionFigures>, Answer['verdict'], RegExp]>([
  ['with room', {}, 'pass', /12 connections of 97 are open, most of them \(12\) by api/],
  ['nobody there', { open: 0, byUser: [] }, 'not-applicable', /nobody but this run/],
  ['nearly full', { open: 90 }, 'fail', /90 of the 97 connections/],
  [
    'a transaction left open',
    { longestIdleInTransactionSeconds: 900, byUser: [{ user: 'app', application: '', open: 1, idleInTransaction: 1 }] },
    'fail',
    /idle for 900 s \(app\), and no idle_in_transaction_session_timeout/,
  ],
  [
    'many under load',
    { underLoad: { found: { before: 12, most: 80, mostToThisDatabase: 78, samples: 40 } } },
    'fail',
    /under load 80 of the 97 connections .* were open \(12 before it\)/,
  ],
  [
    'few under load',
    { underLoad: { found: { before: 12, most: 20, mostToThisDatabase: 20, samples: 40 } } },
    'pass',
    /at most 20 under load \(12 before it\), in 40 counts/,
  ],
  ['not counted under load', { underLoad: { missing: 'it broke off' } }, 'inconclusive', /it broke off/],
  ['one left open for a moment', { longestIdleInTransactionSeconds: 20 }, 'pass', /are open/],
])('%s', (_, changes, verdict, says) => {
  const answer = judged(changes);
  expect(answer.verdict).toBe(verdict);
  expect(JSON.stringify(answer)).toMatch(says);
});

describe.skipIf(noRealPostgres !== undefined)(`counted ${noRealPostgres ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  test('whoever may see little counts the sessions of others all the same', async () => {
    const url = await real.database();
    await real.run("drop role if exists passerby; create role passerby login password 'passerby'");
    const clients = Array.from({ length: 9 }, () => new pg.Client({ connectionString: url }));
    await Promise.all(clients.slice(0, 5).map((client) => client.connect()));
    const little = url.replace(/\/\/[^@]*@/, '//passerby:passerby@');
    const watch = watchConnections(little, 20);
    await Promise.all(clients.slice(5).map((client) => client.connect()));
    // A look in between takes longer than one count does.
    await gatherDatabase({ url: little, sets: missing, expected: missing, tryAccess: false });
    const seen = await watch.stop();
    await Promise.all(clients.map((client) => client.end()));
    expect(seen).toEqual({ found: { before: expect.any(Number), most: 9, mostToThisDatabase: 9, samples: expect.any(Number) } });
  });

  test('a service that opens one connection after the other is seen', async () => {
    const url = await real.database();
    await Promise.all(Array.from({ length: 15 }, () => real.connect(`${url}?application_name=greedy`)));
    const gathered = await gatherDatabase({ url, sets: missing, expected: missing, tryAccess: false });
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(gathered.found.connections).toMatchObject({
      found: { max: 20, reserved: 3, open: 15, byUser: [{ user: 'postgres', application: 'greedy', open: 15 }] },
    });
    expect(judgeDatabase(gathered.found)).toMatchObject({
      verdict: 'fail',
      findings: [{ message: '15 of the 17 connections that the server has for users are open' }],
    });
  });
});
