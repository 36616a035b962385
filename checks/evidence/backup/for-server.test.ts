// Only what the server at hand need not hear is left out, and only in the head of a dump.
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { forServer, isItsOwn, withoutExtensions, withoutItsOwn } from './for-server.ts';

const head = `SET statement_timeout = 0;
SET transaction_timeout = 0;
CREATE EXTENSION IF NOT EXISTS pg_net WITH SCHEMA extensions;
COMMENT ON EXTENSION pg_net IS 'Async HTTP';
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA extensions;
`;
const rows = 'COPY public.a (t) FROM stdin;\nSET transaction_timeout = 0;\nCREATE EXTENSION IF NOT EXISTS pg_net;\n\\.\n';
const through = (content: string, size: number, major = 15) => {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  return text(Readable.from(pieces).pipe(forServer({ major, leftOut: ['pg_net'] })));
};

test.each([1, 7, 4096])('in pieces of %i bytes', async (size) => {
  const kept = 'SET statement_timeout = 0;\nCREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA extensions;\n';
  expect(await through(`${head}${rows}`, size)).toBe(`${kept}${rows}`);
  expect(await through(head, size)).toBe(kept);
  expect(await through(`${head}${rows}`, size, 17)).toContain(`SET statement_timeout = 0;\nSET transaction_timeout = 0;\n`);
});

// Word for word what pg_restore 18 says of PostgreSQL 15.
const own = `pg_restore: error: could not execute query: ERROR:  unrecognized configuration parameter "transaction_timeout"
Command was: SET transaction_timeout = 0;
`;
const other = 'pg_restore: error: could not execute query: ERROR:  relation "a" already exists\nCommand was: CREATE TABLE public.a (\n';

test('a complaint of its own alone is none; another one counts, and is the one that is told', () => {
  expect(isItsOwn(`${own}pg_restore: warning: errors ignored on restore: 1\n`)).toBe(true);
  const both = `${own}${other}pg_restore: warning: errors ignored on restore: 2\n`;
  expect(isItsOwn(both)).toBe(false);
  expect(isItsOwn(`${own}pg_restore: error: unexpected end of file\n`)).toBe(false);
  expect(withoutItsOwn(both).split('\n')[0]).toBe(other.split('\n')[0]);
});

test('of an archive, an extension and its comment are taken off the list, and nothing else', () => {
  const kept = '3386; 0 0 COMMENT - EXTENSION pg_network \n215; 1259 16384 TABLE public pg_net postgres\n';
  const list = `;\n; Selected TOC Entries:\n;\n2; 3079 16391 EXTENSION - pg_net \n3385; 0 0 COMMENT - EXTENSION pg_net \n${kept}`;
  expect(withoutExtensions(list, ['pg_net'])).toBe(`;\n; Selected TOC Entries:\n;\n${kept}`);
});
