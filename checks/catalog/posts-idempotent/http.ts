// What answers show: the same POST sent twice under one key is done once.
import { exchangeOf, headerOf, inconclusive, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

// It makes something: elsewhere than on this machine it needs leave for what may destroy.
const post = { kind: 'http', class: 'destructive', route: 'json-post' } satisfies HttpProbe;
const key = { 'idempotency-key': '{shared}' };

export const probes = {
  first: { ...post, headers: key },
  repeated: { ...post, headers: key, after: 'first' },
  changed: { ...post, headers: key, changedBody: true, after: 'repeated' },
  otherKey: { ...post, headers: { 'idempotency-key': '{canary}' }, after: 'changed' },
} satisfies Record<string, HttpProbe>;
export type RepeatEvidence = HttpEvidence<keyof typeof probes>;

export function judgeHttp({ exchanges, chosen }: RepeatEvidence): Answer {
  const first = exchangeOf(exchanges.first);
  const repeated = exchangeOf(exchanges.repeated);
  const route = chosen['json-post'] ?? 'the route';
  if (first === undefined || repeated === undefined) {
    const missing = [exchanges.first, exchanges.repeated].find((outcome) => 'missing' in outcome);
    return inconclusive(missing !== undefined && 'missing' in missing ? missing.missing : 'nothing was answered');
  }
  if (first.status >= 300)
    return inconclusive(
      `${route} answers ${first.status} to a first POST: name a route and a body that it takes as routes.jsonPost in the configuration`,
    );
  if (repeated.status === 429) return inconclusive('the second POST met a rate limit');
  const changed = exchangeOf(exchanges.changed);
  const other = exchangeOf(exchanges.otherKey);
  const replayed = repeated.headers.some(([name, value]) => /^(?:x-)?idempoten(?:cy|t)-repla/.test(name) && /true|1/i.test(value));
  const same = isSame(first, repeated);
  const finding = (message: string, place: Finding['place']): Finding => ({ message, place });
  if (repeated.status >= 500)
    return settle(
      { bad: [finding(`a POST repeated under the same key is answered with ${repeated.status}`, repeated.request)], good: [] },
      inconclusive(''),
    );
  if (isRefusal(repeated) && !(other !== undefined && other.status < 300)) {
    return inconclusive(
      `${route} answers ${repeated.status} to the second POST, and does not take one under another key either: whether it is the key that is known, or what was sent, can’t be told; name another as routes.jsonPost in the configuration`,
    );
  }
  if (!same && !replayed && !isRefusal(repeated)) {
    return settle(
      {
        bad: [finding(`${route} sent twice with one Idempotency-Key is done twice: the second answer is another one`, repeated.request)],
        good: [],
      },
      inconclusive(''),
    );
  }
  const distinguishes = replayed || isRefusal(repeated) || (other !== undefined && other.status < 300 && !isSame(first, other));
  const mixedUp = changed !== undefined && changed.status < 300 && isSame(first, changed) && distinguishes;
  if (!distinguishes) return inconclusive(`${route} answers every POST alike, whatever its key: whether it was done once can’t be seen`);
  const said =
    changed !== undefined && (changed.status === 422 || changed.status === 409 || changed.status === 400)
      ? `; the key with another body is refused with ${changed.status}`
      : '';
  const bad =
    mixedUp && changed !== undefined
      ? [finding('the key of an earlier POST is taken for another body, and the earlier answer is given to it', changed.request)]
      : [];
  return settle(
    { bad, good: [finding(`${route} sent twice with one Idempotency-Key is done once and answered twice${said}`, repeated.request)] },
    inconclusive(''),
  );
}

const isRefusal = ({ status }: Exchange): boolean => status >= 400 && status < 500;

/** Times of answering and ids of requests differ in honest repeats too. */
function isSame(one: Exchange, other: Exchange): boolean {
  return one.status === other.status && plain(one) === plain(other) && headerOf(one, 'location') === headerOf(other, 'location');
}

const plain = ({ body }: Exchange): string =>
  body
    .replace(/"(?:request_?id|requestId|trace_?id|timestamp|generated_at|server_time|time)"\s*:\s*(?:"[^"]*"|[\d.]+)/gi, '')
    .replace(/"metadata"\s*:\s*\{[^{}]*\}/g, '');
