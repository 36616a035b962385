// What the judges say where there is little to look at, and of rows that were tried.
import { expect, test } from 'vitest';
import type { AccessMatrix, Catalogue, DatabaseEvidence, MigrationSet, TableAccess } from '../../model.ts';
import { judgeDatabase } from './database.ts';
import { judgeMigrations } from './migrations.ts';

const none = { select: false, insert: false, update: false, delete: false };
const all = { select: true, insert: true, update: true, delete: true };
const relation = {
  schema: 'public',
  name: 'plans',
  kind: 'table',
  rowSecurity: true,
  securityInvoker: false,
  ownerBypasses: true,
  rowSecurityForced: false,
  columns: [{ name: 'user_id', type: 'uuid' }],
  hasPrimaryKey: true,
  grants: { anon: ['SELECT'], authenticated: ['SELECT'] },
  reads: [],
  ofExtension: false,
  rows: 0,
  bytes: 0,
  sequentialScans: 0,
  sequentialRows: 0,
  indexScans: 0,
  deadRows: 0,
  liveRows: 0,
  changes: 0,
  everVacuumed: false,
} as const;
const catalogue: Catalogue = {
  serverVersion: 170000,
  exposedSchemas: ['public'],
  hasRequestRoles: true,
  supabase: true,
  relations: [relation],
  policies: [],
  functions: [],
  indexes: [],
  foreignKeys: [],
  extensions: [],
};
const access: TableAccess = { table: 'public.plans', owner: 'user_id', anon: none, own: all, others: none };
const place = { kind: 'file', path: 'supabase/migrations/1_a.sql', line: 3, column: 1 } as const;
const set: MigrationSet = {
  tool: 'supabase',
  folder: 'supabase/migrations',
  files: [{ version: '1', name: 'a', place, statements: { found: [] } }],
  passedOver: [],
  absent: [],
  heads: [],
  servedToClients: true,
  replayed: {
    found: {
      engine: 'PostgreSQL 18',
      catalogue,
      leftOut: [],
      writtenAt: { 'public.plans': place },
      access: { found: { tables: [access] } },
    },
  },
};
const tried = (changes: Partial<TableAccess>, columns: readonly string[] = []): MigrationSet => {
  const matrix: AccessMatrix = { tables: [{ ...access, ...changes }] };
  const own = { ...catalogue, relations: [{ ...relation, columns: columns.map((name) => ({ name, type: 'text' })) }] };
  return {
    ...set,
    replayed: {
      found: { engine: 'PostgreSQL 18', catalogue: own, leftOut: [], writtenAt: { 'public.plans': place }, access: { found: matrix } },
    },
  };
};

test('the matrix is in the findings of a pass, a line for each table, at the line that made it', () => {
  expect(judgeMigrations({ sets: [set] })).toEqual({
    verdict: 'pass',
    findings: [
      {
        message:
          "public.plans: not signed in: nothing; own rows: read, add, change, delete; another's rows: nothing (tried in PostgreSQL 18)",
        place,
      },
    ],
  });
});

test.each<[string, MigrationSet, string]>([
  [
    'another changes it',
    tried({ others: { ...none, update: true } }),
    'a user could change a row of another in public.plans (user_id), tried on a scratch copy',
  ],
  [
    'nobody in particular adds one',
    tried({ anon: { ...none, insert: true } }),
    'who is not signed in could add a row of public.plans, tried on a scratch copy',
  ],
  [
    'another reads what is personal',
    tried({ others: { ...none, select: true } }, ['email']),
    "a user could read email of another's row in public.plans, tried on a scratch copy",
  ],
])('it fails where %s', (_, given, message) => {
  expect(judgeMigrations({ sets: [given] })).toEqual({ verdict: 'fail', findings: [{ message, place }] });
});

test.each([
  ["a table that is everybody's", tried({ others: { ...none, select: true }, anon: { ...none, select: true } }, ['title'])],
  ['rows of nobody, read by who is signed in', tried({ others: { ...none, select: true } })],
])('it passes %s', (_, given) => {
  expect(judgeMigrations({ sets: [given] })).toMatchObject({ verdict: 'pass' });
});

test('without anything to look at it does not apply; with a client of Supabase it is not known', () => {
  expect(judgeMigrations({ sets: [] })).toEqual({
    verdict: 'not-applicable',
    because: 'no PostgreSQL migrations of a known tool were found',
  });
  expect(judgeMigrations({ sets: [{ ...set, servedToClients: false }] })).toMatchObject({ verdict: 'not-applicable' });
  const client = { kind: 'file', path: 'api/db.py', line: 9, column: 1 } as const;
  expect(judgeMigrations({ sets: [], supabaseClient: client })).toEqual({
    verdict: 'inconclusive',
    because: 'api/db.py makes a client of Supabase, and neither its migrations nor its database were there to look at',
  });
});

test('a replay that broke off is no verdict', () => {
  const broken = { ...set, replayed: { missing: 'supabase/migrations/1_a.sql:3 could not be replayed: no such type' } };
  expect(judgeMigrations({ sets: [broken] })).toEqual({
    verdict: 'inconclusive',
    because: expect.stringContaining('1_a.sql:3 could not be replayed'),
  });
});

const looked: DatabaseEvidence = {
  name: 'db/app',
  server: { version: 170000, user: 'u', superuser: false, encrypted: true, bytes: 1, encoding: 'UTF8', inRecovery: false },
  catalogue: { found: catalogue },
  expected: { missing: '' },
  access: { missing: '' },
  histories: { missing: '' },
  statements: { missing: '' },
  connections: { missing: '' },
  notSeen: [],
};

test('a database that serves nobody but the service does not apply', () => {
  const evidence = { ...looked, catalogue: { found: { ...catalogue, hasRequestRoles: false } } };
  expect(judgeDatabase(evidence)).toMatchObject({ verdict: 'not-applicable' });
  expect(judgeDatabase({ ...evidence, catalogue: { missing: 'it broke' } })).toEqual({ verdict: 'inconclusive', because: 'it broke' });
});

test('what is advice is named beside what is kept, and changes no verdict', () => {
  const old = { name: 'pg_trgm', schema: 'extensions', version: '1.3', defaultVersion: '1.6' };
  expect(judgeDatabase({ ...looked, catalogue: { found: { ...catalogue, extensions: [old] } } })).toMatchObject({
    verdict: 'pass',
    findings: [
      { message: expect.stringContaining('row level security is on for public.plans') },
      { message: expect.stringContaining('named without a verdict: extension pg_trgm is at version 1.3') },
    ],
  });
  const bare = { ...catalogue, relations: [], extensions: [old] };
  expect(judgeDatabase({ ...looked, catalogue: { found: bare } })).toMatchObject({ verdict: 'not-applicable' });
});
