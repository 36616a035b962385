// What a secret looks like. The only place that knows; every gatherer asks here before it keeps a text.
import { decodeJwt } from 'jose/jwt/decode';
import type { SecretShape } from '../model.ts';

const shapes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['Supabase secret key', /\bsb_secret_[A-Za-z0-9_-]{16,}/],
  ['OpenAI key', /\bsk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/],
  ['private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})/],
  ['Stripe secret key', /\b[sr]k_live_[A-Za-z0-9]{16,}/],
  ['Slack token', /\bxox[abposr]-[A-Za-z0-9-]{16,}/],
  ['Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{20,}/],
  ['database URL with a password', /\b(?:postgres(?:ql)?|mysql|mongodb|redis)(?:\+\w+)?:\/\/[^\s:/@[\]]+:[^\s/@{}$<[\]^()|*\\]{4,}@/],
];
const tokenPattern = /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g;
const placeholder =
  /x{4,}|\*{3,}|\.{3}|<[^>]*>|\$\{|\{\{|your[-_ ]?|change[-_ ]?me|placeholder|example|sample|dummy|fake|insert|replace|todo|redacted|not[-_ ]?real|test[-_]?key|1234567|abcdef/i;

/** True for a value that only marks where a real one goes. */
export function isPlaceholder(text: string): boolean {
  return text.trim() === '' || placeholder.test(text);
}

/** The secret a text holds, known by its shape alone; a public (anon, publishable) key is none. */
export function secretShape(text: string): SecretShape | undefined {
  if (text.length < 16) return undefined;
  for (const [what, pattern] of shapes) {
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    if (what !== 'private key' && isPlaceholder(match)) continue;
    // The header of a key alone, as in a test for it, is none.
    if (what === 'private key' && text.length < 120) continue;
    // A host without a dot is this machine or a container beside it, whose password guards nothing; `user:pass@host` shows the form.
    if (
      what.startsWith('database') &&
      /:(?:pass|password|passwd|pwd)@|@(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[\w-]+|[\w.-]*\bexample(?:\.\w+)?|[\w.-]+\.(?:test|invalid|localhost))(?![\w.-])/.test(
        text,
      )
    )
      continue;
    return { what, certain: true, length: match.length };
  }
  for (const [token] of text.matchAll(tokenPattern)) {
    const role = tokenRole(token);
    if (role === 'service_role') return { what: 'Supabase service_role key', certain: true, length: token.length };
  }
  return undefined;
}

function tokenRole(token: string): string | undefined {
  try {
    const { role, iss } = decodeJwt(token);
    // The keys of Supabase's local stack are the same on every machine.
    return typeof role === 'string' && iss !== 'supabase-demo' ? role : undefined;
  } catch {
    return undefined;
  }
}

const secretWords =
  /\b(?:secret|passw(?:or)?d|passphrase|api ?key|private key|service (?:role )?key|service role|access key|signing key|auth token|access token|bearer|credentials?|jwt key|encryption key)\b/;
const publicWords =
  /\b(?:public|publishable|anon|header|name|url|uri|endpoint|path|prefix|length|min|max|expir\w*|ttl|algorithm|issuer|audience|enabled|required|scheme|field|type|minutes|seconds|days|id|file|arn)\b/;

/** Whether a variable of this name holds a secret, as names go. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase();
  return secretWords.test(words) && !publicWords.test(words);
}

const inText = new RegExp([...shapes.map(([, pattern]) => pattern.source), tokenPattern.source].join('|'), 'g');

/** The text with every token, key and each of the given values replaced by a marker. Values under 6 characters are left alone. */
export function redact(text: string, values: ReadonlyMap<string, string> = new Map()): string {
  let redacted = text;
  for (const [name, value] of values) {
    if (value.length >= 6) redacted = redacted.replaceAll(value, `[${name}]`);
  }
  return redacted.replace(inText, '[secret]');
}
