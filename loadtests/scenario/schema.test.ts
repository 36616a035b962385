// The published JSON Schema is the one the tool checks with; the ready-made scenarios are plans that can run.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { k6Script } from '../k6/export.ts';
import { readForExport } from './read.ts';
import { scenarioSchema } from './schema.ts';

const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' });

test('load-scenario.schema.json is up to date (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../load-scenario.schema.json');
});

const scenarios = (await readdir(folder)).filter((file) => file.endsWith('.yaml'));

test.each(scenarios)('%s can run, here and in k6', async (file) => {
  const scenario = await readForExport(join(folder, file), folder);
  if ('problem' in scenario) throw new Error(scenario.problem);
  expect(Object.keys(scenario.thresholds ?? {}).length).toBeGreaterThan(0);
  expect('script' in k6Script(scenario, 'http://127.0.0.1:8000')).toBe(true);
});
