// What answers show: no secret of the environment, in any answer of the whole run.
import { inconclusive, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

export const probes = {
  health: { kind: 'http', class: 'passive', route: 'health' },
  any: { kind: 'http', class: 'passive', route: 'any' },
  unknownRoute: { kind: 'http', class: 'passive', route: 'missing' },
} satisfies Record<string, HttpProbe>;
export type KeyEvidence = HttpEvidence<keyof typeof probes>;

export function judgeHttp({ all, secretsKnown, chosen }: KeyEvidence): Answer {
  const bad = all.flatMap(leaksOf).filter((one, at, list) => list.findIndex((other) => same(one, other)) === at);
  const proper = all.filter(({ status, bodyTruncated }) => !bodyTruncated && (status < 400 || status === 401 || status === 403));
  const [first] = proper;
  const unclear = [
    ...(secretsKnown === undefined ? ['no environment was given, so it is not known which secrets to look for: give --env-file'] : []),
    ...(first === undefined ? [`none of ${all.length} answers was a proper one`] : []),
  ];
  const routes = [...new Set(Object.values(chosen))].join(', ');
  const message = `none of ${secretsKnown ?? 0} secrets of the environment stands in any answer of ${routes === '' ? 'the run' : routes}`;
  return settle(
    { bad, good: first === undefined ? [] : [{ message, place: first.request }], unclear },
    inconclusive('nothing was answered'),
  );
}

function leaksOf(exchange: Exchange): readonly Finding[] {
  return exchange.secretsSeen.map((name) => ({ message: `the ${exchange.status} answer carries ${name}`, place: exchange.request }));
}

function same(one: Finding, other: Finding): boolean {
  const { place, message } = other;
  return (
    one.message === message &&
    one.place.kind === 'request' &&
    place.kind === 'request' &&
    one.place.url === place.url &&
    one.place.method === place.method
  );
}
