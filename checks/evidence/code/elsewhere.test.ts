// A service whose folder alone was given: what packages beside it do is not known, and nobody is told that it does nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { catalog } from '../../catalog/index.ts';
import { gatherCode } from './gather.ts';

const folder = mkdtempSync(join(tmpdir(), 'launchgate-elsewhere-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const service = {
  'package.json': JSON.stringify({
    name: 'api',
    scripts: { start: 'node main.ts' },
    dependencies: { express: '5.1.0', '@acme/store': 'workspace:*', '@acme/types': 'workspace:^', '@acme/store-words': '1.0.0' },
  }),
  'main.ts': [
    "import express from 'express';",
    "import { createPlan, isUp } from '@acme/store/plans';",
    "import { plural } from '@acme/store-words';",
    "import type { Plan } from '@acme/types';",
    'const app = express();',
    "app.get('/health', async (request, response) => response.json({ up: await isUp() }));",
    "app.post('/plans', async (request, response) => response.json(await createPlan(request.body.name)));",
    "app.get('/words', (request, response) => response.json(plural('plan')));",
    'app.listen(3000);',
  ].join('\n'),
};

function judged(files: Readonly<Record<string, string>>, id: string) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const check = catalog.find((each) => each.id === id);
  const gathered = gatherCode({ root: folder, mentions: check?.mentions ?? [] });
  if (!('found' in gathered)) throw new Error('nothing was gathered');
  const { evidence } = gathered.found;
  return { elsewhere: evidence.units.map((unit) => unit.elsewhere), answer: check?.judge.code?.(evidence) };
}

describe('a service without the packages of its repository', () => {
  test('imports one of them: those of the registry, and those for their types alone, do not count', () => {
    expect(judged(service, 'queries-optimized').elsewhere).toEqual([['@acme/store']]);
  });

  test.each([
    'queries-optimized',
    'connections-bounded',
    'llm-circuit-broken',
    'llm-retries-backed-off',
    'llm-spend-capped',
    'jwt-verified',
    'objects-owned',
    'health-checks-dependencies',
    'posts-idempotent',
  ])('%s can not be told', (id) => {
    expect(judged(service, id).answer).toMatchObject({ verdict: 'inconclusive' });
  });

  test('with them, they are read', () => {
    const whole = {
      'package.json': JSON.stringify({ workspaces: ['apps/*', 'packages/*'] }),
      'apps/api/package.json': service['package.json'],
      'apps/api/main.ts': service['main.ts'],
      'packages/store/package.json': JSON.stringify({ name: '@acme/store', exports: { './plans': './plans.ts' } }),
      'packages/store/plans.ts': 'export const isUp = async () => true;\nexport const createPlan = async (name: string) => ({ name });\n',
    };
    expect(judged(whole, 'queries-optimized')).toMatchObject({ elsewhere: [[]], answer: { verdict: 'not-applicable' } });
  });
});
