// The secrets that an expression carries, whole or in part.
import type { Expression, Source, Unit } from '../../model.ts';
import { isSecretName } from './names.ts';

/** Their names, for a sentence; undefined where it carries none. */
export function secretsOf(unit: Unit, expression: Expression): string | undefined {
  const sources = unit.sources(expression);
  if (sources.some(isWholeEnvironment)) return 'the whole environment';
  const names = new Set(sources.flatMap(secretName));
  const [first] = names;
  if (first === undefined) return undefined;
  return names.size === 1 ? first : `${first} and ${names.size - 1} more secrets`;
}

function secretName(source: Source): readonly string[] {
  if (source.kind === 'secret') return source.secret.certain ? [`a ${source.secret.what} from the source`] : [];
  return source.kind === 'environment' && source.masked !== true && isSecretName(source.name) ? [source.name] : [];
}

const isWholeEnvironment = (source: Source): boolean =>
  source.kind === 'result' &&
  source.symbols.some((symbol) => /^(?:js:process\.env|node:process\.env|js:Bun\.env|py:os\.environ)$/.test(symbol));
