// What answers show: what is too large in any way is refused while it arrives, and the next request is served.
import { exchangeOf, inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Dialogue, Finding, HttpEvidence, Probe, ProbeOutcome, SizedDialogue } from '../../model.ts';

const body = (dialogue: SizedDialogue): Probe => ({ kind: 'socket', class: 'active', route: 'json-post', dialogue });
const head = (dialogue: SizedDialogue): Probe => ({ kind: 'socket', class: 'active', route: 'any', dialogue });

export const probes = {
  small: body('small-body'),
  large: body('large-body'),
  chunked: body('large-chunked-body'),
  smallGzip: body('small-gzip-body'),
  brokenGzip: body('broken-gzip-body'),
  gzipBomb: body('gzip-bomb'),
  brotliBomb: body('brotli-bomb'),
  deep: body('deep-json'),
  plain: { kind: 'http', class: 'passive', route: 'any' },
  header: head('large-header'),
  url: head('long-url'),
} satisfies Record<string, Probe>;
type Name = keyof typeof probes;
export type SizeEvidence = HttpEvidence<Name>;

export function judgeHttp(evidence: SizeEvidence): Answer {
  const { exchanges, limits } = evidence;
  const small = dialogueOf(exchanges.small);
  const size = `${Math.round((limits.bodyBytes ?? 0) / 104_857.6) / 10} MiB`;
  const sized = (name: Name, what: string): Seen => judgeBody(exchanges[name], what, small, limits.bodyBytes ?? Number.POSITIVE_INFINITY);
  const all = [
    small === undefined ? unclear('missing' in exchanges.small ? exchanges.small.missing : 'no small body was answered') : nothing,
    sized('large', `a body of more than ${size}, its length declared`),
    sized('chunked', `a body of more than ${size} in chunks`),
    judgeBomb(exchanges.gzipBomb, `a gzip bomb of more than ${size}`, evidence),
    judgeBomb(exchanges.brotliBomb, `a brotli bomb of more than ${size}`, evidence),
    judgeDeep(exchanges.deep, small),
    judgeHead(exchanges.header, 'a header of 96 KiB', evidence),
    judgeHead(exchanges.url, 'a URL of 96 KiB', evidence),
  ];
  const good = all.flatMap((seen) => seen.good);
  const [first] = good;
  const summary = good.map(({ message }) => message).join('; ');
  return settle(
    {
      bad: [...all.flatMap((seen) => seen.bad), ...harmDone(evidence)],
      unclear: all.flatMap((seen) => seen.unclear ?? []),
      good: first === undefined ? [] : [{ message: `${summary}; the next request is served`, place: first.place }],
    },
    inconclusive('nothing large was answered'),
  );
}

const nothing: Seen = { bad: [], good: [] };
const unclear = (because: string): Seen => ({ ...nothing, unclear: [because] });
const bad = (message: string, { request }: Dialogue): Seen => ({ ...nothing, bad: [{ message, place: request }] });
const good = (message: string, { request }: Dialogue): Seen => ({ ...nothing, good: [{ message, place: request }] });

function dialogueOf(outcome: ProbeOutcome): Dialogue | undefined {
  return 'found' in outcome && outcome.found.kind === 'socket' ? outcome.found : undefined;
}

/** Cut off without a word, or with a status that says so. */
const isRefused = ({ status, closedAfterMs }: Dialogue): boolean =>
  status === undefined ? closedAfterMs !== undefined : status === 413 || status === 431 || status === 414;
const how = ({ status }: Dialogue): string => (status === undefined ? 'cut off' : `refused with ${status}`);

const bufferBytes = 10_000_000;

