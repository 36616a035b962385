// Limiters that look at the address first: `if (request.path.startsWith('/sign-in')) limit(request)` guards nothing else.
import type { CodeFunction, Expression, Site, Unit } from '../../model.ts';
import { limitingSites } from './limiters.ts';

type Admits = (path: string) => boolean;

/** Whether a limiter that runs before a route counts calls of its address. */
export function counts(unit: Unit, limiter: Expression, path: string): boolean {
  // What a package made, or what could not be followed, is taken to count everything.
  const own = [...unit.functionsIn(limiter), ...unit.functions(limiter)].filter((code) => limitingSites(unit, code).length > 0);
  return own.length === 0 || own.some((code) => addressesOf(unit, code)?.some((admits) => admits(path)) ?? true);
}

const known = new WeakMap<Expression, { readonly addresses: readonly Admits[] | undefined }>();

/** The addresses it counts; undefined for all of them. */
function addressesOf(unit: Unit, code: CodeFunction): readonly Admits[] | undefined {
  const before = known.get(code.node);
  if (before) return before.addresses;
  const each = limitingSites(unit, code).map((site) => ofSite(unit, site));
  const addresses = each.includes(undefined) ? undefined : each.flatMap((found) => found ?? []);
  known.set(code.node, { addresses });
  return addresses;
}

function ofSite(unit: Unit, { guards }: Site): readonly Admits[] | undefined {
  for (const { test, holds } of guards) {
    const admits = holds ? ofTest(unit, test) : undefined;
    if (admits) return admits;
  }
  return undefined;
}

function ofTest(unit: Unit, test: Expression): readonly Admits[] | undefined {
  if (test.kind === 'binary') {
    const { operator, left, right } = test;
    if (operator === 'and') return ofTest(unit, left) ?? ofTest(unit, right);
    if (operator === 'or') {
      const [one, other] = [ofTest(unit, left), ofTest(unit, right)];
      return one && other && [...one, ...other];
    }
    if (operator !== '==' || right.kind !== 'string' || !isAddress(unit, left)) return undefined;
    return [(path) => path === right.value];
  }
  if (test.kind !== 'call' || test.callee.kind !== 'member' || !isAddress(unit, test.callee.object)) return undefined;
  const [start] = test.args;
  if (!/^starts_?with$/i.test(test.callee.name) || start?.value.kind !== 'string') return undefined;
  const { value } = start.value;
  return [(path) => path.startsWith(value)];
}

const isAddress = (unit: Unit, expression: Expression): boolean =>
  unit.words(expression).some((word) => /^(?:path|pathname|path_info|url|originalUrl)$/i.test(word));
