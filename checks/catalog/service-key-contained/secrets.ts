// The secrets that an expression carries, whole or in part.
import type { Expression, Source, Unit } from '../../model.ts';
import { keyTexts } from './key-texts.ts';
import { isKeyName, isSecretName } from './names.ts';

/** Their names, for a sentence; undefined where it carries none. */
export function secretsOf(unit: Unit, expression: Expression): string | undefined {
  const sources = unit.sources(expression);
  if (sources.some(isWholeEnvironment)) return 'the whole environment';
  const names = [...new Set(sources.flatMap((source) => secretName(unit, source)))];
  const shown = names.slice(0, 3).join(', ');
  if (names.length === 0) return sources.flatMap(hardCoded)[0];
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function secretName(unit: Unit, source: Source): readonly string[] {
  if (source.kind !== 'environment' || source.masked === true) return [];
  if (keyTexts(unit).has(source.name)) return [source.name];
  // The scheme or host of a URL is no secret; the beginning of a key is.
  return (source.partial === true ? isKeyName(source.name) : isSecretName(source.name)) ? [source.name] : [];
}

const hardCoded = (source: Source): readonly string[] =>
  source.kind === 'secret' && source.secret.certain ? [`a hard-coded ${source.secret.what}`] : [];

const isWholeEnvironment = (source: Source): boolean =>
  source.kind === 'result' &&
  source.symbols.some((symbol) => /^(?:js:process\.env|node:process\.env|js:Bun\.env|js:Cloudflare\.env|py:os\.environ)$/.test(symbol));
