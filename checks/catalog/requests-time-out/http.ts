// What connections show: how long a client may take before the server lets it go.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Dialogue, HttpEvidence, Probe, ProbeOutcome } from '../../model.ts';

export const probes = {
  healthy: { kind: 'http', class: 'passive', route: 'health', orElse: 'any' },
  slowHeaders: { kind: 'socket', class: 'passive', route: 'health', orElse: 'any', dialogue: 'slow-headers' },
  slowBody: { kind: 'socket', class: 'active', route: 'json-post', dialogue: 'slow-body' },
  idle: { kind: 'socket', class: 'passive', route: 'health', orElse: 'any', dialogue: 'idle' },
} satisfies Record<string, Probe>;
export type TimeoutEvidence = HttpEvidence<keyof typeof probes>;

const graceMs = 2_000;

interface Slow {
  readonly what: string;
  readonly outcome: ProbeOutcome;
  readonly limitMs: number;
}

export function judgeHttp({ exchanges, limits }: TimeoutEvidence): Answer {
  const slow: readonly Slow[] = [
    { what: 'a client that sends its headers byte by byte', outcome: exchanges.slowHeaders, limitMs: limits.headersMs },
    { what: 'a client that sends its body byte by byte', outcome: exchanges.slowBody, limitMs: limits.bodyMs },
    { what: 'a client that connects and says nothing', outcome: exchanges.idle, limitMs: limits.idleMs },
  ];
  const healthy = healthyBefore(exchanges.healthy);
  const seen = slow.map((each) => judgeSlow(each, healthy === undefined));
  return settle(
    {
      bad: seen.flatMap(({ bad }) => bad),
      good: seen.flatMap(({ good }) => good),
      unclear: [...(healthy === undefined ? [] : [healthy]), ...seen.flatMap(({ unclear }) => unclear ?? [])],
    },
    inconclusive('no slow client could be tried'),
  );
}

/** Why there is no healthy request to compare with; undefined where there is. */
function healthyBefore(outcome: ProbeOutcome): string | undefined {
  if ('missing' in outcome) return `no healthy request to compare with: ${outcome.missing}`;
  if (outcome.found.kind === 'http' && outcome.found.status < 400) return undefined;
  const status = outcome.found.kind === 'http' ? outcome.found.status : 'nothing';
  return `the health route answers ${status}, so there is no healthy request to compare with`;
}

function judgeSlow({ what, outcome, limitMs }: Slow, wasHealthy: boolean): Seen {
  const nothing: Seen = { bad: [], good: [] };
  if ('missing' in outcome) return outcome.doesNotApply === true ? nothing : { ...nothing, unclear: [`${what}: ${outcome.missing}`] };
  const { found } = outcome;
  if (found.kind !== 'socket') return nothing;
  const place = found.request;
  const limit = `${limitMs / 1000} s`;
  const hold =
    found.closedAfterMs === undefined
      ? `${what} is still connected ${graceMs / 1000} s after the limit of ${limit}`
      : `${what} is let go only after the limit of ${limit} and ${graceMs / 1000} s more`;
  if (found.closedAfterMs === undefined || found.closedAfterMs > limitMs + graceMs) return { ...nothing, bad: [{ message: hold, place }] };
  if (refusedUnread(found, limitMs))
    return {
      ...nothing,
      unclear: [`${what} is refused with ${found.status} before its body was waited for: give a token or name another route`],
    };
  if (wasHealthy && !isServed(found))
    return { ...nothing, bad: [{ message: `${what} keeps a healthy request beside it from being served`, place }] };
  if (!isServed(found)) return { ...nothing, unclear: [`no healthy request was served beside ${what}`] };
  return {
    ...nothing,
    good: [{ message: `${what} is let go within the limit of ${limit}, and a healthy request beside it is served`, place }],
  };
}

const isServed = ({ healthyStatus }: Dialogue): boolean => healthyStatus !== undefined && healthyStatus < 400;

function refusedUnread({ status, closedAfterMs = 0 }: Dialogue, limitMs: number): boolean {
  return status !== undefined && [401, 403, 404, 405, 429].includes(status) && closedAfterMs < Math.min(1_000, limitMs / 2);
}
