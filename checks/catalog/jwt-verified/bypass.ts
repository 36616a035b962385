// Verification that only happens where a variable is set: whoever runs without it lets everybody in.
import type { Call, Expression, Finding, Guard, Statement, Unit } from '../../model.ts';
import { type LibraryCall, serves } from './libraries.ts';
import { lastName, nodesIn } from './walk.ts';

/** Whether the test, holding or not, says that the variable is set. */
export function present(unit: Unit, test: Expression, holds: boolean, variable: string): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return present(unit, test.value, !holds, variable);
  if (test.kind === 'binary') {
    const { operator, left, right } = test;
    if ((operator === 'and' && holds) || (operator === 'or' && !holds))
      return present(unit, left, holds, variable) || present(unit, right, holds, variable);
    const isNothing = right.kind === 'null' || (right.kind === 'string' && right.value === '' && right.secret === undefined);
    if (isNothing && operator === '==') return !holds && readsVariable(unit, left) === variable;
    if (isNothing && operator === '!=') return holds && readsVariable(unit, left) === variable;
    return false;
  }
  return holds && readsVariable(unit, test) === variable;
}

function readsVariable(unit: Unit, expression: Expression): string | undefined {
  if (!/^(?:name|member|index|call)$/.test(expression.kind)) return undefined;
  const value = unit.value(expression);
  return value.kind === 'environment' ? value.name : undefined;
}

/** The variable that a test looks at, itself or in a comparison with a literal. */
function variableOf(unit: Unit, test: Expression): string | undefined {
  if (test.kind === 'unary' && test.operator === 'not') return variableOf(unit, test.value);
  if (test.kind === 'binary' && /^(?:==|!=|in|not in)$/.test(test.operator)) return variableOf(unit, test.left);
  if (test.kind === 'call' && test.callee.kind === 'member') return readsVariable(unit, test) ?? variableOf(unit, test.callee.object);
  return readsVariable(unit, test);
}

export function bypasses(unit: Unit, checking: readonly LibraryCall[], believed: ReadonlySet<Expression>): readonly Finding[] {
  return checking.flatMap(({ call, library }) => {
    const sites = sitesAbove(unit, call, 3);
    return sites.flatMap((site) =>
      site.guards.flatMap((guard): readonly Finding[] => {
        const variable = variableOf(unit, guard.test);
        if (variable === undefined) return [];
        const isSure = site.runsIn === 'every' && call.runsIn === 'every';
        if (!(isSure && isSkipped(unit, site, guard, variable, believed)) && !isOffUnlessSaid(unit, site, guard, believed)) return [];
        return [
          {
            message: `${library.name} is skipped depending on ${variable}, and whoever asks then gets in`,
            place: unit.place(guard.test),
            related: [call.place],
          },
        ];
      }),
    );
  });
}

/** The call and the calls that lead to it. */
function sitesAbove(unit: Unit, call: Call, depth: number): readonly Call[] {
  if (!serves(call)) return [];
  const callers = call.inFunction && depth > 0 ? unit.callersOf(call.inFunction) : [];
  return [call, ...callers.flatMap((caller) => sitesAbove(unit, caller, depth - 1))];
}

function isSkipped(unit: Unit, site: Call, guard: Guard, variable: string, believed: ReadonlySet<Expression>): boolean {
  const { otherwise } = guard;
  if (otherwise === undefined) return false;
  if (otherwise.length > 0) return letsIn(otherwise, site, believed) || letsIn(whatever(unit, otherwise), site, believed);
  if (!present(unit, guard.test, guard.holds, variable)) return false;
  // Nothing stands for the other case: what follows the condition runs without it.
  const body = site.inFunction?.node.body;
  if (body === undefined) return true;
  const after = body.filter(({ line }) => line > site.place.line);
  return after.length > 0 && letsIn(after, site, believed);
}

/** Without what only other variables decide: to refuse to start somewhere is to refuse nobody elsewhere. */
const whatever = (unit: Unit, statements: readonly Statement[]): readonly Statement[] =>
  statements.filter((each) => each.kind !== 'if' || variableOf(unit, each.test) === undefined);

