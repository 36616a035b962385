// Which of several settings of one name counts.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecrets, readValues } from './values.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'values-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));
const write = (name: string, text: string) => writeFile(join(root, name), text);

test('later sources win: local over shared, production over development, the process over all', async () => {
  await write('.env', 'A=1\nB=1\nC=1\nD=1');
  await write('.env.local', 'B=2\nC=2\nD=2');
  await write('.env.production', 'C=3\nD=3');
  await write('.env.example', 'E=4');
  const values = await readValues({ root, files: 'discover', processEnv: { D: '5' } });
  expect(Object.fromEntries(values)).toEqual({ A: '1', B: '2', C: '3', D: '5' });
});

test("files the user named keep the user's order", async () => {
  await write('.env.production', 'A=1');
  await write('over.env', 'A=2');
  expect((await readValues({ root, files: ['.env.production', 'over.env'] })).get('A')).toBe('2');
  expect((await readValues({ root, files: ['over.env', '.env.production'] })).get('A')).toBe('1');
});

test('two secrets of one name are both known', async () => {
  const [one, two] = [0, 1].map(() => crypto.getRandomValues(Buffer.alloc(18)).toString('base64url'));
  await write('.env', `SIGNING_SECRET=${one}`);
  await write('.env.production', `SIGNING_SECRET=${two}`);
  const secrets = await readSecrets({ root, files: 'discover' });
  expect([...secrets]).toEqual([
    ['SIGNING_SECRET', one],
    ['SIGNING_SECRET of .env.production', two],
  ]);
});
