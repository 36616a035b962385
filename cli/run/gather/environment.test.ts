// What the code expects of its environment, from real source; and what is known of the values.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalog } from '../../../checks/catalog/index.ts';
import { loadSettings } from '../../config/settings.ts';
import { openTerminal } from '../../terminal.ts';
import { knownCode } from './code.ts';
import { knownEnvironment } from './environment.ts';
import { expectations } from './expectations.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'launchgate-environment-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const service = `
import os
from fastapi import FastAPI

app = FastAPI()
KEY = os.environ["API_KEY"]
MODEL = os.getenv("MODEL", "small")
URL = os.getenv("BASE_URL", "")
`;

test('required, with a default, and with an empty default that is none', async () => {
  await writeFile(join(root, 'main.py'), service);
  const { gathered } = await knownCode(root, catalog);
  const byName = Object.fromEntries(expectations(gathered).expected.map((each) => [each.name, each]));
  expect(byName.API_KEY).toMatchObject({ required: true, hasFallback: false, readAt: { path: 'main.py', line: 6 } });
  expect(byName.MODEL).toMatchObject({ required: false, hasFallback: true });
  expect(byName.BASE_URL).toMatchObject({ hasFallback: false });
});

test('without a service what is expected is not known, and says so', async () => {
  const { gathered } = await knownCode(root, catalog);
  expect(expectations(gathered)).toMatchObject({ expected: [], expectedMissing: expect.stringContaining('no backend') });
});

test('values are known to the run and never part of the evidence', async () => {
  const value = ['not', 'for', 'anybody', 'else', '42'].join('-');
  await writeFile(join(root, '.env'), `API_KEY=${value}\n`);
  const settings = await loadSettings({ root, config: false, flags: {} }, openTerminal({ quiet: true }));
  const known = await knownEnvironment({ root, settings, envFiles: [] }, { missing: 'not read' });
  expect(known.values.get('API_KEY')).toBe(value);
  expect([...known.secrets.values()]).toContain(value);
  expect(JSON.stringify(known.gathered)).toContain('API_KEY');
  expect(JSON.stringify(known.gathered)).not.toContain(value);
});
