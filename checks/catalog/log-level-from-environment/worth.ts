// What a level is where nobody sets anything, as far as source tells.
import type { Expression, FilePlace, Unit, Value } from '../../model.ts';

export interface Noisy {
  readonly word: string;
  readonly place: FilePlace | undefined;
}

const everything = /^(?:debug|trace|silly|all|notset|verbose|10|0|20_debug)$/i;

/** The default of a level that shows everything; undefined where it does not, or where that is not known. */
export function defaultOf(unit: Unit, level: Expression, variables: readonly string[], set: readonly Expression[] = []): Noisy | undefined {
  const value = unit.value(level);
  const own = noisyIn(value);
  if (own) return own;
  if (isConstant(level) && /^(?:DEBUG|NOTSET)$/.test(unit.words(level).at(-1) ?? '')) return { word: 'DEBUG', place: undefined };
  const reads = unit.environmentReads.filter(({ name }) => variables.includes(name));
  for (const { name, fallback, place } of reads) {
    if (fallback?.kind !== 'literal') continue;
    const text = String(fallback.value);
    if (/level/i.test(name) && everything.test(text)) return { word: text, place };
    // `DEBUG if settings.DEBUG else INFO`, with a switch that is on by default.
    if (
      /(?:^|_)DEBUG$/i.test(name) &&
      /^(?:true|1|yes|on)$/i.test(text) &&
      [level, ...set].some((each) => unit.words(each).some((word) => /^debug$/i.test(word)))
    )
      return { word: 'DEBUG', place };
  }
  return undefined;
}

/** `logging.DEBUG`. */
const isConstant = (level: Expression): boolean =>
  level.kind === 'member' && level.object.kind === 'name' && level.object.name === 'logging';

function noisyIn(value: Value): Noisy | undefined {
  switch (value.kind) {
    case 'literal':
      return everything.test(String(value.value)) ? { word: String(value.value), place: value.place } : undefined;
    case 'environment':
      return value.fallback && noisyIn(value.fallback);
    case 'symbol':
      return /^py:logging\.(?:DEBUG|NOTSET)$/.test(value.name) ? { word: 'DEBUG', place: undefined } : undefined;
    case 'choice': {
      const arms = value.among.filter(({ runsIn }) => runsIn !== 'development');
      const production = arms.filter(({ runsIn }) => runsIn === 'production');
      const found = (production.length > 0 ? production : arms).map((arm) => noisyIn(arm.value));
      return found.length > 0 && found.every((each) => each !== undefined) ? found[0] : undefined;
    }
    default:
      return undefined;
  }
}
