// Handlers that a file hands over as what it is: `export default { fetch(request, env) {…} }` of Cloudflare Workers and Bun.
import type { Expression, FunctionExpression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

export interface WorkerHandler {
  readonly code: FunctionExpression;
  readonly node: Expression;
  /** Where it stands in the file that hands it over. */
  readonly at: Expression;
}

/** Text without which no file holds one. */
export const workerWords = /\bfetch\s*\(\s*_?req(?:uest)?\b|ExportedHandler|WorkerEntrypoint/;

/** The functions that answer requests; an application of a framework that is handed over (`fetch: app.fetch`) is found as that. */
export function workerHandlers(program: Program, file: IndexedFile): readonly WorkerHandler[] {
  return defaults(program, file).filter(({ code }) => takesRequest(code));
}

/** A client of the web that calls its method fetch takes an address. */
const takesRequest = ({ parameters: [first] }: FunctionExpression): boolean =>
  first === undefined || first.pattern.kind !== 'bind' || /^_*(?:req\w*|r)?$/i.test(first.pattern.name);

function defaults(program: Program, file: IndexedFile): readonly WorkerHandler[] {
  return file.exports.flatMap(({ exported, local, value }) => {
    if (exported !== 'default') return [];
    const bound = local === undefined ? [] : (file.moduleScope.bindings.get(local) ?? []);
    const named = bound.flatMap((each) =>
      each.kind === 'value' && each.keys.length === 0 ? [each.value] : each.kind === 'class' ? [each.code] : [],
    );
    return [...(value ? [value] : []), ...named].flatMap((given) =>
      behind(program, given).map(({ code, node }) => ({ code, node, at: contextOf(node).file === file ? node : given })),
    );
  });
}

function behind(program: Program, given: Expression): readonly Omit<WorkerHandler, 'at'>[] {
  if (given.kind === 'name')
    return entities(program, given).flatMap((each) =>
      each.kind === 'literal' && each.value.kind === 'object'
        ? behind(program, each.value)
        : each.kind === 'class'
          ? behind(program, each.code)
          : [],
    );
  if (given.kind === 'object')
    return given.entries.flatMap(({ key, value }) =>
      key === 'fetch'
        ? entities(program, value).flatMap((each) => (each.kind === 'function' ? [{ code: each.code, node: value }] : []))
        : [],
    );
  if (given.kind !== 'class' || !given.bases.some((base) => symbolsOf(program, base).some((symbol) => /\.WorkerEntrypoint$/.test(symbol))))
    return [];
  return given.members.flatMap(({ name, value }) => (name === 'fetch' && value?.kind === 'function' ? [{ code: value, node: value }] : []));
}
