// The published JSON Schema is the one the tool checks with: editors complete a configuration from it.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { declarationOf } from './declaration.ts';
import { settingsSchema } from './schema.ts';

const schema = z.toJSONSchema(settingsSchema, { io: 'output', target: 'draft-2020-12' });

test('launchgate.config.d.ts is up to date (vitest -u writes it)', async () => {
  await expect(declarationOf(schema)).toMatchFileSnapshot('launchgate.config.d.ts');
});

test('launchgate.config.schema.json is up to date (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('launchgate.config.schema.json');
});

test.each([
  [{ gate: 'testflight', only: ['cors-restricted'], auth: { tokenEnv: 'TEST_TOKEN' } }, true],
  [{ routes: { protected: 'GET /v1/plans', jsonPost: { path: '/v1/plans', body: { name: 'x' } } } }, true],
  [{ gaet: 'testflight' }, false],
  [{ limits: { headersMs: 'soon' } }, false],
  [{ auth: { tokenEnv: 'a.pasted.token' } }, false],
])('%j: an editor says what the tool says', (value, valid) => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  expect(validate(value)).toBe(valid);
  expect(settingsSchema.safeParse(value).success).toBe(valid);
});
