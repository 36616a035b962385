// What is kept of an answer: capped, redacted, with a note of what came back that should not.
import { redact, secretShape } from '../secret-shapes.ts';

export interface RawAnswer {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly bodyTruncated: boolean;
}
export interface KeptAnswer extends RawAnswer {
  readonly canaryIn: readonly ('body' | 'headers')[];
  readonly secretsSeen: readonly string[];
}
export interface KeepRules {
  readonly knownSecrets: ReadonlyMap<string, string>;
  /** Tokens and other values that were sent: redacted, and no find of ours. */
  readonly sentSecrets: ReadonlyMap<string, string>;
  readonly bodyCap: number;
}

export function keep(raw: RawAnswer, canary: string | undefined, rules: KeepRules): KeptAnswer {
  const headerText = raw.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  // The longest first: one token may be the beginning of another.
  const values = new Map([...rules.sentSecrets, ...rules.knownSecrets].toSorted(([, one], [, other]) => other.length - one.length));
  const body = redact(raw.body, values);
  return {
    headers: raw.headers.map(([name, value]) => [name.toLowerCase(), redact(value, values)]),
    body: body.slice(0, rules.bodyCap),
    bodyTruncated: raw.bodyTruncated || body.length > rules.bodyCap,
    canaryIn: canary === undefined ? [] : canaryIn(canary, raw.body, headerText),
    secretsSeen: secretsIn(`${headerText}\n${raw.body}`, rules),
  };
}

function canaryIn(canary: string, body: string, headers: string): readonly ('body' | 'headers')[] {
  return [...(body.includes(canary) ? (['body'] as const) : []), ...(headers.includes(canary) ? (['headers'] as const) : [])];
}

function secretsIn(text: string, rules: KeepRules): readonly string[] {
  const seen = [...rules.knownSecrets].filter(([, value]) => formsOf(value).some((form) => text.includes(form))).map(([name]) => name);
  if (seen.length > 0) return seen;
  let rest = text;
  for (const value of rules.sentSecrets.values()) if (value.length >= 6) rest = rest.replaceAll(value, '');
  const shape = secretShape(rest);
  return shape === undefined ? [] : [shape.what];
}

/** Whether finding a value in an answer means anything: `postgres` or `password` may stand there for other reasons. */
export function isTelling(value: string): boolean {
  return value.length >= 16 || (value.length >= 8 && /[A-Za-z]/.test(value) && /\d/.test(value));
}

/**
 * A secret as it is, as other encodings write it, the end of a long one (its start may be the same for all of its kind),
 * and the password of a URL. None for a value too plain to tell anything.
 */
export function formsOf(value: string): readonly string[] {
  const password = passwordIn(value);
  const forms = isTelling(value)
    ? [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64')]
    : [];
  return [...forms, ...(value.length >= 40 && password === '' ? [value.slice(-20)] : []), ...(isTelling(password) ? [password] : [])];
}

function passwordIn(value: string): string {
  if (!URL.canParse(value)) return '';
  const { password } = new URL(value);
  // A bare percent sign is nobody's escape.
  return /%(?![0-9A-Fa-f]{2})/.test(password)
    ? password
    : Buffer.from(password.replace(/%([0-9A-Fa-f]{2})/g, unescaped), 'latin1').toString('utf8');
}

const unescaped = (_: string, digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
