// Proves the examples: the verdict of the name, and a finding on each marked line and on no other. And versions that make no history.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherMigrations } from '../../evidence/migrations/gather.ts';
import { checkout } from '../../evidence/migrations/testing/checkout.ts';
import type { Answer } from '../../model.ts';
import { judgeMigrations } from './migrations.ts';

const folder = join(import.meta.dirname, 'examples');

async function judged(files: Readonly<Record<string, string>>): Promise<Answer> {
  const { gathered } = await gatherMigrations({ root: checkout(files), replay: false });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return judgeMigrations(gathered.found);
}
const linesOf = (answer: Answer): readonly string[] =>
  'findings' in answer ? answer.findings.flatMap(({ place }) => (place.kind === 'file' ? [`${place.path}:${place.line}`] : [])) : [];

test.each(readdirSync(folder).filter((name) => name.endsWith('.sql')))('%s', async (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const path = 'migrations/20260101000000_example.sql';
  const answer = await judged(text === '' ? {} : { [path]: text });
  const marked = text.split('\n').flatMap((line, at) => (line.includes('-- <- finding') ? [`${path}:${at + 1}`] : []));
  expect(answer.verdict).toBe(name.split('.')[0]);
  if (answer.verdict === 'fail') expect([...new Set(linesOf(answer))]).toEqual(marked);
});

test.each(readdirSync(folder).filter((name) => name.endsWith('.py')))('%s', async (name) => {
  const [, ...parts] = readFileSync(join(folder, name), 'utf8').split(/^# file: (\S+)$/m);
  const files = Object.fromEntries(parts.flatMap((path, at) => (at % 2 === 0 ? [[path, parts[at + 1]?.slice(1) ?? '']] : [])));
  const answer = await judged(files);
  const marked = Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, at) => (line.includes('# <- finding') ? [`${path}:${at + 1}`] : [])),
  );
  expect({ verdict: answer.verdict, places: answer.verdict === 'fail' ? [...new Set(linesOf(answer))].sort() : [] }).toEqual({
    verdict: name.split('.')[0],
    places: marked.sort(),
  });
});

const a = 'create table a (id int);';
test.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
  ['twice', { 'migrations/001_a.sql': a, 'migrations/0001_b.sql': 'select 1;' }, ['migrations/001_a.sql:1'], /version 1 is given twice/],
  [
    'a gap',
    { 'migrations/1_a.sql': a, 'migrations/2_b.sql': '', 'migrations/4_c.sql': '' },
    ['migrations/4_c.sql:1'],
    /version 3 is missing/,
  ],
  ['no version', { 'supabase/migrations/1_a.sql': a, 'supabase/migrations/b.sql': '' }, ['supabase/migrations/b.sql:1'], /never applied/],
])('%s is told', async (_, files, places, says) => {
  const answer = await judged(files);
  expect(answer).toMatchObject({ verdict: 'fail', findings: [{ message: expect.stringMatching(says) }] });
  expect(linesOf(answer)).toEqual(places);
});

test('stamps of time have no gaps, and tens leave room', async () => {
  expect((await judged({ 'migrations/20260101000000_a.sql': a, 'migrations/20260301000000_b.sql': '' })).verdict).toBe('pass');
  expect((await judged({ 'migrations/010_a.sql': a, 'migrations/020_b.sql': '', 'migrations/030_c.sql': '' })).verdict).toBe('pass');
});

test('what is applied can do no more harm', async () => {
  const root = checkout({ 'migrations/1_a.sql': 'drop table x;', 'migrations/2_b.sql': 'drop table y;' });
  const { gathered } = await gatherMigrations({ root, replay: false });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const sets = gathered.found.sets.map((set) => ({ ...set, files: set.files.map((file) => ({ ...file, applied: file.version === '1' })) }));
  expect(linesOf(judgeMigrations({ sets }))).toEqual(['migrations/2_b.sql:1']);
});

test('migrations in another language are not known from their files', async () => {
  const answer = await judged({ 'migrations/20260101000000_a.js': 'exports.up = (knex) => knex.schema.dropTable("a");' });
  expect(answer).toEqual({
    verdict: 'inconclusive',
    because: 'the knex migrations in migrations are written in another language than SQL',
  });
});

test('of a table that the same file made above, nothing that squawk says is taken over', async () => {
  const sql = 'create table t (a int);\ncreate index y on t (a);\ncreate index z on other (a);\n';
  const root = checkout({ 'migrations/1_a.sql': 'create table other (a int);\n', 'migrations/2_b.sql': sql });
  const { gathered } = await gatherMigrations({ root, replay: false });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const findings = [2, 3].map((line) => ({
    rule: 'disallowed-unique-constraint',
    message: 'about it',
    place: { kind: 'file', path: 'migrations/2_b.sql', line, column: 1 } as const,
  }));
  const sets = gathered.found.sets.map((set) => ({ ...set, linted: { found: { tool: 'squawk 2.70.0', findings } } }));
  const answer = judgeMigrations({ sets });
  const lines = 'findings' in answer ? answer.findings.flatMap(({ place }) => (place.kind === 'file' ? [place.line] : [])) : [];
  expect(lines).toEqual([3]);
});

test('what squawk says beside is taken over: hazards only, once for each statement, of what is still to be applied', async () => {
  const root = checkout({
    'migrations/1_a.sql': 'drop index old;',
    'migrations/2_b.sql': '-- later\ndrop index x;\ncreate index y on t (a);\n',
  });
  const { gathered } = await gatherMigrations({ root, replay: false });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const said = (rule: string, path: string, line: number) => ({
    rule,
    message: `about ${rule}`,
    place: { kind: 'file', path, line, column: 1 } as const,
  });
  const findings = [
    said('require-concurrent-index-deletion', 'migrations/1_a.sql', 1),
    said('prefer-robust-stmts', 'migrations/2_b.sql', 2),
    said('require-concurrent-index-deletion', 'migrations/2_b.sql', 2),
    said('require-concurrent-index-creation', 'migrations/2_b.sql', 3),
  ];
  const sets = gathered.found.sets.map((set) => ({
    ...set,
    linted: { found: { tool: 'squawk 2.66.0', findings } },
    files: set.files.map((file) => ({ ...file, applied: file.version === '1' })),
  }));
  const answer = judgeMigrations({ sets });
  expect('findings' in answer ? answer.findings.map(({ message }) => message) : []).toEqual([
    'builds index y on public.t without CONCURRENTLY: nobody can write to the table meanwhile',
    'squawk 2.66.0 says require-concurrent-index-deletion: about require-concurrent-index-deletion',
  ]);
});
