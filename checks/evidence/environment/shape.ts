// What a value looks like, told without keeping the value.
import { decodeJwt } from 'jose/jwt/decode';
import type { ValueShape } from '../../model.ts';
import { isPlaceholder, isSecretName, secretShape } from '../secret-shapes.ts';

/** Names that are too vague to call a short value weak, and whose value is still nobody's business. */
const privateName = /token|key$|secret|passw|credential|dsn|webhook/i;
/** Anything longer or more random than this is kept to ourselves whatever its name. */
const longestText = 60;

/** The shape of a non-empty value. Only a short, plain, not secret value is kept. */
export function valueShape(name: string, raw: string): ValueShape {
  const value = raw.trim();
  const known = supabaseToken(value) ?? knownKey(value);
  if (known !== undefined) return known;
  if (!/\s/.test(value)) {
    const url = urlShape(value);
    if (url !== undefined) return url;
  }
  if (isSecretName(name) || secretShape(value) !== undefined) return { kind: 'secret' };
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)) return { kind: 'number', value: Number(value) };
  if (/^(?:true|false)$/i.test(value)) return { kind: 'boolean', value: value.toLowerCase() === 'true' };
  if (privateName.test(name) || looksRandom(value)) return { kind: 'secret' };
  if (value.length > longestText) return { kind: 'secret', ...(holdsNoKey(value) && { onlyLong: true }) };
  return { kind: 'text', value };
}

function knownKey(value: string): ValueShape | undefined {
  if (/^sb_secret_\S+$/.test(value)) return { kind: 'supabase-key', role: 'secret' };
  if (/^sb_publishable_\S+$/.test(value)) return { kind: 'supabase-key', role: 'publishable' };
  if (/^sk-(?!ant-)[\w-]{16,}$/.test(value)) return { kind: 'openai-key' };
  if (/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?!(?:\s|\\n|\.|\w{0,12}(?:\s|\\n)|your[\w -]*)*-----END)/i.test(value))
    return { kind: 'private-key' };
  return undefined;
}

function supabaseToken(value: string): ValueShape | undefined {
  if (!/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/.test(value)) return undefined;
  try {
    const { role, ref, iss, exp } = decodeJwt(value);
    if (typeof role !== 'string') return undefined;
    if (typeof ref !== 'string' && !String(iss ?? '').includes('supabase')) return undefined;
    const expired = typeof exp === 'number' && exp * 1000 < Date.now();
    return { kind: 'supabase-jwt', role, ref: typeof ref === 'string' ? ref : undefined, expired };
  } catch {
    return undefined;
  }
}

const localHost = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|.+\.localhost)$/i;

function urlShape(value: string): ValueShape | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\/./i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return {
    kind: 'url',
    protocol: url.protocol.replace(/:$/, ''),
    host: url.host,
    supabaseRef: /^([a-z0-9]{16,})\.supabase\.(?:co|in|red)$/i.exec(url.hostname)?.[1],
    local: localHost.test(url.hostname),
    hasPassword: url.password !== '' && !isFilledIn(unescaped(url.password)),
  };
}

/** `${DB_PASSWORD}`, `$DB_PASSWORD`, `<password>`, `changeme`: filled in by another variable, by hand, or the form alone. */
const isFilledIn = (password: string): boolean =>
  password.includes('${') ||
  /^(?:\$\w+|%\w+%|\{\{.*\}\}|<.*>|\[.*\]|x{3,}|\*{3,}|\.{3,}|change[-_ ]?(?:me|this|it)\W*|(?:your|my)[-_]?\w*pass\w*|pass|password|passwd|pwd)$/i.test(
    password,
  );

/** A part of a URL as it was before it was escaped; as it is where its escapes are no UTF-8. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A list of words, addresses or the like: nothing between its separators looks made at random. */
const holdsNoKey = (value: string): boolean => !value.split(/[\s,;"'[\]{}():/.?&=]+/).some(looksRandom);

function looksRandom(value: string): boolean {
  return value.length >= 20 && /^[\w+/=-]+$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value) && bitsPerCharacter(value) > 3.3;
}

const stands =
  /^(?:<.*>|\[[\w -]+\]|x{3,}|\*{3,}|\.{3,}|change[-_ ]?(?:me|this|it)\W*|todo|tbd|fixme|placeholder|replace[-_ ]?(?:me|this)|none|null|undefined)$|^(?:your|my|insert|enter|replace|put|add)[-_ ].*(?:here|key|url|id|secret|token|project|ref|password|value|domain)|[-_]here$/i;
const standingHost =
  /(?:^|[./@-])(?:your|my)[-_]?(?:project|app|domain|ref|host|server|instance)|<|x{4,}|(?:^|[.@])example\.(?:com|org|net)/i;

/** True for a value that marks where a real one goes. `${NAME}` is filled in by another variable and is none. */
export function isStandIn(name: string, value: string): boolean {
  const text = value.trim();
  if (text === '' || text.includes('${')) return false;
  if (stands.test(text)) return true;
  const shape = valueShape(name, text);
  if (shape.kind === 'url') return standingHost.test(shape.host);
  if (shape.kind === 'supabase-jwt' || shape.kind === 'private-key') return false;
  return (isSecretName(name) || shape.kind === 'supabase-key' || shape.kind === 'openai-key') && isPlaceholder(text);
}

const knownWord = /passw(?:or)?d|secret|change[-_ ]?me|letmein|qwerty|default|^(?:admin|root|postgres|test|dev|local|12345)/i;

/** True for a secret, by name, that anybody could guess: under 16 characters, under 3 bits a character, or a well-known word. */
export function isWeak(name: string, value: string): boolean {
  const text = value.trim();
  if (text === '' || text.includes('${') || !isSecretName(name)) return false;
  const { kind } = valueShape(name, text);
  if (kind === 'supabase-jwt' || kind === 'private-key' || kind === 'url') return false;
  const chosen = kind === 'secret' ? text : text.replace(/^(?:sb_secret_|sk-)/, '');
  if (kind === 'secret' && knownWord.test(text)) return true;
  if (chosen.length < 16) return true;
  const randomHex = /^[0-9a-f]+$/i.test(chosen) && new Set(chosen).size >= 6;
  return !randomHex && bitsPerCharacter(chosen) < 3;
}

function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
