// Services of a checkout, asked one by one: the same answers as all at once, and nothing kept of those that were asked.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askUnit } from '../../ask-unit.ts';
import { audit, type GatheredEvidence } from '../../audit.ts';
import { catalog } from '../../catalog/index.ts';
import type { CodeFacts } from './facts.ts';
import { gatherCode } from './gather.ts';
import { makeServices, type Prepared } from './services.ts';

const service = (origin: string, helper: string) => `import Koa from 'koa';
import cors from '@koa/cors';
import { tell } from '${helper}';
const app = new Koa();
app.use(cors({ origin: '${origin}', credentials: true }));
app.use((ctx) => { console.log(process.env.GREETING); tell(ctx); });
app.listen(3000);
`;
const helper = `export const tell = (ctx) => { ctx.body = process.env.NAME; };\n`;
const files: Readonly<Record<string, string>> = {
  'libs/tell.ts': helper,
  'apps/one/package.json': '{"name":"one","dependencies":{"koa":"3.0.0","@koa/cors":"5.0.0"}}',
  'apps/one/main.ts': service('*', '../../libs/tell.ts'),
  'apps/other/package.json': '{"name":"other","dependencies":{"koa":"3.0.0","@koa/cors":"5.0.0"}}',
  'apps/other/main.ts': service('https://app.example.com', './tell.ts'),
  'apps/other/tell.ts': helper,
  'apps/third/package.json': '{"name":"third","dependencies":{"koa":"3.0.0","@koa/cors":"5.0.0"}}',
  'apps/third/main.ts': service('*', '../../libs/tell.ts'),
};
const checks = catalog.filter(({ judge }) => judge.code !== undefined);
const nothing = { missing: 'not asked', notAsked: true } as const;
const others = { environment: nothing, boot: nothing, load: nothing, migrations: nothing, database: nothing, backup: nothing };
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launchgate-services-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

function gathered() {
  const found = gatherCode({ root, mentions: checks.flatMap(({ mentions = [] }) => mentions) });
  if (!('found' in found)) throw new Error(found.missing);
  return found.found;
}

test('services that are asked one by one get the verdicts of services that are asked at once', () => {
  const [apart, together] = [gathered(), gathered()];
  const shown = apart.services.eachApart((unit) => askUnit(unit, checks, apart.evidence));
  const verdicts = (evidence: Pick<GatheredEvidence, 'code' | 'shown'>) =>
    audit(checks, { ...others, http: () => nothing, ...evidence }).map(({ check, ...result }) => ({ ...result, id: check.id }));
  expect(shown).toHaveLength(3);
  expect(verdicts({ code: { found: apart.evidence }, shown })).toEqual(verdicts({ code: { found: together.evidence } }));
  expect(apart.evidence.coverage).toEqual(together.evidence.coverage);
  const cors = verdicts({ code: { found: apart.evidence }, shown }).find(({ id }) => id === 'cors-restricted');
  expect(cors?.verdict).toBe('fail');
});

test('what is asked of a service that was let go is worked out again, and what is kept for a replay is whole', () => {
  const [apart, together] = [gathered(), gathered()];
  apart.services.eachApart(({ routes }) => routes.length);
  for (const { middleware } of [...apart.evidence.units, ...together.evidence.units]) expect(middleware.length).toBeGreaterThan(0);
  // Files come in the order in which they were asked for; answers that stand on them are not kept.
  const sorted = ({ files, modules, ...facts }: CodeFacts) =>
    JSON.stringify({
      ...facts,
      files: files.toSorted((one, other) => one.path.localeCompare(other.path)),
      modules: modules.toSorted(([one], [other]) => one.localeCompare(other)),
    });
  expect(sorted(apart.facts())).toEqual(sorted(together.facts()));
});

test('services that share a file stay together, and are let go together', () => {
  const prepared = (path: string, ...files: readonly string[]): Prepared => ({
    found: { root: path, entries: [], files: new Set(files), startCommands: [], packages: () => ({}), beside: () => [] },
    paths: files,
    others: [],
  });
  const { evidence } = gathered();
  const [unit] = evidence.units;
  if (unit === undefined) throw new Error('no service was found');
  const kept: (readonly string[])[] = [];
  const made: string[] = [];
  const services = makeServices(
    [prepared('a', 'a.ts', 'shared.ts'), prepared('b', 'b.ts'), prepared('c', 'c.ts', 'shared.ts')],
    ({ found }) => {
      made.push(found.root);
      return { ...unit, root: found.root };
    },
    (paths) => kept.push([...paths].sort()),
  );
  let pauses = 0;
  const answers = services.eachApart(
    (each) => each.root,
    () => {
      pauses += 1;
    },
  );
  expect(answers).toEqual(['a', 'b', 'c']);
  expect(made).toEqual(['b', 'a', 'c']);
  expect(kept).toEqual([
    ['a.ts', 'b.ts', 'c.ts', 'shared.ts'],
    ['a.ts', 'c.ts', 'shared.ts'],
  ]);
  expect(pauses).toBe(1);
});
