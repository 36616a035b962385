// What runs once, as the service starts or its schema is brought up to date: nobody waits for its queries.
import { lastName } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { CodeFunction, Expression, Unit } from '../../model.ts';

/** Functions that are called at the start alone, and those that only such functions call. */
export const isAtStart = (unit: Unit, code: CodeFunction | undefined): boolean => {
  if (code === undefined) return false;
  const { starting, known } = startOf(unit);
  return runsAtStart(unit, code, starting, known, 4);
};

interface Start {
  readonly starting: ReadonlySet<Expression>;
  readonly known: Map<Expression, boolean>;
}

const startOf = remembered(
  (unit: Unit): Start => ({ starting: new Set([...unit.startHooks, ...afterMigrations(unit)].map(({ node }) => node)), known: new Map() }),
);

function runsAtStart(unit: Unit, code: CodeFunction, starting: Start['starting'], known: Start['known'], depth: number): boolean {
  const before = known.get(code.node);
  if (before !== undefined) return before;
  if (starting.has(code.node)) return true;
  if (depth === 0) return false;
  known.set(code.node, false);
  const callers = unit.callersOf(code);
  const alone =
    callers.length > 0 &&
    callers.every(({ inFunction }) => inFunction !== undefined && runsAtStart(unit, inFunction, starting, known, depth - 1));
  known.set(code.node, alone);
  return alone;
}

/** `post_migrate.connect(fill)`, `@receiver(post_migrate)`. */
function afterMigrations(unit: Unit): readonly CodeFunction[] {
  const connected = unit
    .calls('py:django.db.models.signals.post_migrate.connect', 'py:django.db.models.signals.pre_migrate.connect')
    .flatMap(({ node }) => (node.args[0] ? unit.functionsIn(node.args[0].value) : []));
  if (!unit.frameworks.includes('django')) return connected;
  const received = unit.functions().filter(({ node }) => (node.decorators ?? []).some(isOfMigration));
  return [...connected, ...received];
}

const isOfMigration = (decorator: Expression): boolean =>
  decorator.kind === 'call' &&
  lastName(decorator.callee) === 'receiver' &&
  decorator.args.some(({ value }) => /^(?:post|pre)_migrate$/.test(lastName(value) ?? ''));
