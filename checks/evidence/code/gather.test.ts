import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { catalog } from '../../catalog/index.ts';
import type { CodeEvidence } from '../../model.ts';
import { codeFromFacts } from './facts.ts';
import { gatherCode } from './gather.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function tree(texts: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-gather-'));
  folders.push(root);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function gather(root: string, mentions: readonly string[] = ['']) {
  const gathered = gatherCode({ root, mentions });
  if (!('found' in gathered)) throw new Error(gathered.missing);
  return gathered.found;
}

const app = "import Koa from 'koa';\nconst app = new Koa();\napp.listen(3000);\n";

describe('hostile trees give one clear entry each', () => {
  test('a folder that is a file, or is not there, is missing', () => {
    const root = tree({ file: '' });
    expect(gatherCode({ root: join(root, 'file'), mentions: [] })).toEqual({ missing: expect.stringContaining('could not be read') });
    expect(gatherCode({ root: join(root, 'nowhere'), mentions: [] })).toEqual({ missing: expect.stringContaining('could not be read') });
  });

  test('a file that is no UTF-8, one with a syntax error and one with a null byte are unreadable, the rest is read', () => {
    const root = tree({
      'app.ts': `import './latin.ts';\nimport './broken.ts';\n${app}`,
      'latin.ts': Uint8Array.from([0x63, 0xe9, 0xff, 0x0a]),
      'broken.ts': 'export const = ;\n',
      'zero.py': 'from fastapi import FastAPI\napp = FastAPI()\n\0\n',
    });
    const { units, coverage } = gather(root).evidence;
    expect(units.map(({ frameworks }) => frameworks)).toEqual([['koa']]);
    expect([...coverage.unreadable].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'broken.ts', because: expect.stringContaining('syntax error at line 1') },
      { path: 'latin.ts', because: 'not UTF-8 text' },
      { path: 'zero.py', because: 'line 3: a null byte' },
    ]);
  });

  test('where no service was found, a source that could not be read is a blind spot; a test is none', () => {
    const root = tree({ 'package.json': '{}', 'server.js': `${app}app.use((`, 'test/server.test.js': `${app}app.use((` });
    const { units, coverage } = gather(root).evidence;
    expect(units).toEqual([]);
    expect(coverage.blindSpots).toEqual([{ path: 'server.js', words: [''] }]);
  });

  test.each([
    ['app/asgi.py', 'from litestar import Litestar\n\napp = Litestar(route_handlers=[])\n', 'Litestar'],
    ['serve.py', 'import falcon.asgi\n\napp = falcon.asgi.App()\n', 'Falcon'],
    ['server.js', "const Hapi = require('@hapi/hapi');\nconst server = Hapi.server({ port: 3000 });\n", 'hapi'],
  ])('a service whose framework nobody reads is told by name: %s', (path, text, framework) => {
    const { units, coverage } = gather(tree({ [path]: text, [`tests/${path}`]: text })).evidence;
    expect(units).toEqual([]);
    expect(coverage.blindSpots).toEqual([{ path, words: [], because: `makes one with ${framework}, which is not read` }]);
  });

  test('beside a service that is read, and where a framework is only spoken of, nothing is told', () => {
    const made = 'from litestar import Litestar\n\napp = Litestar()\n';
    expect(gather(tree({ 'package.json': '{}', 'app.ts': app, 'other/app.py': made })).evidence.coverage.blindSpots).toEqual([]);
    const client = 'from litestar.testing import TestClient\n\nprint(TestClient)\n';
    expect(gather(tree({ 'client.py': client })).evidence.coverage.blindSpots).toEqual([]);
  });

  test('a package.json that is no JSON is told, and its folder still read', () => {
    const { evidence } = gather(tree({ 'package.json': '{broken', 'main.ts': app }));
    expect(evidence.units).toHaveLength(1);
    expect(evidence.coverage.unreadable).toEqual([{ path: 'package.json', because: 'no readable JSON' }]);
  });

  test('a giant and a symbolic link are left out and counted', () => {
    const root = tree({ 'app.ts': app, 'bundle.js': new Uint8Array(2 * 1024 * 1024).fill(97), 'data.json': new Uint8Array(1024 * 1024) });
    symlinkSync('.', join(root, 'loop'));
    const { coverage } = gather(root).evidence;
    expect(coverage.leftOut.map(({ reason, examples }) => [reason, examples])).toEqual([
      ['larger than 1024 KiB', ['bundle.js']],
      ['symbolic link', ['loop']],
    ]);
    expect(coverage.unreadable).toEqual([]);
  });

  test('imports in a circle end, in both languages', () => {
    const root = tree({
      'app.ts': `import { b } from './b.ts';\nexport const a = b;\n${app}app.use(a);\n`,
      'b.ts': "export * from './c.ts';\nexport { a as b } from './app.ts';\n",
      'c.ts': "export * from './b.ts';\n",
      'main.py': 'from fastapi import FastAPI\nfrom two import x\nfrom two import *\napp = FastAPI()\nprint(x)\n',
      'two.py': 'from main import *\nfrom main import x\n',
    });
    const { units } = gather(root).evidence;
    expect(units.flatMap(({ frameworks }) => frameworks).sort()).toEqual(['fastapi', 'koa']);
    for (const unit of units) expect(() => [unit.routes, unit.responses, unit.environmentReads, unit.logs]).not.toThrow();
  });

  test('a file deleted between listing and reading is unreadable', () => {
    const root = tree({ 'app.ts': `import './gone.ts';\n${app}`, 'gone.ts': 'export {};\n', 'package.json': '{}' });
    // The size limit is asked for each file that is listed: at the second one the file is there no more.
    let asked = 0;
    const limits = {
      files: 100,
      get fileBytes() {
        asked += 1;
        if (asked === 2) rmSync(join(root, 'gone.ts'));
        return 1024;
      },
    };
    const gathered = gatherCode({ root, mentions: ['koa'], limits });
    if (!('found' in gathered)) throw new Error(gathered.missing);
    expect(gathered.found.evidence.coverage.unreadable).toEqual([{ path: 'gone.ts', because: 'could not be opened (ENOENT)' }]);
  });
});

