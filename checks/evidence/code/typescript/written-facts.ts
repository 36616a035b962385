// For tests: the facts of a text without their positions, and short ways to write facts down.
import { lowerTypeScript } from '../typescript.ts';

const placeless = (key: string, value: unknown): unknown => (key === 'line' || key === 'column' || key === 'endLine' ? undefined : value);

export function factsOf(text: string, path = 'a.ts'): unknown {
  const facts = lowerTypeScript(path, text);
  if ('unreadable' in facts) return facts;
  return JSON.parse(JSON.stringify(facts.body, placeless));
}

export const name = (of: string) => ({ kind: 'name', name: of });
export const bind = (of: string) => ({ kind: 'bind', name: of });
export const text = (value: string) => ({ kind: 'string', value });
export const number = (value: number) => ({ kind: 'number', value });
export const member = (object: object, of: string) => ({ kind: 'member', object, name: of });
export const call = (callee: object, ...values: object[]) => ({ kind: 'call', callee, args: values.map((value) => ({ value })) });
export const binary = (left: object, operator: string, right: object) => ({ kind: 'binary', operator, left, right });
export const run = (value: object) => ({ kind: 'expression', value });
export const set = (target: object, value: object) => ({ kind: 'assignment', target, value });
export const declare = (target: object, value: object) => ({ kind: 'assignment', target, declares: true, value });
export const place = (target: object) => ({ kind: 'place', target });
export const choose = (test: object, yes: object[], no: object[] = []) =>
  Object.fromEntries([
    ['kind', 'if'],
    ['test', test],
    ['then', yes],
    ['otherwise', no],
  ]);
export const code = (more: object) => ({ kind: 'function', parameters: [], body: [], ...more });
export const exported = (more: object) => ({ kind: 'export', ...more });
export const imported = (module: string, ...pairs: [string, string][]) => ({
  kind: 'import',
  module,
  bindings: pairs.map(([from, local]) => ({ imported: from, local })),
});
export const moduleExports = member(name('module'), 'exports');
