// Migrations that run at the start only where a setting says so: `if (config.migrateOnBoot) await migrator.up()`.
import { lastName } from '../../model/nodes.ts';
import type { Call, Expression, Unit, Value } from '../../model.ts';

/** What a start without that setting does nothing for; undefined where nothing switches it. */
export function switchOf(unit: Unit, call: Call, depth = 3): string | undefined {
  for (const { test, holds } of call.guards) {
    const name = holds ? offByItself(unit, test) : undefined;
    if (name !== undefined) return name;
  }
  const callers = call.inFunction && depth > 0 ? unit.callersOf(call.inFunction) : [];
  const names = callers.map((caller) => switchOf(unit, caller, depth - 1));
  return names.every((name) => name !== undefined) ? names[0] : undefined;
}

/** The setting that a test wants on: a variable that is off where nobody sets it, or a setting whose default stands nowhere in sight. */
function offByItself(unit: Unit, test: Expression): string | undefined {
  if (test.kind === 'binary' && test.operator === '==') {
    const { left, right } = test;
    const wanted = (right.kind === 'boolean' && right.value) || (right.kind === 'string' && on.test(right.value));
    return wanted ? offByItself(unit, left) : undefined;
  }
  const name = lastName(test);
  if (test.kind === 'call' || name === undefined || !/migrat|schema/i.test(name)) return undefined;
  const value = unit.value(test);
  if (value.kind === 'environment') return isOff(value.fallback) ? value.name : undefined;
  return /^(?:unknown|symbol)$/.test(value.kind) && test.kind === 'member' && ofSettings(test.object) ? name : undefined;
}

const on = /^(?:true|1|yes|on)$/i;
const isOff = (fallback: Value | undefined): boolean =>
  fallback === undefined || (fallback.kind === 'literal' && !on.test(String(fallback.value ?? '')));

/** `conf.database.migrateOnBoot`: the tree it hangs on says that it is a setting. */
const ofSettings = (owner: Expression): boolean =>
  /^(?:app_?)?(?:conf|config|configuration|cfg|settings|options|env)$/i.test(lastName(owner) ?? '') ||
  (owner.kind === 'member' && ofSettings(owner.object));
