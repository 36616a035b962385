// Each statement beside the facts it gives.
import { describe, expect, test } from 'vitest';
import {
  binary,
  bind,
  call,
  choose,
  code,
  declare,
  factsOf,
  member,
  moduleExports,
  name,
  number,
  place,
  run,
  set,
  text,
} from './written-facts.ts';

const statements: readonly (readonly [string, object[]])[] = [
  ['a += 1', [set(bind('a'), binary(name('a'), '+', number(1)))]],
  ['a ||= b', [set(bind('a'), binary(name('a'), 'or', name('b')))]],
  ['a.b ??= c', [set(place(member(name('a'), 'b')), binary(member(name('a'), 'b'), '??', name('c')))]],
  ['a &&= b', [set(bind('a'), binary(name('a'), 'and', name('b')))]],
  ['a++', [set(bind('a'), binary(name('a'), '+', number(1)))]],
  ['a <= b; a >= b', [run(binary(name('a'), '<=', name('b'))), run(binary(name('a'), '>=', name('b')))]],
  ['exports = module.exports = f()', [set(bind('exports'), call(name('f'))), set(place(moduleExports), name('exports'))]],
  ['const app = module.exports = f()', [declare(bind('app'), call(name('f'))), set(place(moduleExports), name('app'))]],
  ['a(), b()', [run(call(name('a'))), run(call(name('b')))]],
  [
    'const { a, b: { c = 1 }, ...d } = e',
    [
      declare(
        {
          kind: 'object-pattern',
          entries: [
            { key: 'a', target: bind('a') },
            { key: 'b', target: { kind: 'object-pattern', entries: [{ key: 'c', target: bind('c'), fallback: number(1) }] } },
            { target: bind('d') },
          ],
        },
        name('e'),
      ),
    ],
  ],
  ['const [a, , b] = c', [declare({ kind: 'list-pattern', items: [bind('a'), null, bind('b')] }, name('c'))]],
  ['const [a = 1] = c', [declare({ kind: 'object-pattern', entries: [{ key: '0', target: bind('a'), fallback: number(1) }] }, name('c'))]],
  [
    '({ a, b: c.d = 1 } = e)',
    [
      set(
        {
          kind: 'object-pattern',
          entries: [
            { key: 'a', target: bind('a') },
            { key: 'b', target: place(member(name('c'), 'd')), fallback: number(1) },
          ],
        },
        name('e'),
      ),
    ],
  ],
  ['if (a) b(); else { c() }', [choose(name('a'), [run(call(name('b')))], [run(call(name('c')))])]],
  [
    'switch (a) { case 1: case 2: b(); break; case 3: return; default: c() }',
    [
      choose(
        binary(binary(name('a'), '==', number(1)), 'or', binary(name('a'), '==', number(2))),
        [run(call(name('b')))],
        [choose(binary(name('a'), '==', number(3)), [{ kind: 'return' }], [run(call(name('c')))])],
      ),
    ],
  ],
  [
    'switch (a) { case 1: b(); case 2: c(); }',
    [
      choose(binary(name('a'), '==', number(1)), [run(call(name('b')))]),
      choose(binary(binary(name('a'), '==', number(1)), 'or', binary(name('a'), '==', number(2))), [run(call(name('c')))]),
    ],
  ],
  ['switch (true) { case a > 1: b() }', [choose(binary(name('a'), '>', number(1)), [run(call(name('b')))])]],
  ['for (const a of b) c(a)', [{ kind: 'loop', target: bind('a'), over: name('b'), body: [run(call(name('c'), name('a')))] }]],
  ['for (a in b);', [{ kind: 'loop', target: bind('a'), over: name('b'), body: [] }]],
  ['while (a) b()', [{ kind: 'loop', over: name('a'), body: [run(call(name('b')))] }]],
  ['do b(); while (a)', [{ kind: 'loop', over: name('a'), body: [run(call(name('b')))] }]],
  [
    'for (let i = 0; i < 3; i++) a()',
    [
      {
        kind: 'block',
        body: [
          declare(bind('i'), number(0)),
          {
            kind: 'loop',
            over: binary(name('i'), '<', number(3)),
            body: [run(call(name('a'))), set(bind('i'), binary(name('i'), '+', number(1)))],
          },
        ],
      },
    ],
  ],
  [
    'try { a() } catch (e) { throw e } finally { b() }',
    [
      {
        kind: 'try',
        body: [run(call(name('a')))],
        handlers: [{ types: [], target: bind('e'), body: [{ kind: 'throw', value: name('e') }] }],
        otherwise: [],
        cleanup: [run(call(name('b')))],
      },
    ],
  ],
  ['x: a()', [run(call(name('a')))]],
  [
    '{ using a = b(); c() }',
    [{ kind: 'block', body: [{ kind: 'with', items: [{ value: call(name('b')), target: bind('a') }], body: [run(call(name('c')))] }] }],
  ],
  [
    'enum E { A, B = 5, C, D = "d" }',
    [
      declare(bind('E'), {
        kind: 'object',
        entries: [
          ['A', number(0)],
          ['B', number(5)],
          ['C', number(6)],
          ['D', text('d')],
        ].map(([key, value]) => ({ key, value })),
      }),
    ],
  ],
  ['namespace N { export const a = 1 }', [{ kind: 'block', body: [declare(bind('a'), number(1))] }]],
  [
    'interface A {} type B = 1; declare const c: 1; declare function d(): void; abstract class E { abstract f(): void }',
    [{ kind: 'class-definition', name: 'E', value: { kind: 'class', name: 'E', bases: [], members: [] } }],
  ],
  [
    'function* f() { yield a }',
    [
      {
        kind: 'function-definition',
        name: 'f',
        value: code({ name: 'f', body: [run({ kind: 'await', value: name('a'), yields: true })] }),
      },
    ],
  ],
  ['let a: Promise<b.C | null>', [{ kind: 'assignment', target: bind('a'), declares: true, annotation: member(name('b'), 'C') }]],
  ['let a: string', [{ kind: 'assignment', target: bind('a'), declares: true }]],
];

describe('statements', () => {
  test.each(statements)('%s', (source, facts) => {
    expect(factsOf(source)).toEqual(facts);
  });
});

test('what is switched on is evaluated once', () => {
  const facts = JSON.stringify(factsOf('switch (next()) { case 1: a(); break; case 2: b() }'));
  expect(facts.match(/"next"/g)).toHaveLength(1);
});
