// What the scanner must find, and what it must not be fooled by.
import { expect, test } from 'vitest';
import { typescriptImports } from './scanner.ts';

const found: readonly (readonly [string, readonly string[]])[] = [
  ['import a from "m"', ['m']],
  ['import{a}from"m";import"n"', ['m', 'n']],
  ["import a, {\n b, // c\n type d } from 'm'", ['m']],
  ['import * as a from "m" with { type: "json" }', ['m']],
  ['export * from "m"; export { a } from "n"; export * as b from "o"', ['m', 'n', 'o']],
  ['const a = require("m").b, c = require( /* d */ `n` )', ['m', 'n']],
  ['await import("m"); import(/* webpackChunkName: "x" */ "n")', ['m', 'n']],
  ['require.resolve("m")', ['m']],
  ['import a = require("m")', ['m']],
  ['import a from "./$types"', ['./$types']],
  ['export default a\nimport b from "m"', ['m']],
  ['import type from "m"', ['m']],
  ['import type A from "m"; import type { B } from "n"; export type { C } from "o"; import type * as D from "p"', []],
  ['import { type A, type B as C } from "m"', []],
  ['// import a from "m"\n/** import b from "n" */\n/*\n * require("o")\n */', []],
  ['export const a = 1; const from = "m"', []],
  ['a.import("m")\nmodule.require("n")', ['m', 'n']],
  ['const important = "m"; exports.x = "n"', []],
];
test.each(found)('%j', (text, specifiers) => {
  expect(typescriptImports(text)).toEqual({ specifiers, dynamic: false });
});

test.each([
  'require(name)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template.
  'import(`./locales/${name}.js`)',
  'for (const f of fs.readdirSync(d)) require(path.join(d, f))',
  'import.meta.glob("./*.ts")',
  'require.context("./a")',
])('%s is dynamic', (text) => {
  expect(typescriptImports(text).dynamic).toBe(true);
});

test.each(['function require(a) {}', 'a.import(b)', 'require()', 'require.resolve(a)', 'createRequire(import.meta.url)'])(
  '%s is not',
  (text) => {
    expect(typescriptImports(text).dynamic).toBe(false);
  },
);

test('time grows with the text, not with its square', () => {
  const started = performance.now();
  for (const word of ['import ', 'export type ', 'import("', 'require(/*', 'import{a,', 'export/*', 'require(//', "import '"])
    typescriptImports(word.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(40_000);
});
