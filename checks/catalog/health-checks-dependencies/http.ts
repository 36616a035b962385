// What answers show: a health route that names what the service depends on, and tells strangers nothing of the inside.
import { inconclusive, type Seen, settle, shown } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';
import { namesDependency } from './dependencies.ts';
import { type Dependency, dependenciesIn, insidesIn } from './report.ts';

export const probes = {
  health: { kind: 'http', class: 'passive', route: 'health' },
} satisfies Record<string, HttpProbe>;
export type HealthEvidence = HttpEvidence<keyof typeof probes>;

const healthPath = /\/(?:[\w-]*(?:health(?:[-_]?checks?)?|ready|readiness|live|liveness|alive|status|ping|heartbeat)z?)\/?(?:\?|$)/i;
/** Longer than this an orchestrator gives the instance up. */
const slowMs = 3_000;

export function judgeHttp(evidence: HealthEvidence): Answer {
  const { health } = evidence.exchanges;
  if ('missing' in health) return inconclusive(health.missing);
  const reports = latest(evidence.all.filter(isReport));
  const telling = reports
    .map((exchange) => ({ exchange, dependencies: dependenciesIn(exchange.body) }))
    .filter(({ dependencies }) => dependencies.length > 0);
  const hasNone = evidence.source !== undefined && !namesDependency(evidence.source);
  if (reports.length === 0) {
    return inconclusive(
      `no health route answers with a JSON object (${evidence.chosen.health ?? 'none'}): name it as routes.health in the configuration`,
    );
  }
  return settle(
    {
      bad: [
        ...reports.flatMap(leaks),
        ...tooSlow(evidence, reports),
        ...(telling.length > 0 ? telling.flatMap(contradictions) : hasNone ? [] : silent(reports)),
      ],
      good:
        hasNone && telling.length === 0
          ? reports.slice(0, 1).map(alone)
          : telling.map(({ exchange, dependencies }) => ({
              message: `${pathOf(exchange)} answers ${exchange.status} and tells the state of ${dependencies.map(({ name }) => shown(name)).join(', ')}`,
              place: exchange.request,
            })),
    },
    inconclusive('no health route was answered'),
  );
}

const isReport = ({ request, status, body, bodyTruncated }: Exchange): boolean =>
  request.method === 'GET' &&
  healthPath.test(request.url) &&
  (status < 300 || status === 503) &&
  !bodyTruncated &&
  body.trimStart().startsWith('{');

/** One answer of each address. */
function latest(exchanges: readonly Exchange[]): readonly Exchange[] {
  return [...new Map(exchanges.map((exchange) => [exchange.request.url.replace(/\/$/, ''), exchange])).values()];
}

const pathOf = ({ request }: Exchange): string => `GET ${URL.parse(request.url)?.pathname ?? request.url}`;

const alone = (exchange: Exchange): Finding => ({
  message: `${pathOf(exchange)} answers, and the source names no database and no model whose state it could tell`,
  place: exchange.request,
});

function silent(reports: readonly Exchange[]): readonly Finding[] {
  const [first, ...others] = reports;
  if (first === undefined) return [];
  const routes = reports.map(pathOf).join(', ');
  return [
    {
      message: `${routes}: no state of any dependency (database, model) is told`,
      place: first.request,
      related: others.map(({ request }) => request),
    },
  ];
}

function contradictions({
  exchange,
  dependencies,
}: {
  readonly exchange: Exchange;
  readonly dependencies: readonly Dependency[];
}): readonly Finding[] {
  const down = dependencies.filter(({ state }) => state === 'down').map(({ name }) => shown(name));
  if (exchange.status < 300 && down.length > 0) {
    return [
      { message: `${pathOf(exchange)} answers ${exchange.status} and tells that ${down.join(', ')} is down`, place: exchange.request },
    ];
  }
  return [];
}

function leaks(exchange: Exchange): Seen['bad'] {
  const insides = insidesIn(exchange.body);
  if (insides.length === 0) return [];
  return [
    { message: `${pathOf(exchange)} tells anybody of the inside: ${insides.slice(0, 5).map(shown).join(', ')}`, place: exchange.request },
  ];
}

/** Judged by the fastest answer: one slow one may be the machine's. */
function tooSlow({ all }: HealthEvidence, reports: readonly Exchange[]): readonly Finding[] {
  return reports.flatMap((report) => {
    const times = all.filter(({ request }) => request.url === report.request.url).map(({ durationMs }) => durationMs);
    const bestMs = Math.min(...times);
    return bestMs > slowMs
      ? [{ message: `${pathOf(report)} takes ${(bestMs / 1000).toFixed(1)} s or more each time`, place: report.request }]
      : [];
  });
}
