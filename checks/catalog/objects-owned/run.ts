// Goes through a function once for what its parameters hold, and remembers what it found.
import type { CodeFunction } from '../../model.ts';
import { type Labels, none, union } from './labels.ts';
import { bindPattern, childOf } from './names.ts';
import { visitStatements } from './statements.ts';
import { addTo, nothingSeen, type Walk } from './walk.ts';

export const maxDepth = 7;

/** What a function gives back, when its parameters hold this. */
export function runFunction(walk: Walk, code: CodeFunction, given: readonly Labels[]): Labels {
  if (walk.open.has(code.node) || walk.open.size >= maxDepth) return union(...given);
  const known = walk.known.get(code.node) ?? new Map();
  walk.known.set(code.node, known);
  const key = keyOf(given, walk.hung);
  const before = known.get(key);
  if (before) {
    addTo(walk.seen, before.seen);
    for (const [name, held] of before.hung) walk.hung.set(name, union(walk.hung.get(name) ?? none, held));
    return before.result;
  }
  const seen = nothingSeen();
  const environment = childOf(undefined, walk.hung);
  for (const [index, { pattern, fallback }] of code.node.parameters.entries())
    bindPattern(environment, pattern, given[index] ?? (fallback ? walk.evaluate(walk, fallback, environment) : none));
  const inside: Walk = { ...walk, seen, open: new Set([...walk.open, code.node]) };
  // Twice, so that what a later line or a closure sets is known to the one before.
  visitStatements({ ...inside, seen: nothingSeen() }, code.node.body, environment);
  const result = visitStatements(inside, code.node.body, environment);
  known.set(key, { result, seen, hung: new Map(walk.hung) });
  addTo(walk.seen, seen);
  return result;
}

const keyOf = (given: readonly Labels[], hung: ReadonlyMap<string, Labels>): string =>
  JSON.stringify([given.map((each) => [...each].sort()), [...hung].map(([name, held]) => [name, [...held].sort()])]);