function judgeBody(outcome: ProbeOutcome, what: string, small: Dialogue | undefined, limitBytes: number): Seen {
  const seen = dialogueOf(outcome);
  if (seen === undefined || small === undefined) return 'missing' in outcome ? unclear(outcome.missing) : nothing;
  const { status } = seen;
  const whole = (seen.sentBytes ?? 0) >= limitBytes;
  if (isRefused(seen)) return good(`${what} is ${how(seen)}`, seen);
  if (status === undefined) return bad(`${what} is neither answered nor cut off`, seen);
  if (status === 429 || small.status === 429) return unclear(`${what} met a rate limit`);
  const before = status === 401 || status === 403 || status === 404 || status === 405;
  // More than the buffers between us hold: the service itself took it in before it answered.
  if (before && whole && (seen.sentBytes ?? 0) >= bufferBytes)
    return bad(`${what} is read whole before it is refused with ${status}`, seen);
  if (before)
    return unclear(`the route answers ${status} whatever the size: a valid token and a route that takes JSON are needed (routes.jsonPost)`);
  if (whole && (status === small.status || status < 400))
    return bad(`${what} is read whole and answered with ${status} like a small one`, seen);
  if (status >= 500 && status !== small.status) return bad(`${what} is answered with ${status}`, seen);
  return good(
    whole ? `${what} is refused with ${status}` : `${what} is read no further than a part of it and answered with ${status}`,
    seen,
  );
}

/** A server that does not unpack answers a bomb like a broken stream; one that does must stop before the end. */
function judgeBomb(outcome: ProbeOutcome, what: string, { exchanges }: SizeEvidence): Seen {
  const seen = dialogueOf(outcome);
  if (seen === undefined) return 'missing' in outcome ? unclear(outcome.missing) : nothing;
  const [plain, small, broken] = [exchanges.small, exchanges.smallGzip, exchanges.brokenGzip].map((each) => dialogueOf(each)?.status);
  const { status } = seen;
  if (isRefused(seen)) return good(`${what} is ${how(seen)}`, seen);
  if (status === undefined) return bad(`${what} is neither answered nor cut off`, seen);
  if (status === 415) return good(`${what} is refused with ${status}`, seen);
  // Where a broken stream is answered like a whole one nobody unpacked it, or it can't be told.
  if (small === broken && status === small) return small === plain ? nothing : good(`${what} is not unpacked (${status})`, seen);
  if (status >= 500) return bad(`${what} is answered with ${status}`, seen);
  if (status === 401 || status === 403 || status === 404 || status === 429) return nothing;
  if (status < 400 || status === small) return bad(`${what} is unpacked whole and answered with ${status}`, seen);
  return good(`${what} is refused with ${status}`, seen);
}

function judgeDeep(outcome: ProbeOutcome, small: Dialogue | undefined): Seen {
  const seen = dialogueOf(outcome);
  if (seen === undefined || (small?.status ?? 0) >= 500) return nothing;
  const what = 'JSON 40 000 lists deep';
  if (seen.status === undefined && seen.closedAfterMs === undefined) return bad(`${what} is neither answered nor cut off`, seen);
  return (seen.status ?? 400) >= 500
    ? bad(`${what} is answered with ${seen.status}`, seen)
    : good(`${what} does no harm (${seen.status ?? 'cut off'})`, seen);
}

function judgeHead(outcome: ProbeOutcome, what: string, { exchanges }: SizeEvidence): Seen {
  const seen = dialogueOf(outcome);
  const plain = exchangeOf(exchanges.plain);
  if (seen === undefined || plain === undefined) return 'missing' in outcome ? unclear(outcome.missing) : nothing;
  if (isRefused(seen)) return good(`${what} is ${how(seen)}`, seen);
  if (seen.status === undefined) return bad(`${what} is neither answered nor cut off`, seen);
  if (seen.status >= 500) return bad(`${what} is answered with ${seen.status}`, seen);
  if (seen.status === plain.status || seen.status < 400) return bad(`${what} is taken and answered with ${seen.status}`, seen);
  return good(`${what} is refused with ${seen.status}`, seen);
}

/** Who was served before must be served after. */
function harmDone({ exchanges }: SizeEvidence): readonly Finding[] {
  const before = dialogueOf(exchanges.small)?.healthyStatus;
  if (before === undefined || before >= 500) return [];
  const harmful = Object.values<ProbeOutcome>(exchanges).flatMap((outcome) => {
    const seen = dialogueOf(outcome);
    return seen !== undefined && (seen.healthyStatus === undefined || seen.healthyStatus >= 500) ? [seen] : [];
  });
  return harmful.map(({ request, healthyStatus }) => ({
    message: `the request after it is answered with ${healthyStatus ?? 'nothing'}`,
    place: request,
  }));
}
