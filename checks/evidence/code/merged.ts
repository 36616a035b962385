// `Object.assign(a, b)`, `merge(a, b)`: one object with the entries of all, the later over the earlier.
import type { CallExpression, ObjectLiteral } from '../../model.ts';
import { contextOf, remember } from './context.ts';

const merges: ReadonlySet<string> = new Set([
  'js:Object.assign',
  'npm:lodash.merge',
  'npm:lodash.assign',
  'npm:lodash.extend',
  'npm:lodash/merge',
  'npm:lodash/assign',
  'npm:lodash.merge.default',
  'npm:deepmerge',
  'npm:ts-deepmerge.merge',
  'npm:merge-deep',
]);

const written = new WeakMap<CallExpression, ObjectLiteral>();

/** What the call gives, as an object that spreads its arguments; undefined for any other call. */
export function merged(call: CallExpression, symbols: readonly string[]): ObjectLiteral | undefined {
  if (call.args.length === 0 || call.args.some(({ spread, name }) => spread !== undefined || name !== undefined)) return undefined;
  if (!symbols.some((symbol) => merges.has(symbol))) return undefined;
  const known = written.get(call);
  if (known) return known;
  const made: ObjectLiteral = {
    kind: 'object',
    line: call.line,
    column: call.column,
    entries: call.args.map(({ value }) => ({ value })),
  };
  remember(made, contextOf(call));
  written.set(call, made);
  return made;
}
