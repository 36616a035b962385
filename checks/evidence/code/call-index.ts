// The calls of a service by the symbols of their callees: gone through once, asked many times.
import type { Call, CallExpression, ClassExpression, Expression, SymbolPattern } from '../../model.ts';
import { contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import { callOf } from './found-call.ts';
import type { Program } from './program.ts';
import { makeSymbolIndex, type SymbolIndex } from './symbol-index.ts';

interface Numbered {
  readonly node: CallExpression;
  readonly order: number;
}
type Index = SymbolIndex<Numbered>;

/** Calls whose callee may be one of the symbols, in the order of the files. */
export function callsTo(program: Program, patterns: readonly SymbolPattern[]): readonly Call[] {
  const index = indexOf(program);
  const answers = askedOf(index);
  const question = patterns.join(' ');
  const before = answers.get(question);
  if (before) return before;
  const found = new Set<Numbered>();
  for (const pattern of patterns) for (const each of index.matching(pattern)) found.add(each);
  const calls = [...found].sort((a, b) => a.order - b.order).map(({ node }) => callOf(program, node));
  answers.set(question, calls);
  return calls;
}

// Judges ask the same of route after route.
const asked = new WeakMap<Index, Map<string, readonly Call[]>>();

function askedOf(index: Index): Map<string, readonly Call[]> {
  const known = asked.get(index) ?? new Map<string, readonly Call[]>();
  asked.set(index, known);
  return known;
}

function indexOf(program: Program): Index {
  return program.memory.once<Index>('calls by symbol', program.files, makeSymbolIndex(new Map()), () => {
    const index = new Map<string, Numbered[]>();
    let order = 0;
    for (const { calls } of program.files) {
      for (const node of calls) {
        const numbered = { node, order };
        order += 1;
        for (const symbol of [...symbolsOf(program, node.callee), ...inheritedMakers(program, node.callee)]) {
          const known = index.get(symbol);
          if (known) known.push(numbered);
          else index.set(symbol, [numbered]);
        }
      }
    }
    return makeSymbolIndex(index);
  });
}

const constructors = new Set(['constructor', '__init__', '__new__']);

/** Library classes that the call makes through a class of the service: one without a constructor of its own, or `super(…)` in one that has it. */
function inheritedMakers(program: Program, callee: Expression): readonly string[] {
  // Python's `super()` makes nothing; `super().__init__(…)` does.
  if (callee.kind === 'name' && callee.name === 'super')
    return contextOf(callee).file.source.language === 'python'
      ? []
      : symbolsOf(program, callee).flatMap((symbol) => (symbol.endsWith('()') ? [symbol.slice(0, -2)] : []));
  if (callee.kind === 'member' && callee.name === '__init__')
    return symbolsOf(program, callee).flatMap((symbol) => (symbol.endsWith('()().__init__') ? [symbol.slice(0, -13)] : []));
  return entities(program, callee).flatMap((each) => (each.kind === 'class' ? libraryBases(program, each.code, 3) : []));
}

function libraryBases(program: Program, code: ClassExpression, depth: number): readonly string[] {
  if (depth === 0 || code.members.some(({ name }) => constructors.has(name))) return [];
  return code.bases.flatMap((base) =>
    entities(program, base).flatMap((each) =>
      each.kind === 'outside' ? [each.symbol] : each.kind === 'class' ? libraryBases(program, each.code, depth - 1) : [],
    ),
  );
}
