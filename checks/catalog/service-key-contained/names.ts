// Which variables hold a secret, as their names go, and which defaults only mark where one goes.
import type { SecretShape } from '../../model.ts';

const secretWords =
  /(?:^|_)(?:secret|passw(?:or)?d|passwd|passphrase|api_?key|private_?key|service_?(?:role_?)?key|service_?role|supabase_key|access_?key|signing_?key|encryption_?key|auth_?token|access_?token|bot_?token|api_?token|(?:hf|hugging_?face(?:_?hub)?)_?token|bearer|credentials?|jwt_?key)(?:_|$)|_(?:pass|pwd|pw)$/i;
/** A URL of a database holds its password. */
const databaseUrl = /(?:^|_)(?:database|db|postgres(?:ql)?|mysql|mongo(?:db)?)_(?:url|uri|dsn)$/i;
const publicWords =
  /(?:^|_)(?:public|publishable|anon|header|headers|name|names|url|uri|endpoint|path|file|dir|prefix|length|len|min|max|expires?|expiry|expiration|expire|ttl|lifetime|timeout|algorithms?|alg|issuer|audience|enabled?|disabled?|required|scheme|field|type|id|ids|days|hours|minutes|seconds|ms|rounds|limit|count|reset|policy|region|site|posthog|firebase|analytics|mapbox|maps|rate|throttle|allow|prevent|patterns?|regex|masks?|special|chars?|require|strength|history|hint|label|template)(?:_|$)/i;

const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

/** `SUPABASE_SERVICE_ROLE_KEY`, `openaiApiKey`, `DB_PASSWORD`; an anon or publishable key is public. */
export function isSecretName(name: string): boolean {
  return (secretWords.test(words(name)) && !publicWords.test(words(name))) || databaseUrl.test(words(name));
}

/** True where the variable's whole value is the secret, so that a default of it is one too. */
export const isKeyName = (name: string): boolean => isSecretName(name) && !databaseUrl.test(words(name));

const placeholder =
  /x{4,}|\*{3,}|\.{3}|<[^>]*>|\$\{|\{\{|your|change[-_ ]?(?:me|this|in|it)|placeholder|example|sample|dummy|fake|mock|insert|replace|todo|redacted|required|set[-_ ]?me|fill[-_ ]?(?:me|in)|to[-_ ]be[-_ ]|not[-_ ]?(?:set|needed|used|real|required|provided)|no[-_]key|test|dev(?:elopment)?\b|local|insecure|default|missing|unset|undefined|null|none|empty|unused|1234|abcdef/i;

/** Secrets the service chooses itself: whatever stands there works, so that any default is a key. */
const ownSecret =
  /(?:^|_)(?:jwt|session|cookie|signing|encryption|auth|app|flask|django)?_?secret(?:_key)?$|(?:signing|encryption|jwt)_key$/i;

/** A default of plain words or under 12 characters opens nothing elsewhere, but it signs where the service chose it. */
export function isHarmless(name: string, { length, reads }: SecretShape): boolean {
  return reads === 'development' || (!ownSecret.test(words(name)) && (length < 12 || reads === 'words'));
}

/** The same of a text that the gatherer left as it is. */
export function isPlaceholder(name: string, text: string): boolean {
  // A list of words is no key: which fields to mask, which names to look for.
  if (text.trim().length < 6 || placeholder.test(text) || /^\w+(?:,\s*\w+)+$/.test(text.trim())) return true;
  return !ownSecret.test(words(name)) && (text.trim().length < 12 || /^[a-z]+(?:[-_ ][a-z]+)*$/.test(text));
}
