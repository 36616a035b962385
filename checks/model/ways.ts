// Asks of every way that leads to a call whether it goes through something.
import type { Call, CodeFunction, Unit } from './code.ts';

/** What may hold on a way: a call around it, or a function on it (its decorators, its body). */
export interface Waymark {
  readonly call?: (call: Call) => boolean;
  readonly code?: (code: CodeFunction) => boolean;
}
const maxDepth = 6;

/** True where each way to the call, as far up as callers are in sight, passes the mark; one that nobody in sight calls ends there. */
export function everyWay(unit: Unit, call: Call, mark: Waymark, depth = maxDepth): boolean {
  return passes(unit, call, mark, depth, new Set());
}

function passes(unit: Unit, call: Call, mark: Waymark, depth: number, open: ReadonlySet<object>): boolean {
  if (call.around.some((each) => mark.call?.(each) === true)) return true;
  const code = call.inFunction;
  if (code === undefined || depth === 0) return false;
  if (mark.code?.(code) === true) return true;
  if (open.has(code.node)) return true;
  const callers = callersOf(unit, code);
  return callers.length > 0 && callers.every((each) => passes(unit, each, mark, depth - 1, new Set([...open, code.node])));
}

/** Callers of the function; of one written in place, what it is handed to. */
function callersOf(unit: Unit, code: CodeFunction): readonly Call[] {
  const callers = unit.callersOf(code);
  if (callers.length > 0) return callers;
  const handed = unit.handedTo(code);
  return handed ? [handed] : [];
}

/** Every function on the ways to a call, itself first. */
export function functionsAbove(unit: Unit, call: Call, depth = maxDepth): readonly CodeFunction[] {
  const found = new Map<object, CodeFunction>();
  let level: readonly Call[] = [call];
  for (let step = 0; step < depth && level.length > 0; step += 1) {
    const next: Call[] = [];
    for (const { inFunction: code } of level) {
      if (code === undefined || found.has(code.node)) continue;
      found.set(code.node, code);
      next.push(...callersOf(unit, code));
    }
    level = next;
  }
  return [...found.values()];
}

/** A helper that nothing of the service names, or only such helpers call. */
export function isNeverRun(unit: Unit, code: CodeFunction | undefined, depth = 3): boolean {
  if (code === undefined || depth === 0) return false;
  const callers = unit.callersOf(code);
  return callers.length > 0 ? callers.every(({ inFunction }) => isNeverRun(unit, inFunction, depth - 1)) : !unit.isReferred(code);
}