describe('the words that spare parsing hide nothing', () => {
  const targets = join(import.meta.dirname, '../../../cli/e2e/targets');
  const roots = [...['leaky-fastapi', 'leaky-koa', 'mixed'].map((name) => join(targets, name)), join(targets, '../../../server')];
  const words = [...new Set(catalog.flatMap(({ mentions }) => mentions ?? []))];
  const judged = (code: CodeEvidence) => catalog.flatMap(({ id, judge }) => (judge.code ? [{ id, answer: judge.code(code) }] : []));

  test.each(roots)('%s', (root) => {
    const every = judged(gather(root, ['']).evidence);
    expect(judged(gather(root, words).evidence)).toEqual(every);
    expect(every.some(({ answer }) => answer.verdict !== 'not-applicable')).toBe(true);
  });
});

test('the same judges give the same answers from what was kept', () => {
  const root = join(import.meta.dirname, '../../../cli/e2e/targets/leaky-koa');
  const { evidence, facts } = gather(root);
  const judges = catalog.flatMap(({ judge }) => (judge.code ? [judge.code] : []));
  const before = judges.map((judge) => judge(evidence));
  const again = codeFromFacts(JSON.parse(JSON.stringify(facts())));
  expect(judges.map((judge) => judge(again))).toEqual(before);
});

test('what a schema of Prisma marks unique is kept, and nothing else of it', () => {
  const root = tree({
    'package.json': '{"dependencies":{"koa":"3","@prisma/client":"6"}}',
    'main.ts': `import { PrismaClient } from '@prisma/client';\n${app}export const prisma = new PrismaClient();\n`,
    'prisma/schema.prisma': 'datasource db {\n  url = "postgresql://ada:lovelace@db/plans"\n}\nmodel User {\n  email String @unique\n}\n',
  });
  const { evidence, facts } = gather(root);
  const keys = [{ model: 'User', columns: ['email'] }];
  expect(evidence.units[0]?.uniqueKeys).toEqual(keys);
  const kept = JSON.stringify(facts());
  expect(codeFromFacts(JSON.parse(kept)).units[0]?.uniqueKeys).toEqual(keys);
  expect(kept).not.toContain('lovelace');
});

test('variables that the config package reads are those its file names, with the defaults beside it', () => {
  const root = tree({
    'package.json': '{"dependencies":{"koa":"3","config":"4"}}',
    'main.ts': `import config from 'config';\n${app}console.log(config.get('db.url'));\n`,
    'config/custom-environment-variables.yml':
      'db:\n  url: DB_CONNECTION\n  pool:\n    __name: DB_POOL\n    __format: number\nname: npm_package_name\n',
    'config/default.yml': 'db:\n  pool: 5\n',
  });
  const [unit] = gather(root).evidence.units;
  const reads = unit?.environmentReads.map(({ name, fallback, place }) => [name, fallback?.kind, place.path, place.line]);
  expect(reads).toEqual([
    ['DB_CONNECTION', undefined, 'config/custom-environment-variables.yml', 2],
    ['DB_POOL', 'literal', 'config/custom-environment-variables.yml', 4],
  ]);
});
