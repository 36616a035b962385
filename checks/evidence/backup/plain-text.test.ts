// What stands in a string, a body or a remark of a dump is neither a table's rows nor a command; what stands beside them is.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlain } from './plain-text.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-text-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const last = '--\n-- PostgreSQL database dump complete\n--\n';
const readText = async (body: string, end = last) => {
  const path = join(folder, 'dump.sql');
  const text = `--\n-- PostgreSQL database dump\n--\n\n-- Dumped from database version 15.4\n-- Dumped by pg_dump version 17.2\n\n${body}\n${end}`;
  await writeFile(path, text);
  return readPlain(path, { format: 'plain', bytes: text.length, modifiedAt: new Date(0) });
};

test.each([
  ['of a function', 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nbegin\nCOPY a FROM stdin;\nend $$;'],
  ['with a tag', 'CREATE FUNCTION f() RETURNS void AS $_a1$\nCOPY a FROM stdin;\n$$ $_a1$ LANGUAGE sql;'],
  ['in quotes', "COMMENT ON TABLE a IS 'it''s so:\nCOPY a FROM stdin;\n\\! id\n';"],
  ['with backslashes', "INSERT INTO a VALUES (E'it\\'s\nCOPY a FROM stdin;\n\\! id\n\\\\');"],
  ['of a remark', '/* nested /* COPY */\nCOPY a FROM stdin;\n\\! id\n*/ SELECT 1;'],
  ['that names a program', "CREATE FUNCTION f() RETURNS text AS $$\nselect 'COPY a FROM PROGRAM ''id'''\n$$ LANGUAGE sql;"],
  ['between names with a dollar', 'ALTER TABLE a$b$c\n  ADD d$b$ int;'],
])('a body %s stays a body', async (_, body) => {
  const after = 'CREATE TABLE public.after (id int);';
  const read = await readText(`${body}\n${after}`);
  expect(read).toMatchObject({ faults: [], fromMajor: 15, writtenBy: 17 });
  // What comes behind it was read as statements.
  expect(read.schema).toContain(after);
});

test('rows are not read as statements, and a table that is cut off in the middle is', async () => {
  const rows = 'COPY public.a (id, "t;") FROM stdin;\n1\t-- PostgreSQL database dump complete\n2\t$$ \' \\\\! id\n\\.\n';
  const whole = await readText(`${rows}CREATE TABLE public.after (id int);`);
  expect(whole.faults).toEqual([]);
  expect(whole.schema).toContain('public.after');
  expect(whole.schema).not.toContain('\\\\!');
  expect((await readText(rows.replace('\\.\n', ''), '')).faults).toEqual([
    { kind: 'truncated', message: 'it ends in the middle of a table' },
  ]);
});

test.each([
  ['at the start of a line', '\\! touch /tmp/x'],
  ['behind a statement', 'SELECT 1; \\! touch /tmp/x'],
  ['instead of its end', 'SELECT 1 \\g |touch /tmp/x'],
  ['behind another command', '\\connect a \\! touch /tmp/x'],
  ['in the name of a database', '\\connect `touch /tmp/x`'],
  ['over two lines', "COPY a\nFROM PROGRAM 'touch /tmp/x';"],
  ['in lower case', "copy (select 1) to program 'cat';"],
  ['behind a string that only seems to go on', "SET standard_conforming_strings = off;\nSELECT 'a\\'\n;\n\\! touch /tmp/x"],
])('a program %s is told', async (_, body) => {
  expect((await readText(body)).faults.map(({ kind }) => kind)).toContain('unsafe');
});

test('what pg_dump guards its own text with runs nothing', async () => {
  expect((await readText('\\restrict aB1\n\\connect -reuse-previous=on "dbname=\'a\'"\nSELECT 1;\n\\unrestrict aB1')).faults).toEqual([]);
});

test('what comes behind its last line was not ended, and a dump of a server ends with a line of its own', async () => {
  expect((await readText('SELECT 1;', `${last}SELECT 2;\n`)).faults).toMatchObject([{ kind: 'truncated' }]);
  expect((await readText('SELECT 1;', `${last}SELECT 2;\n${last}`)).faults).toEqual([]);
  const cluster = '--\n-- PostgreSQL database cluster dump\n--\nSELECT 1;';
  expect((await readText(cluster)).faults).toMatchObject([{ kind: 'truncated' }]);
  expect(await readText(cluster, '-- PostgreSQL database cluster dump complete\n')).toMatchObject({ faults: [], isCluster: true });
});
