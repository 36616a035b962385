// Source that may be shown: every line as it stands, but for secrets, by shape, by value and by the name they are given to.
import { isSecretName, redact } from '../../checks/evidence/secret-shapes.ts';

const mask = '[secret]';
const begins = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const ends = /-----END [A-Z ]*PRIVATE KEY-----/;
const settingsFile = /\.(?:ya?ml|toml|ini|cfg|conf|properties)$|(?:^|\/)\.env[^/]*$/;
// How many lines of one statement may say what a literal further down is for.
const reach = 4;

export interface MaskWith {
  readonly path: string;
  /** Values known to be secret, by name. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Lines (1-based) on which a secret was seen: no literal of them is shown. */
  readonly secretLines: ReadonlySet<number>;
}

/** A line of these (0-based) as it may be shown; masked when it is asked for: few lines of a file are shown. */
export function maskOf(lines: readonly string[], { path, secrets, secretLines }: MaskWith): (at: number) => string {
  const inKeys = linesOfKeys(lines);
  return (at) => {
    const line = lines[at] ?? '';
    if (inKeys.has(at)) return mask;
    if (begins.test(line)) return line.replace(/-----BEGIN [\s\S]*/, mask);
    const shapesGone = redact(line, secrets)
      .replaceAll(/(:\/\/[^\s:/@"'`{]*):[^\s@"'`{]+@/g, `$1:${mask}@`)
      .replaceAll(/\b(Bearer|Basic) [\w.~+/=-]{6,}/g, `$1 ${mask}`);
    const literalsGone = withoutLiterals(shapesGone, statementBefore(lines, at), secretLines.has(at + 1));
    return settingsFile.test(path) ? withoutValue(literalsGone) : literalsGone;
  };
}

// All after the first line of a key, to its last.
function linesOfKeys(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let inKey = false;
  for (const [at, line] of lines.entries()) {
    if (inKey) found.add(at);
    if (inKey || line.includes('-----BEGIN ')) inKey = (inKey || begins.test(line)) && !ends.test(line);
  }
  return found;
}

// What the same statement said on the lines before.
function statementBefore(lines: readonly string[], at: number): string {
  // What has a name of its own is not what the lines before are about.
  if (/^\s*["']?[\w-]+["']?\s*(?::|=(?!=))\s*\S/.test(lines[at] ?? '')) return '';
  let from = at;
  while (from > 0 && at - from < reach && /(?:[([{,=:]|\|\||\?\?|\bor|\breturn|=>)\s*$/.test(lines[from - 1] ?? '')) from--;
  return lines.slice(from, at).join(' ');
}

const literal = /(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;

function withoutLiterals(line: string, before: string, always: boolean): string {
  return line.replaceAll(literal, (whole, quote: string, content: string, offset: number) => {
    const lead = `${before} ${line.slice(0, offset)}`;
    const isKey = /^\s*(?::|\])/.test(line.slice(offset + whole.length)) && /[{,[]\s*$|^\s*$/.test(lead.trimEnd());
    if (isKey || !mayBeSecret(content, isGiven(lead))) return whole;
    return always || isNamed(lead) ? `${quote}${mask}${quote}` : whole;
  });
}

// The name right before `=` or `:`, or a fallback behind `||`, `??` and `or`.
const isGiven = (lead: string): boolean => /(?:[=:]|\|\||\?\?|\bor)\s*[fbr]?$/.test(lead);

const algorithm = /^(?:[HREP]S\d{3}|EdDSA|none|SHA-?\d+|sha\d+|RSA\S*|utf-?8|base64(?:url)?|hex|bearer|authorization)$/i;
const environmentName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
function mayBeSecret(content: string, given: boolean): boolean {
  if (content.length < 3 || content.includes(mask) || algorithm.test(content) || environmentName.test(content)) return false;
  // Prose is shown, unless it is what a secret is set to.
  return given || !/\s/.test(content.trim());
}

const usesKey = /\b(?:sign|verify|decode|encode|createHmac|hmac|createSecretKey|create_client|createClient)\w*\s*\(/i;
// Names that say too little to hide whatever stands behind them, but enough for what they are set to.
const isSetTo = /\b\w*(?:token|pwd|passwd|pepper|salt|pin)["']?(?:\s*:\s*\w+)?\s*(?:=|:|\|\||\?\?)\s*[fbr]?$/i;
function isNamed(lead: string): boolean {
  const [, option] = /[({,]\s*["']?(\w+)["']?\s*[=:]\s*[fbr]?$/.exec(lead) ?? [];
  if (option !== undefined) return isSecretName(option) || /key$/i.test(option);
  return usesKey.test(lead) || isSetTo.test(lead) || [...lead.matchAll(/[A-Za-z_][\w-]*/g)].some(([name]) => isSecretName(name));
}

function withoutValue(line: string): string {
  const [, lead, name] = /^(\s*(?:-\s+)?(?:export\s+)?([\w.-]+)\s*[:=]\s*)\S/.exec(line) ?? [];
  return lead !== undefined && name !== undefined && isSecretName(name) ? `${lead}${mask}` : line;
}
