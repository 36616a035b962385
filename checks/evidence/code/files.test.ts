import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listFiles } from './files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function tree(texts: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-files-'));
  folders.push(root);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const sourcesOf = (root: string): readonly string[] => listFiles(root).sources.map(({ path }) => path);

test('a folder of specs is for tests, but one of specifications inside the source', () => {
  expect(sourcesOf(tree({ 'spec/plans.js': '', 'packages/api/specs/plans.js': '', 'app/spec/index.js': '', 'src/a.spec.ts': '' }))).toEqual(
    ['app/spec/index.js'],
  );
});

test('a package of Python is source, whatever else its folder could be', () => {
  expect(
    sourcesOf(tree({ 'api/coverage/__init__.py': '', 'api/coverage/views.py': '', 'coverage/report.js': '', 'vendor/a/__init__.py': '' })),
  ).toEqual(['api/coverage/__init__.py', 'api/coverage/views.py']);
});

test('takes the sources of both languages in order, and leaves everything else out by name', () => {
  const root = tree({
    'src/b.ts': '',
    'src/a.py': '',
    'README.md': '',
    'src/a.test.ts': '',
    'src/__fixtures__/app.ts': '',
    'packages/api-test-utils/src/app.ts': '',
    'tests/test_a.py': '',
    'node_modules/koa/index.js': '',
    'dist/main.js': '',
    'vendor/lib.js': '',
    'src/api_pb2.py': '',
    'src/types.d.ts': '',
    'work.ipynb': '',
    '.lint/rules/requests.py': '',
    'app/.well-known/keys/route.ts': '',
  });
  const { sources, leftOut } = listFiles(root);
  expect(sources.map(({ path, language }) => `${language} ${path}`)).toEqual([
    'typescript app/.well-known/keys/route.ts',
    'python src/a.py',
    'typescript src/b.ts',
  ]);
  expect(Object.fromEntries([...leftOut].map(([reason, paths]) => [reason, [...paths].sort()]))).toEqual({
    test: ['packages/api-test-utils/src/app.ts', 'src/__fixtures__/app.ts', 'src/a.test.ts', 'tests/test_a.py'],
    'installed packages': ['node_modules'],
    built: ['dist'],
    vendored: ['vendor'],
    generated: ['src/api_pb2.py', 'src/types.d.ts'],
    notebook: ['work.ipynb'],
    'hidden folder': ['.lint/rules/requests.py'],
  });
});

test('goes through no symbolic link: a loop, a dangling one and one out of the folder are each named once', () => {
  const root = tree({ 'src/a.ts': '' });
  symlinkSync('..', join(root, 'src/loop'));
  symlinkSync('nowhere.ts', join(root, 'src/gone.ts'));
  symlinkSync('/etc', join(root, 'outside'));
  const { sources, leftOut } = listFiles(root);
  expect(sources.map(({ path }) => path)).toEqual(['src/a.ts']);
  expect([...(leftOut.get('symbolic link') ?? [])].sort()).toEqual(['outside', 'src/gone.ts', 'src/loop']);
});

test.skipIf(process.platform === 'win32')('a pipe is named and never opened', () => {
  const root = tree({ 'a.ts': '' });
  execFileSync('mkfifo', [join(root, 'pipe.ts')]);
  const { sources, leftOut } = listFiles(root);
  expect(sources.map(({ path }) => path)).toEqual(['a.ts']);
  expect(leftOut.get('neither file nor folder')).toEqual(['pipe.ts']);
});

test('a minified giant is left out by its size, without being read', () => {
  const root = tree({ 'a.ts': '', 'bundle.js': new Uint8Array(50 * 1024 * 1024).fill(97) });
  const { leftOut } = listFiles(root);
  expect(leftOut.get('larger than 1024 KiB')).toEqual(['bundle.js']);
});

test('beyond the limit files are counted, not taken', () => {
  const root = tree({ 'a.ts': '', 'b.ts': '', 'c/d.ts': '', 'e.ts': '' });
  const { sources, leftOut } = listFiles(root, { files: 2, fileBytes: 1024 });
  expect(sources).toHaveLength(2);
  expect([...leftOut].map(([reason, paths]) => [reason, paths.length])).toEqual([['beyond the first 2 files', 2]]);
});

test('a start script without an extension is a source by its first line', () => {
  const root = tree({ 'bin/www': '#!/usr/bin/env node\n', 'bin/deploy': '#!/bin/sh\n', LICENSE: '#!/usr/bin/env node\n' });
  expect(sourcesOf(root)).toEqual(['bin/www']);
});

test('a folder that is a file is the one thing that throws', () => {
  const root = tree({ file: '' });
  expect(() => listFiles(join(root, 'file'))).toThrow(/ENOTDIR/);
});

// The longest path there may be: nothing can be asked for below it, not even by root, whom permissions don't hold back.
test('a folder that must not be looked into does not hide the rest', () => {
  const root = tree({ 'src/app.ts': '' });
  let deep = root;
  for (let length = 200; length > 0; ) {
    const next = join(deep, 'd'.repeat(length));
    try {
      mkdirSync(next);
      deep = next;
    } catch {
      length = Math.floor(length / 2);
    }
  }
  expect(sourcesOf(root)).toEqual(['src/app.ts']);
});
