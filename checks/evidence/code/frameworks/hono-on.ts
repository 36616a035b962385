// `app.on(['GET', 'POST'], '/plans', handler)` of Hono: methods and addresses, one or several of each.
import type { CallExpression, Expression } from '../../../model.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { frameworkOf, functionsIn } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

export function honoOn(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  if (callee.kind !== 'member' || callee.name !== 'on' || args.length < 3) return [];
  const framework = frameworkOf(program, callee.object);
  const [methods, paths, ...handlers] = args.map(({ value }) => value);
  const last = handlers.at(-1);
  if (framework !== 'hono' || methods === undefined || paths === undefined || last === undefined) return [];
  const handler = functionsIn(program, last).at(-1);
  const common = { framework, node: call, handler, before: handlers.slice(0, -1), receiver: callee.object };
  const addresses = textsOf(program, paths);
  const named = textsOf(program, methods);
  // Of a table that is put together at run time: nobody can tell which they are.
  if (addresses === undefined || named === undefined) return [{ ...common, method: '*', path: '/?' }];
  return named.flatMap((method) => addresses.map((path) => ({ ...common, method: method.toUpperCase(), path })));
}

/** A text, or the texts of a list; undefined where one could not be followed. */
function textsOf(program: Program, given: Expression): readonly string[] | undefined {
  const values = (given.kind === 'list' ? given.items.map(({ value }) => value) : [given]).map((each) => worth(program, each));
  const texts = values.flatMap((value) => (value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []));
  return texts.length === values.length ? texts : undefined;
}
