// A request as it may be shown and kept: secrets as placeholders, words made for one run by their names.
import type { Exchange, SentRequest } from '../../model.ts';
import { redact } from '../secret-shapes.ts';
import { curlOf } from './curl.ts';
import { type Settings, urlOf } from './options.ts';
import type { Outgoing } from './outgoing.ts';

const longestFirst = (map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...map].toSorted(([one], [other]) => other.length - one.length);

/** Values that are not to be shown, each with the name that stands for it. */
function secretsIn(settings: Settings, hidden: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = [...settings.knownSecrets].filter(([, value]) => value.length >= 6).map(([name, value]) => [value, name] as const);
  return new Map([...hidden, ...known]);
}

// Two runs show the same command.
function steadily({ canary, shared }: Outgoing): (text: string) => string {
  const made = Object.entries({ canary, shared });
  return (text) => made.reduce((shown, [name, word]) => (word === undefined ? shown : shown.replaceAll(word, name)), text);
}

const masked = (text: string, secrets: ReadonlyMap<string, string>): string =>
  longestFirst(secrets).reduce((shown, [value, name]) => (value.length < 6 ? shown : shown.replaceAll(value, `$${name}`)), text);

/** What every request brings, as far as it goes to the target's own address: elsewhere its secrets are nobody's business. */
export const generalHeaders = ({ config }: Settings, { at }: Outgoing): Readonly<Record<string, string>> =>
  at === undefined ? (config.headers ?? {}) : {};

/** The whole URL that a request goes to. */
export const addressOf = ({ base }: Settings, { at, path, query }: Outgoing): string =>
  urlOf(at === undefined ? base : new URL(at), path, query);

const sentHeaders = (settings: Settings, outgoing: Outgoing): readonly (readonly [string, string])[] => [
  ...Object.entries(generalHeaders(settings, outgoing)),
  ...outgoing.headers,
];

const sentBodyCap = 4 * 1024;

/** What went out, its body at most 4 KiB. */
export function sentRequest(
  settings: Settings,
  outgoing: Outgoing,
  { hidden, at }: { readonly hidden: ReadonlyMap<string, string>; readonly at: string },
): SentRequest {
  const secrets = secretsIn(settings, hidden);
  const steady = steadily(outgoing);
  const shown = (text: string): string => redact(masked(steady(text), secrets));
  const { body } = outgoing;
  const isCut = body !== undefined && body.length > sentBodyCap;
  return {
    headers: sentHeaders(settings, outgoing).map(([name, value]) => [name.toLowerCase(), shown(value)] as const),
    ...(body === undefined ? {} : { body: shown(body).slice(0, sentBodyCap) }),
    ...(isCut ? { bodyCut: true } : {}),
    at,
  };
}

/** Where it went, and the command that repeats it. */
export function requestPlace(settings: Settings, outgoing: Outgoing, hidden: ReadonlyMap<string, string>): Exchange['request'] {
  const { method, body, fillerBytes } = outgoing;
  const headers = sentHeaders(settings, outgoing);
  const url = addressOf(settings, outgoing);
  const secrets = secretsIn(settings, hidden);
  const steady = steadily(outgoing);
  const shownUrl = masked(steady(url), secrets);
  const from = outgoing.fromAddress === undefined ? '' : ` --interface ${outgoing.fromAddress}`;
  const flags = `${from}${wayFlags(settings, outgoing)}`;
  return {
    kind: 'request',
    method,
    url: shownUrl,
    curl: `${steady(curlOf({ method, url, headers, body, fillerBytes }, secrets))}${flags}`,
  };
}

/** How curl takes the same way: its protocol, and the proxy without its credentials. */
function wayFlags({ base, protocol, http2, proxy }: Settings, { at }: Outgoing): string {
  const isSecure = base.protocol === 'https:';
  const spoken =
    protocol === 'HTTP/2' ? (isSecure ? ' --http2' : ' --http2-prior-knowledge') : isSecure && http2 === 'never' ? ' --http1.1' : '';
  return `${at === undefined ? spoken : ''}${proxy === undefined ? '' : ` --proxy ${proxy.url.origin}`}`;
}
