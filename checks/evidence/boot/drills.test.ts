// Drills of real services: started with a variable missing or malformed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { patient } from './drills.ts';
import { listens, node, openWorkshop, secret, validates, type Workshop } from './testing.ts';

let cwd = '';
let boot: Workshop['boot'];
let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  ({ cwd, boot } = workshop);
});
afterEach(() => workshop.remove());

test('drills tell a service that validates', async () => {
  const required = [
    { name: 'API_SECRET', type: 'string' },
    { name: 'LIMIT', type: 'number' },
  ] as const;
  const { drills, drillsLeftOut } = await boot(validates + listens, { drills: { required, enabled: true } });
  const good = { outcome: 'exited', exitCode: 1, namesVariable: true, showsValue: false };
  expect(drills).toMatchObject([
    { variable: 'API_SECRET', fault: 'missing', ...good },
    { variable: 'LIMIT', fault: 'missing', ...good },
    { variable: 'API_SECRET', fault: 'malformed', as: 'key', ...good },
    { variable: 'LIMIT', fault: 'malformed', as: 'number', ...good },
  ]);
  expect(drillsLeftOut).toEqual([]);
});

const secretDrills = { required: [{ name: 'API_SECRET', type: 'boolean' }], enabled: true } as const;

test('drills tell a service that starts anyway', async () => {
  const { drills } = await boot(listens, { drills: secretDrills });
  expect(drills).toMatchObject([{ fault: 'missing', outcome: 'listened', namesVariable: false }]);
});

test('drills tell a service that hangs', async () => {
  await writeFile(join(cwd, 'listens.mjs'), listens);
  const program = `if (process.env.API_SECRET) await import('./listens.mjs'); else setInterval(() => {}, 1000);`;
  const { drills } = await boot(program, { drills: { ...secretDrills, eachMs: 1_000 } });
  expect(drills).toMatchObject([{ fault: 'missing', outcome: 'hung', namesVariable: false }]);
});

test('what takes long to start gets three times as long for each drill, and more for all', () => {
  const asked = { required: [], enabled: true };
  expect(patient(asked, 300)).toMatchObject({ eachMs: 10_000, totalMs: 60_000 });
  expect(patient(asked, 8_000)).toMatchObject({ eachMs: 24_000, totalMs: 120_000 });
  expect(patient({ ...asked, eachMs: 1_000 }, 8_000)).toMatchObject({ eachMs: 1_000, totalMs: 120_000 });
});

test('drills tell a service that ends in silence', async () => {
  const { drills } = await boot(`if (!process.env.API_SECRET) process.exit(2);${listens}`, { drills: secretDrills });
  expect(drills).toMatchObject([{ outcome: 'exited', exitCode: 2, namesVariable: false }]);
});

test('drills tell a service that quotes a malformed secret', async () => {
  const drills = { required: [{ name: 'API_SECRET', type: 'string' }], enabled: true } as const;
  const talks = await boot(validates + listens, { drills, env: { API_SECRET: secret, LIMIT: '5', TALKS: '1' } });
  expect(talks.drills.map(({ fault, showsValue }) => [fault, showsValue])).toEqual([
    ['missing', false],
    ['malformed', true],
  ]);
});

test('part of another secret in the output of a drill is seen and cut out', async () => {
  const program = `if (!process.env.LIMIT) { console.error('LIMIT missing, input was ' + process.env.API_SECRET.slice(8, 24) + '...'); process.exit(1); }${listens}`;
  const { drills } = await boot(program, { drills: { required: [{ name: 'LIMIT', type: 'string' }], enabled: true } });
  expect(drills[0]).toMatchObject({ outcome: 'exited', showsValue: true });
  const { start } = await boot(program, { env: { API_SECRET: secret, LIMIT: '' } });
  expect(JSON.stringify(start)).not.toContain(secret.slice(12, 22));
});

test('a variable that a .env file may bring back is tried missing, and empty where that proves nothing', async () => {
  await writeFile(join(cwd, '.env'), 'LIMIT=5\n');
  const drills = { required: [{ name: 'LIMIT', type: 'string' }], enabled: true } as const;
  const refuses = `if (!process.env.LIMIT) { console.error('LIMIT'); process.exit(1); }${listens}`;
  const plain = await boot(refuses, { drills });
  expect(plain.drills).toMatchObject([{ variable: 'LIMIT', fault: 'missing', outcome: 'exited', namesVariable: true }]);
  const loads = await boot(`process.env.LIMIT ??= '5'; ${refuses}`, { drills });
  expect(loads.drills).toMatchObject([{ variable: 'LIMIT', fault: 'empty', outcome: 'exited', namesVariable: true }]);
});

test.runIf(process.platform === 'linux')('a variable that the start command sets itself cannot be missing', async () => {
  const drills = { required: [{ name: 'LIMIT', type: 'boolean' }], enabled: true } as const;
  const { drills: run, drillsLeftOut } = await boot(listens, { drills, command: `LIMIT=5 ${node} server.mjs` });
  expect(run).toEqual([]);
  expect(drillsLeftOut).toEqual([{ variable: 'LIMIT', fault: 'missing', because: 'the start command sets it by itself' }]);
});

test('drills keep to their time and tell what they left out', async () => {
  const required = Array.from({ length: 14 }, (_, index) => ({ name: `FLAG_${index}`, type: 'boolean' as const }));
  const { drills, drillsLeftOut = [] } = await boot(listens, { drills: { required, enabled: true, totalMs: 400 } });
  expect(drills.length + drillsLeftOut.length).toBe(14);
  expect(drills.length).toBeGreaterThan(0);
  expect(drillsLeftOut.map(({ because }) => because)).toEqual(
    expect.arrayContaining(['only 12 variables are tried', 'the 0 s for drills were over']),
  );
});

test('where nothing is known to be required, what has no default is tried; where all has one, nothing is', async () => {
  const perhaps = [{ name: 'API_SECRET', type: 'string' }] as const;
  const tried = await boot(validates + listens, { drills: { required: [], perhaps, enabled: true } });
  expect(tried.drills).toMatchObject([{ variable: 'API_SECRET', perhapsOptional: true, outcome: 'exited', namesVariable: true }]);
  const nothing = await boot(listens, { drills: { required: [], perhaps: [], nothingRequired: true, enabled: true } });
  expect(nothing).toMatchObject({ drills: [], nothingRequired: true });
});
