// The environment where a host hands it over with each request: Cloudflare Workers' `env`, Hono's `c.env`.
import type { Expression } from '../../model.ts';
import type { IndexedFile } from './context.ts';
import type { Program } from './program.ts';

/** The symbol of such an environment. */
export const handedEnvironment = 'js:Cloudflare.env';

/** What a member of a framework's context or of a host's hand-over is, where that is the environment. */
export function handedMember(program: Program, owner: string, name: string): string | undefined {
  if (name !== 'env' || !contexts.test(owner) || !isEdge(program)) return undefined;
  return handedEnvironment;
}
/** Hono's context by its type or as a handler calls it; what loaders of React Router are handed by their host. */
const contexts = /^(?:\?(?:c|ctx|context|_c)|npm:hono(?:\/\w+)?\.Context\(\)|\?(?:c|ctx|context)\.cloudflare)$/;

/** A parameter `env` that nothing else tells of. */
export const isHandedParameter = (program: Program, symbol: string): boolean => symbol === '?env' && isEdge(program);

export const isVariableName = (program: Program, name: string): boolean =>
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && !bindings.test(name) && !used(program).has(name);
/** Stores, queues and services that hang in the same object: no variables. */
const bindings =
  /^(?:DB|D1|KV|R2|AI|ASSETS|BUCKET|QUEUE|CACHE|BROWSER|VECTORIZE|HYPERDRIVE|\w+_(?:KV|DB|D1|R2|AI|DO|BUCKET|QUEUE|CACHE|NAMESPACE|STORE|LIMITER|WORKFLOW))$/;

/** What something is asked of that no text has: `env.DEVICES.writeDataPoint(…)`, `env.REPLICA.connectionString`. */
const used = (program: Program): ReadonlySet<string> =>
  program.memory.once<ReadonlySet<string>>('bindings of a worker', program.files, new Set(), () => {
    const found = new Set<string>();
    for (const { reads, calls } of program.files)
      for (const each of [...reads, ...calls.map(({ callee }) => callee)]) {
        if (each.kind !== 'member' || each.object.kind !== 'member' || !isEnvironment(each.object.object)) continue;
        if (!ofText.test(each.name)) found.add(each.object.name);
      }
    return found;
  });
const isEnvironment = (owner: Expression): boolean => (owner.kind === 'member' || owner.kind === 'name') && owner.name === 'env';
const ofText =
  /^(?:length|split|trim\w*|to\w+|starts[Ww]ith|ends[Ww]ith|includes|indexOf|match\w*|replace\w*|slice|substr\w*|at|charAt|charCodeAt|concat|pad\w+|repeat|search|localeCompare|normalize|valueOf|test)$/;

const edgePackages = /^(?:hono(?:\/.*)?|@hono\/.+|cloudflare:workers|@cloudflare\/.+|itty-router)$/;

/** Whether the program is of the kind that gets its environment so. */
function isEdge(program: Program): boolean {
  return program.memory.once('is edge', program.files, false, () =>
    program.files.some(({ imports, exports, source }) => {
      if (source.language !== 'typescript') return false;
      return imports.some(({ module }) => edgePackages.test(module)) || exports.some(({ exported, value }) => isWorker(exported, value));
    }),
  );
}

/** `export default { async fetch(request, env) {…} }`. */
const isWorker = (exported: string, value: IndexedFile['exports'][number]['value'] | Expression): boolean =>
  exported === 'default' &&
  value?.kind === 'object' &&
  value.entries.some(({ key, value: code }) => key === 'fetch' && code.kind === 'function' && code.parameters.length > 1);
