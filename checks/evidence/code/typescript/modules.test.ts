// Imports, exports and classes beside the facts they give.
import { describe, expect, test } from 'vitest';
import {
  bind,
  call,
  code,
  declare,
  exported,
  factsOf,
  imported,
  member,
  moduleExports,
  name,
  number,
  place,
  run,
  set,
  text,
} from './written-facts.ts';

const modules: readonly (readonly [string, object[]])[] = [
  ['import a, { b as c, d } from "m"', [imported('m', ['default', 'a'], ['b', 'c'], ['d', 'd'])]],
  ['import * as a from "m"', [imported('m', ['*', 'a'])]],
  ['import "m"', [imported('m')]],
  ['import type { A } from "m"', [{ ...imported('m', ['A', 'A']), isTypeOnly: true }]],
  ['import { type A, b } from "m"', [imported('m', ['b', 'b']), { ...imported('m', ['A', 'A']), isTypeOnly: true }]],
  ['import a = require("m")', [imported('m', ['*', 'a'])]],
  ['import a = B.C', [declare(bind('a'), member(name('B'), 'C'))]],
  [
    'export const a = 1, [b] = c',
    [
      declare(bind('a'), number(1)),
      exported({ exported: 'a', local: 'a' }),
      declare({ kind: 'list-pattern', items: [bind('b')] }, name('c')),
      exported({ exported: 'b', local: 'b' }),
    ],
  ],
  [
    'export default function f() {}',
    [{ kind: 'function-definition', name: 'f', value: code({ name: 'f' }) }, exported({ exported: 'default', local: 'f' })],
  ],
  ['export default () => {}', [exported({ exported: 'default', value: code({ isArrow: true }) })]],
  ['export default class {}', [exported({ exported: 'default', value: { kind: 'class', bases: [], members: [] } })]],
  ['export { a as b, type C }', [exported({ exported: 'b', local: 'a' })]],
  ['export { a as b } from "m"', [exported({ exported: 'b', from: 'm', imported: 'a' })]],
  [
    'export * from "m"; export * as n from "m"',
    [exported({ exported: '*', from: 'm', imported: '*' }), exported({ exported: 'n', from: 'm', imported: '*' })],
  ],
  ['export type { A } from "m"', []],
  ['export = a', [set(place(moduleExports), name('a'))]],
  ['module.exports = a', [set(place(moduleExports), name('a'))]],
];

describe('modules', () => {
  test.each(modules)('%s', (source, facts) => {
    expect(factsOf(source)).toEqual(facts);
  });
});

test('a class with everything in it', () => {
  const source = `@Controller('x') class A extends mixin(B)<C> implements D {
    static a = 1; #b?: E;
    constructor(private readonly f: F, @Inject('g') g = 2) { super() }
    @Get() async h(...i: J[]) {}
    get k() { return 1 }
    static { l() }
    [Symbol.iterator]() {}
  }`;
  const construct = {
    name: 'constructor',
    value: code({
      parameters: [
        { pattern: bind('f'), annotation: name('F'), isField: true },
        { pattern: bind('g'), fallback: number(2), decorators: [call(name('Inject'), text('g'))] },
      ],
      body: [run(call(name('super')))],
    }),
  };
  const get = [call(name('Get'))];
  expect(factsOf(source)).toEqual([
    {
      kind: 'class-definition',
      name: 'A',
      value: {
        kind: 'class',
        name: 'A',
        bases: [call(name('mixin'), name('B'))],
        decorators: [call(name('Controller'), text('x'))],
        members: [
          { name: 'a', isStatic: true, value: number(1) },
          { name: '#b', annotation: name('E') },
          construct,
          {
            name: 'h',
            value: code({ parameters: [{ pattern: bind('i'), rest: 'positional' }], decorators: get, isAsync: true }),
            decorators: get,
          },
          { name: 'k', value: code({ body: [{ kind: 'return', value: number(1) }], isGetter: true }) },
          { name: 'static', isStatic: true, value: call(code({ body: [run(call(name('l')))], isArrow: true })) },
          { name: '[Symbol.iterator]', value: code({}) },
        ],
      },
    },
  ]);
});
