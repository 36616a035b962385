// What answers show: a client that presses on is refused, told when to come back, and nobody else pays for it.
import { exchangeOf, headerOf, inconclusive, type Seen, settle, shown } from '../../answer.ts';
import type { Answer, Burst, BurstProbe, Exchange, HttpEvidence, Place, ProbeOutcome } from '../../model.ts';

export const probes = {
  burst: { kind: 'burst', class: 'active', route: 'any' },
} satisfies Record<string, BurstProbe>;
export type RateEvidence = HttpEvidence<keyof typeof probes>;

/** Fewer than this a limit may well admit. */
const enoughToTell = 100;
const healthWord = /(?:health(?:[-_]?checks?)?|ready|readiness|live|liveness|alive|status|ping|heartbeat)z?\/?$/i;

export function judgeHttp(evidence: RateEvidence): Answer {
  const { burst } = evidence.exchanges;
  if ('missing' in burst) return inconclusive(burst.missing);
  if (burst.found.kind !== 'burst') return inconclusive('no burst was sent');
  const seen = burst.found.refused === undefined ? unrefused(burst.found) : refused(burst.found, burst.found.refused);
  return settle(seen, inconclusive('no burst was answered'));
}

function unrefused({ sent, durationMs, first, statuses, request, elsewhere }: Burst): Seen {
  const route = `${request.method} ${URL.parse(request.url)?.pathname ?? request.url}`;
  const told = first === undefined ? undefined : remainingOf(first);
  const nothing = { bad: [], good: [] };
  const unclear = (because: string): Seen => ({ ...nothing, unclear: [because] });
  const broken = Object.keys(statuses).find((status) => status.startsWith('5'));
  if (broken !== undefined) return unclear(`${route} answers ${broken} under a burst, so that no limit can be seen`);
  if (told !== undefined && told > sent) {
    return unclear(
      `${route} says that ${told} more requests are admitted, which is more than were sent: raise requests.budget in the configuration`,
    );
  }
  if (sent < enoughToTell)
    return unclear(`only ${sent} requests could be sent at once, too few to meet a limit: raise requests.budget in the configuration`);
  if (healthWord.test(route))
    return unclear(`only ${route} could be pressed, and health routes often have no limit: name another as routes.any`);
  if (elsewhere !== undefined) return fromElsewhere(route, elsewhere);
  const took = `${(durationMs / 1000).toFixed(1)} s`;
  return {
    ...nothing,
    bad: [{ message: `${sent} requests in ${took} from one client were all answered: ${route} met no limit`, place: request }],
  };
}

/** The address of its own machine is let off; what it does with others is what counts. */
function fromElsewhere(route: string, { sent, first, refused: refusal }: NonNullable<Burst['elsewhere']>): Seen {
  if (refusal === undefined)
    return {
      bad: [],
      good: [],
      unclear: [
        `${route} tells another address that ${remainingOf(first) ?? 0} more are admitted, and lets off this machine's own: ask it from elsewhere`,
      ],
    };
  const message = `refused with ${refusal.status} after ${sent} requests from another address; this machine's own is let off`;
  return { bad: untold(refusal), good: [{ message, place: refusal.request }] };
}

function refused(burst: Burst, refusal: Exchange): Seen {
  const { sent, request } = burst;
  const bad = [...untold(refusal), ...unfair(burst)];
  const wait = headerOf(refusal, 'retry-after');
  const parts = [
    `refused with ${refusal.status} after ${sent} requests`,
    wait === undefined ? 'told by its RateLimit headers when to come back' : `told to wait ${shown(wait)} s`,
    standardHeaders(refusal),
    evasionText(burst),
    exchangeOf(burst.other) === undefined ? `another client was not tried (${reasonOf(burst.other)})` : 'another client is served',
    exchangeOf(burst.recovered) === undefined
      ? `its end was not waited for (${reasonOf(burst.recovered)})`
      : 'admitted again after the wait',
  ];
  return { bad, good: [{ message: parts.join('; '), place: request }] };
}

/** A refusal that does not say when to come back makes clients try again at once. */
function untold(refusal: Exchange): Seen['bad'] {
  const told = ['retry-after', 'ratelimit', 'ratelimit-reset', 'x-ratelimit-reset'].some((name) => headerOf(refusal, name) !== undefined);
  const message = `the ${refusal.status} has neither Retry-After nor RateLimit: a client can't tell when to come back`;
  return told ? [] : [{ message, place: refusal.request }];
}

function unfair({ evasions, other, posing, recovered }: Burst): Seen['bad'] {
  const finding = (message: string, place: Place): Seen['bad'] => [{ message, place }];
  const evaded = evasions.find((each) => !isRefusal(each));
  const believed = posing.find(isRefusal);
  const elsewhere = exchangeOf(other);
  const later = exchangeOf(recovered);
  return [
    // From this machine a target may take us for its own proxy: it is the poser from elsewhere that shows whom it believes.
    ...(evaded !== undefined && (believed !== undefined || elsewhere === undefined)
      ? finding('another address in X-Forwarded-For gets round the limit, and it is believed from anybody', (believed ?? evaded).request)
      : []),
    ...(elsewhere !== undefined && isRefusal(elsewhere)
      ? finding('a client at another address, which had sent nothing, is refused too: one client shuts out all others', elsewhere.request)
      : []),
    ...(later !== undefined && isRefusal(later) ? finding('after the wait that it asked for it refuses still', later.request) : []),
  ];
}

function evasionText({ evasions }: Burst): string {
  if (evasions.length === 0) return 'X-Forwarded-For could not be tried';
  return evasions.every(isRefusal)
    ? 'another address in X-Forwarded-For does not get round it'
    : 'X-Forwarded-For is believed from this machine alone, as from a proxy beside it';
}

function standardHeaders(refusal: Exchange): string {
  const policy = headerOf(refusal, 'ratelimit-policy');
  if (policy !== undefined && headerOf(refusal, 'ratelimit') !== undefined) return `RateLimit-Policy ${shown(policy)}`;
  return refusal.headers.some(([name]) => /ratelimit/.test(name))
    ? 'limits told in an older form of the RateLimit headers'
    : 'no RateLimit headers';
}

const isRefusal = (exchange: Exchange): boolean =>
  exchange.status === 429 || (exchange.status === 503 && headerOf(exchange, 'retry-after') !== undefined);

const reasonOf = (outcome: ProbeOutcome): string => ('missing' in outcome ? outcome.missing : 'no answer');

/** Requests that the target says are left. */
function remainingOf(exchange: Exchange): number | undefined {
  const structured = [...(headerOf(exchange, 'ratelimit') ?? '').matchAll(/;\s*r=(\d+)/g)].map(([, left]) => Number(left));
  const older = ['ratelimit-remaining', 'x-ratelimit-remaining'].flatMap((name) => headerOf(exchange, name) ?? []).map(Number);
  const told = [...structured, ...older].filter(Number.isFinite);
  return told.length === 0 ? undefined : Math.min(...told);
}
