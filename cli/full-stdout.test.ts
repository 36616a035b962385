// A report that stdout has no room for: one line that says so, and no device is ever put aside.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const full = '/dev/full';
const isThere = statSync(full, { throwIfNoEntry: false })?.isCharacterDevice() === true;
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

it.skipIf(!isThere)('a full stdout is told in one line', () => {
  const stdout = openSync(full, 'w');
  const ran = spawnSync(process.execPath, [main, 'checks'], { stdio: ['ignore', stdout, 'pipe'], encoding: 'utf8' });
  closeSync(stdout);
  expect(ran.stderr).toMatch(/^launchgate: can't write to stdout: ENOSPC[^\n]*\n$/);
  expect(ran.status).toBe(2);
  expect(statSync(full).isCharacterDevice()).toBe(true);
});
