// Flask's settings in a file that only the run names, and that it can't do without.
import type { Unit } from '../model.ts';
import { remembered } from './remembered.ts';

/** What names the file: `app.config.from_envvar("APP_SETTINGS")`, `from_pyfile(os.environ["APP_CONFIG"])`; undefined where none is needed. */
export const settingsNamedByRun = remembered((unit: Unit): string | undefined => {
  if (!unit.frameworks.includes('flask')) return undefined;
  for (const call of unit.calls('*.config.from_envvar', '*.config.from_pyfile')) {
    const silent = call.option('silent');
    const isOptional = silent === 'unknown' || (typeof silent === 'object' && !(silent.kind === 'literal' && silent.value === false));
    if (isOptional || call.runsIn === 'development' || call.onlyAsScript) continue;
    const first = call.argument(0);
    const named = first && unit.value(first);
    if (named?.kind === 'literal')
      if (call.symbols.some((symbol) => symbol.endsWith('from_envvar'))) return String(named.value);
      else continue;
    const [variable] = first ? unit.environmentBehind(first) : [];
    if (variable !== undefined) return variable === '?' ? 'the environment' : variable;
  }
  return undefined;
});
