// Which calls never leave the running service: dead helpers, files of its own, code for browsers.
import type { Call, CodeFunction, Unit } from '../../model.ts';

/** A helper that nothing of the service names, or only such helpers call. */
export function isNeverRun(unit: Unit, code: CodeFunction | undefined, depth: number): boolean {
  if (code === undefined || depth === 0) return false;
  const callers = unit.callersOf(code);
  return callers.length > 0 ? callers.every(({ inFunction }) => isNeverRun(unit, inFunction, depth - 1)) : !unit.isReferred(code);
}

/** `fetch(new URL('./font.ttf', import.meta.url))` reads a file of the service; code beside browser calls runs in browsers. */
export function isOwnFile(unit: Unit, call: Call): boolean {
  const target = call.argument(0);
  const base = target?.kind === 'call' ? target.args[1]?.value : undefined;
  if (base !== undefined && unit.symbols(base).some((symbol) => symbol.endsWith('import.meta.url'))) return true;
  return browserFiles(unit).has(call.place.path);
}

const browsers = new WeakMap<Unit, ReadonlySet<string>>();

/** Files that touch a page: documents, windows, hooks and editors of one. */
function browserFiles(unit: Unit): ReadonlySet<string> {
  const known = browsers.get(unit);
  if (known) return known;
  const touching = unit.calls('js:document.*', 'js:window.*', 'js:FileReader', 'js:Image', 'npm:react.use*', 'npm:prosemirror-*');
  const paths = new Set(touching.map(({ place }) => place.path));
  browsers.set(unit, paths);
  return paths;
}
