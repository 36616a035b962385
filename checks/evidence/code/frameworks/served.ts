// Handlers that are the whole of what a file serves: `Deno.serve(handler)` of an edge function, one address per folder.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { functionsIn } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

/** What hands a function of the service's own all requests that come. */
export const serves = /^(?:js:Deno\.serve|npm:[^ ]*(?:http\/server|std@[^ ]*server)[^ ]*\.serve|js:Bun\.serve)$/;

/** One route per edge function whose handler looks at no address itself; what wraps the handler runs before it. */
export function servedRoutes(program: Program, file: IndexedFile, others: readonly ListedRoute[]): readonly ListedRoute[] {
  const [, folder] = /(?:^|\/)supabase\/functions\/(.+)\/[^/]+\.[jt]sx?$/.exec(file.source.path) ?? [];
  if (folder === undefined) return [];
  const routing = new Set(others.map(({ handler }) => handler));
  return file.calls.flatMap((call): readonly ListedRoute[] => {
    if (!isServing(program, call)) return [];
    for (const { value } of call.args) {
      const given = handed(program, value);
      if (given === undefined) continue;
      const { handler, wrapper } = given;
      if (routing.has(handler)) return [];
      const method = methodOf([handler, ...(wrapper ? functionsIn(program, wrapper) : [])]);
      return [
        { method, path: `/${folder}`, framework: 'supabase-function', node: call, handler, before: wrapper === undefined ? [] : [wrapper] },
      ];
    }
    return [];
  });
}

function isServing(program: Program, { callee }: CallExpression): boolean {
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : undefined;
  return name === 'serve' && symbolsOf(program, callee).some((symbol) => serves.test(symbol));
}

interface Handed {
  readonly handler: FunctionExpression;
  readonly wrapper?: Expression;
}

/** `serve(handler)`, `serve({ handler })`, `serve(withUser(handler, { … }))`. */
function handed(program: Program, value: Expression): Handed | undefined {
  if (value.kind === 'object') {
    const entry = value.entries.find(({ key }) => key === 'fetch' || key === 'handler');
    return entry && handed(program, entry.value);
  }
  if (value.kind === 'call')
    for (const { value: inner } of value.args) {
      if (!/^(?:name|member|function|call)$/.test(inner.kind)) continue;
      const found = handed(program, inner);
      if (found) return { handler: found.handler, wrapper: value };
    }
  const [handler] = functionsIn(program, value).slice(-1);
  return handler && { handler };
}

/** The one method it names beside that of the preflight; where it names none, the one by which clients of Supabase call functions. */
function methodOf(codes: readonly FunctionExpression[]): string {
  const tests = codes.flatMap((code) =>
    contextOf(code).file.calls.flatMap((call) => {
      const { inFunction, guards } = contextOf(call);
      return inFunction === code ? guards.map(({ test }) => test) : [];
    }),
  );
  const named = new Set(tests.flatMap(methodsIn).filter((method) => method !== 'OPTIONS' && method !== 'HEAD'));
  const [only] = named;
  return named.size > 1 ? '*' : (only ?? 'POST');
}

function methodsIn(test: Expression): readonly string[] {
  if (test.kind === 'unary') return methodsIn(test.value);
  if (test.kind !== 'binary') return [];
  if (test.operator === 'and' || test.operator === 'or') return [...methodsIn(test.left), ...methodsIn(test.right)];
  const isMethod = test.left.kind === 'member' && test.left.name === 'method';
  return isMethod && test.right.kind === 'string' && /^[A-Z]+$/.test(test.right.value) ? [test.right.value] : [];
}
