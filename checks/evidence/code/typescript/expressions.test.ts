// Each expression beside the facts it gives.
import { describe, expect, test } from 'vitest';
import { binary, bind, call, code, factsOf, member, name, number, run, set, text } from './written-facts.ts';

const expressions: readonly (readonly [string, object])[] = [
  ['a?.b?.(c)', call(member(name('a'), 'b'), name('c'))],
  ['a?.["b"]', { kind: 'index', object: name('a'), index: text('b') }],
  ['(a as B)!.c', member(name('a'), 'c')],
  ['f<string>(...x)', { kind: 'call', callee: name('f'), args: [{ spread: 'positional', value: name('x') }] }],
  ['new Koa', { kind: 'call', callee: name('Koa'), args: [], isNew: true }],
  ['import("m")', call(name('import'), text('m'))],
  ['require("m").x()', call(member(call(name('require'), text('m')), 'x'))],
  ['a || b && c', binary(name('a'), 'or', binary(name('b'), 'and', name('c')))],
  ['a === b !== c', binary(binary(name('a'), '==', name('b')), '!=', name('c'))],
  [
    'a ? b : undefined',
    Object.fromEntries([
      ['kind', 'conditional'],
      ['test', name('a')],
      ['then', name('b')],
      ['otherwise', { kind: 'null' }],
    ]),
  ],
  ['!a', { kind: 'unary', operator: 'not', value: name('a') }],
  ['-0x10', number(-16)],
  ['void 0', { kind: 'null' }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template.
  ['`a${b}c`', { kind: 'template', parts: [text('a'), name('b'), text('c')] }],
  ['`plain`', text('plain')],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a template.
  ['sql`x ${y}`', call(name('sql'), { kind: 'template', parts: [text('x '), name('y')] })],
  ['sql`x`', call(name('sql'), { kind: 'template', parts: [text('x')] })],
  ['/a\\/b/gi', { kind: 'regex', source: 'a\\/b', flags: 'gi' }],
  ['10n', { kind: 'other', what: 'bigint', parts: [] }],
  [
    '[1, ...a, , 2]',
    { kind: 'list', items: [{ value: number(1) }, { spread: true, value: name('a') }, { value: { kind: 'null' } }, { value: number(2) }] },
  ],
  [
    '({ a, "b": 1, [c]: 2, ...d, e() {}, get f() { return 1 }, set f(v) {} })',
    {
      kind: 'object',
      entries: [
        { key: 'a', value: name('a') },
        { key: 'b', value: number(1) },
        { key: name('c'), value: number(2) },
        { value: name('d') },
        { key: 'e', value: code({}) },
        { key: 'f', value: code({ body: [{ kind: 'return', value: number(1) }], isGetter: true }) },
        { key: 'set f', value: code({ parameters: [{ pattern: bind('v') }] }) },
      ],
    },
  ],
  [
    'async (a) => a',
    code({ parameters: [{ pattern: bind('a') }], body: [{ kind: 'return', value: name('a') }], isAsync: true, isArrow: true }),
  ],
  ['import.meta.url', member(member(name('import'), 'meta'), 'url')],
  ['typeof a', { kind: 'unary', operator: 'typeof', value: name('a') }],
  ['super.x(this)', call(member(name('super'), 'x'), name('this'))],
  ['f(a = b)', call(name('f'), { kind: 'assign', target: bind('a'), value: name('b') })],
];

describe('expressions', () => {
  test.each(expressions)('%s', (source, fact) => {
    expect(factsOf(`(${source});`)).toEqual([run(fact)]);
  });

  test('jsx keeps the expressions in it', () => {
    expect(factsOf('x = <A b={c}>hi<i>{d}</i></A>', 'a.tsx')).toEqual([
      set(bind('x'), {
        kind: 'other',
        what: 'jsx',
        parts: [name('A'), name('c'), text('hi'), { kind: 'other', what: 'jsx', parts: [name('d')] }],
      }),
    ]);
  });
});
