// Where specifiers lead, in small made-up checkouts.
import { describe, expect, test } from 'vitest';
import { makeTypeScriptResolver } from './resolver.ts';

type Checkout = Readonly<Record<string, unknown>>;

function resolverOf(checkout: Checkout) {
  const files = new Set(Object.keys(checkout));
  return makeTypeScriptResolver(files, (path) => {
    const content = checkout[path];
    if (content === undefined) return undefined;
    return typeof content === 'string' ? content : JSON.stringify(content);
  });
}

const plain: Checkout = {
  'src/a.ts': '',
  'src/b.tsx': '',
  'src/c.mts': '',
  'src/d.js': '',
  'src/d.ts': '',
  'src/e/index.ts': '',
  'src/f/package.json': { main: './lib/main.js' },
  'src/f/lib/main.js': '',
  'src/g.service.ts': '',
  'src/h.json': '',
  'src/i.ts': '',
  'src/i/index.ts': '',
  'index.ts': '',
};

describe('relative', () => {
  test.each([
    ['./b', 'src/b.tsx'],
    ['./a.js', 'src/a.ts'],
    ['./b.jsx', 'src/b.tsx'],
    ['./c.mjs', 'src/c.mts'],
    ['./d.js', 'src/d.ts'],
    ['./e', 'src/e/index.ts'],
    ['./e/', 'src/e/index.ts'],
    ['./f', 'src/f/lib/main.js'],
    ['./g.service', 'src/g.service.ts'],
    ['./h.json', 'src/h.json'],
    ['./i', 'src/i.ts'],
    ['./a?raw', 'src/a.ts'],
    ['..', 'index.ts'],
    ['../../out', undefined],
    ['./missing', undefined],
    ['koa', undefined],
    ['node:fs', undefined],
    ['https://x.example/a.ts', undefined],
  ])('%s', (specifier, path) => {
    expect(resolverOf(plain)('src/a.ts', specifier)).toBe(path);
  });
});

describe('tsconfig', () => {
  const resolve = resolverOf({
    'tsconfig.base.json': '{ // shared\n "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src/index.ts"], }, } }',
    'apps/api/tsconfig.json': { extends: '../../tsconfig.base.json' },
    'apps/api/main.ts': '',
    'libs/db/src/index.ts': '',
    'libs/tool.ts': '',
    'web/tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
    'web/tsconfig.app.json': { compilerOptions: { paths: { '@/*': ['./src/*'], '@/special/*': ['./other/*'], exact: ['./src/x.ts'] } } },
    'web/src/x.ts': '',
    'web/other/x.ts': '',
    'circle/tsconfig.json': { extends: './tsconfig.json' },
    'circle/a.ts': '',
    'broken/tsconfig.json': '{ nonsense',
    'broken/a.ts': '',
    'leaf/tsconfig.json': { extends: '@acme/config/base.json' },
    'leaf/src/a.ts': '',
    'config/package.json': { name: '@acme/config' },
    'config/base.json': '{ "compilerOptions": { "paths": { "~/*": ["$' + '{configDir}/src/*"] } } }',
  });
  test.each([
    ['apps/api/main.ts', '@lib/db', 'libs/db/src/index.ts'],
    ['apps/api/main.ts', 'libs/tool', 'libs/tool.ts'],
    ['apps/api/main.ts', '@lib/none', undefined],
    ['web/src/x.ts', '@/x', 'web/src/x.ts'],
    ['web/src/x.ts', '@/special/x', 'web/other/x.ts'],
    ['web/src/x.ts', 'exact', 'web/src/x.ts'],
    ['libs/tool.ts', '@lib/db', undefined],
    ['circle/a.ts', 'b', undefined],
    ['broken/a.ts', './a', 'broken/a.ts'],
    ['leaf/src/a.ts', '~/a', 'leaf/src/a.ts'],
  ])('%s imports %s', (from, specifier, path) => {
    expect(resolve(from, specifier)).toBe(path);
  });
});

describe('packages', () => {
  const resolve = resolverOf({
    'package.json': { workspaces: ['packages/*'] },
    'packages/db/package.json': {
      name: '@acme/db',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.js' },
        './client': './dist/client.js',
        './models/*': './src/models/*.ts',
      },
      imports: { '#env': { production: './src/env.js', default: './src/env.dev.js' }, '#lib/*': './src/lib/*.js' },
    },
    'packages/db/src/index.ts': '',
    'packages/db/src/client.ts': '',
    'packages/db/src/models/user.ts': '',
    'packages/db/src/env.dev.ts': '',
    'packages/db/src/lib/a.ts': '',
    'packages/old/package.json': { name: 'old', main: 'build/main.js' },
    'packages/old/src/main.ts': '',
    'packages/old/src/util.ts': '',
    'packages/shipped/package.json': { name: 'shipped', main: 'dist/index.js' },
    'packages/shipped/dist/index.js': '',
    'packages/shipped/src/index.ts': '',
    'packages/odd/package.json': '[1',
    'node_modules/koa/package.json': { name: 'koa', main: 'index.js' },
    'node_modules/koa/index.js': '',
  });
  test.each([
    ['@acme/db', 'packages/db/src/index.ts'],
    ['@acme/db/client', 'packages/db/src/client.ts'],
    ['@acme/db/models/user', 'packages/db/src/models/user.ts'],
    ['#env', 'packages/db/src/env.dev.ts'],
    ['#lib/a', 'packages/db/src/lib/a.ts'],
    ['old', 'packages/old/src/main.ts'],
    ['old/util', 'packages/old/src/util.ts'],
    ['shipped', 'packages/shipped/dist/index.js'],
    ['koa', undefined],
    ['@acme/none', undefined],
  ])('%s', (specifier, path) => {
    expect(resolve('packages/db/src/index.ts', specifier)).toBe(path);
  });
});

test('an import map of Deno', () => {
  const resolve = resolverOf({
    'supabase/functions/deno.json': { imports: { '@shared/': './_shared/', koa: 'npm:koa' } },
    'supabase/functions/_shared/cors.ts': '',
    'supabase/functions/chat/index.ts': '',
  });
  expect(resolve('supabase/functions/chat/index.ts', '@shared/cors.ts')).toBe('supabase/functions/_shared/cors.ts');
  expect(resolve('supabase/functions/chat/index.ts', 'koa')).toBeUndefined();
});