/** `if env == "PROD": require()` with DEV for a default: where nobody says otherwise, everybody is let in. */
function isOffUnlessSaid(unit: Unit, site: Call, { test, holds, otherwise }: Guard, believed: ReadonlySet<Expression>): boolean {
  if (otherwise === undefined || whereUnset(unit, test) !== !holds) return false;
  const body = site.inFunction?.node.body ?? [];
  const next = otherwise.length > 0 ? otherwise : body.filter(({ line }) => line > site.place.line);
  return next.length > 0 && letsIn(next, site, believed);
}

/** What a comparison of a variable with a text comes to where the variable is not set; undefined where that cannot be told. */
function whereUnset(unit: Unit, test: Expression): boolean | undefined {
  if (test.kind !== 'binary' || !/^[!=]=$/.test(test.operator)) return undefined;
  const [value, said] = [unit.value(test.left), unit.value(test.right)];
  if (value.kind !== 'environment' || value.required || value.fallback?.kind !== 'literal') return undefined;
  if (said.kind !== 'literal' || typeof said.value !== 'string') return undefined;
  const { value: stands } = value.fallback;
  return typeof stands === 'string' ? (stands === said.value) === (test.operator === '==') : undefined;
}

const refusing = /throw|abort|status|code|unauthor|forbid|exit|reject|fail|deny|raise/i;

/** Whether these statements hand out an answer, or go on, without refusing anybody. */
export function letsIn(statements: readonly Statement[], site: Call, believed: ReadonlySet<Expression> = new Set()): boolean {
  const nodes = nodesIn(statements);
  if (nodes.some((node) => node.kind === 'throw' || (node.kind !== 'block' && isExpressionOf(node, believed)))) return false;
  const calls = nodes.flatMap((node) => (node.kind === 'call' ? [{ name: lastName(node.callee) ?? '', given: node.args.length }] : []));
  // `next(error)` refuses too.
  if (calls.some(({ name, given }) => refusing.test(name) || (name === 'next' && given > 0))) return false;
  if (calls.some(({ name }) => name === 'next')) return true;
  const returned = nodes.flatMap((node) => (node.kind === 'return' ? [node.value] : []));
  if (returned.some((value) => value !== undefined && !isNobody(value))) return true;
  // A function that answers nothing in any case only guards: to leave it is to let in.
  const all = nodesIn(site.inFunction?.node.body).flatMap((node) => (node.kind === 'return' ? [node.value] : []));
  return returned.length > 0 && all.every((value) => value === undefined || value.kind === 'null');
}

const isExpressionOf = (node: ReturnType<typeof nodesIn>[number], among: ReadonlySet<Expression>): boolean =>
  [...among].some((each) => each === node);
/** Also `{ authenticated: false, reason }`. */
const isNobody = (value: Expression): boolean =>
  value.kind === 'null' ||
  isFixedText(value) ||
  (value.kind === 'boolean' && !value.value) ||
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'object' &&
    value.entries.some(
      ({ key, value: said }) =>
        typeof key === 'string' && said.kind === 'boolean' && !said.value && /auth|valid|allow|ok$|success|granted|verified/i.test(key),
    ));

/** `new Response('Switched off')`: an answer that holds nothing of anybody's. */
const isFixedText = (value: Expression): boolean =>
  value.kind === 'call' &&
  value.isNew === true &&
  /^(?:Next)?Response$/.test(lastName(value.callee) ?? '') &&
  value.args[0]?.value.kind === 'string';

/** A failure changes nothing: the callback or the handler round the call neither refuses nor leaves. */
export function isIgnored(call: Call): boolean {
  const callback = call.node.args.find(({ value }) => value.kind === 'function')?.value;
  const body = call.inFunction?.node.body;
  if (callback) return !refuses(callback) && !nodesIn(callback).some((node) => node.kind === 'call' && lastName(node.callee) === 'next');
  return nodesIn(body).some(
    (node) =>
      node.kind === 'try' &&
      nodesIn(node.body).some((each) => each === call.node) &&
      node.handlers.length > 0 &&
      node.handlers.every(({ body: handled }) => !refuses(handled) && !nodesIn(handled).some(({ kind }) => kind === 'return')),
  );
}

const refuses = (root: unknown): boolean =>
  nodesIn(root).some((node) => {
    if (node.kind !== 'call') return node.kind === 'throw';
    const name = lastName(node.callee) ?? '';
    return refusing.test(name) || (name === 'next' && node.args.length > 0);
  });
