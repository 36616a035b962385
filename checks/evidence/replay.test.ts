// Evidence goes out and comes back the same, but for secrets; anything else is refused in one line.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeptEvidence, loadEvidence, saveEvidence } from './replay.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-replay-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const from = { toolVersion: '0.1.0', startedAt: '2026-01-01T00:00:00.000Z', target: { path: 'backend' } };
const coverage = { filesRead: 0, filesParsed: 0, leftOut: [], unreadable: [], blindSpots: [] };
const facts = { units: [], files: [], modules: [], children: [], coverage, secrets: [] };
const evidence: KeptEvidence = {
  code: { found: facts },
  environment: { found: { sources: [], variables: [], expected: [] } },
  texts: { 'main.ts': '\n\nline three' },
  boot: { missing: 'no start command was given', notAsked: true },
  load: { missing: 'the load run broke' },
  migrations: { found: { sets: [] } },
  database: { missing: 'no database was given', notAsked: true },
  backup: { missing: 'no backup was given', notAsked: true },
  http: {
    found: {
      shared: {
        baseUrl: 'http://127.0.0.1:1',
        chosen: {},
        requestsSent: 0,
        all: [],
        limits: { headersMs: 1, bodyMs: 1, idleMs: 1 },
      },
      exchanges: { 'some-check': { found: { preflight: { missing: 'the budget was used up' } } } },
    },
  },
};

test('what is saved comes back the same', async () => {
  await saveEvidence(folder, evidence, { from, secrets: new Map() });
  expect(await loadEvidence(folder)).toEqual({ evidence, from });
});

test('no file holds a secret that was given, nor anything that looks like one', async () => {
  const given = 'a-value-nobody-may-see';
  const shaped = ['sb', 'secret', 'Q7w9Zt3kLm5nB8vC2xR4'].join('_');
  const leaky: KeptEvidence = {
    ...evidence,
    code: { found: { ...facts, modules: [[`key = "${given}"`, { kind: 'package', name: shaped }]] } },
  };
  await saveEvidence(folder, leaky, { from, secrets: new Map([['API_KEY', given]]) });
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toContain(given);
    expect(text).not.toContain(shaped);
  }
  expect(await loadEvidence(folder)).toMatchObject({
    evidence: { code: { found: { modules: [['key = "[API_KEY]"', { name: '[secret]' }]] } } },
  });
});

test.each([
  ['an empty folder', async () => {}, /has no readable evidence\.json/],
  [
    'a manifest of something else',
    () => writeFile(join(folder, 'evidence.json'), '{"kind":"other"}'),
    /not a launchgate evidence manifest/,
  ],
  ['a manifest that is no JSON', () => writeFile(join(folder, 'evidence.json'), '{{'), /not a launchgate evidence manifest/],
])('%s is refused', async (_, prepare, message) => {
  await prepare();
  expect(problemOf(await loadEvidence(folder))).toMatch(message);
});

test.each([
  ['a changed file', () => writeFile(join(folder, 'boot.json'), '{"missing":"nothing"}'), /boot\.json was changed/],
  ['a missing file', () => rm(join(folder, 'http.json')), /http\.json is missing/],
  [
    'a newer format',
    async () => {
      const manifest = join(folder, 'evidence.json');
      await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"schemaVersion": 2', '"schemaVersion": 99'));
    },
    /evidence format 99; this version reads 2/,
  ],
])('%s is refused', async (_, spoil, message) => {
  await saveEvidence(folder, evidence, { from, secrets: new Map() });
  await spoil();
  const problem = problemOf(await loadEvidence(folder));
  expect(problem).toMatch(message);
  expect(problem).not.toContain('\n');
});

function problemOf(loaded: Awaited<ReturnType<typeof loadEvidence>>): string {
  return 'problem' in loaded ? loaded.problem : 'no problem';
}
