// What answers show: metrics that a scraper can read, of what was just asked, without an id in any label.
import { exchangeOf, headerOf, inconclusive, type Seen, settle, shown } from '../../answer.ts';
import type { Answer, Exchange, HttpEvidence, HttpProbe } from '../../model.ts';
import { type Family, parseMetrics } from './exposition.ts';

// Last, so that the requests before it are in it.
const read: HttpProbe = { kind: 'http', class: 'passive', route: 'metrics', last: true, capBytes: 2 * 1024 * 1024 };

export const probes = {
  text: { ...read, headers: { accept: 'text/plain;version=0.0.4, */*;q=0.1' } },
  openMetrics: { ...read, headers: { accept: 'application/openmetrics-text;version=1.0.0, text/plain;q=0.5' } },
} satisfies Record<string, HttpProbe>;
export type MetricsEvidence = HttpEvidence<keyof typeof probes>;

export function judgeHttp(evidence: MetricsEvidence): Answer {
  const { text, openMetrics } = evidence.exchanges;
  if ('missing' in text) return inconclusive(text.missing);
  const exchange = exchangeOf(text);
  if (exchange === undefined) return inconclusive('the metrics were not answered');
  const { status, request, bodyTruncated } = exchange;
  const route = evidence.chosen.metrics ?? 'the metrics route';
  if (status === 401 || status === 403)
    return inconclusive(
      `${route} answers ${status}: name the variable that holds its token as routes.metrics.tokenEnv, or what else it wants as auth.headers`,
    );
  if (status === 429) return inconclusive(`${route} met a rate limit`);
  if (status !== 200)
    return settle({ bad: [{ message: `${route} answers ${status} instead of metrics`, place: request }], good: [] }, inconclusive(''));
  if (bodyTruncated) return inconclusive(`${route} answers with more than is read`);
  const seen = merged([judgeText(exchange), ...judgeOpen(exchangeOf(openMetrics))]);
  return settle(seen, inconclusive('the metrics were not answered'));
}

const merged = (all: readonly Seen[]): Seen => ({ bad: all.flatMap(({ bad }) => bad), good: all.flatMap(({ good }) => good) });

function judgeText(exchange: Exchange): Seen {
  const type = headerOf(exchange, 'content-type') ?? '';
  const { families, faults } = parseMetrics(exchange.body);
  const place = exchange.request;
  const bad = (message: string): Seen['bad'] => [{ message, place }];
  if (families.length === 0) return { bad: bad('the answer of the metrics route holds no metric in the Prometheus text format'), good: [] };
  const requests = requestFamilies(families);
  const labels = new Set(requests.flatMap(({ samples }) => samples.flatMap((sample) => Object.keys(sample.labels))));
  const has = (pattern: RegExp): boolean => [...labels].some((label) => pattern.test(label));
  const durations = requests.filter(
    ({ type: kind, name }) => /^(?:histogram|summary)$/.test(kind) && /duration|latency|seconds|_ms|time/i.test(name),
  );
  const lacking = [
    ...(requests.length === 0 ? ['requests'] : []),
    ...(requests.length > 0 && !has(/^(?:status|status_?code|code|http_(?:response_)?status(?:_code)?|http_response_status_code)$/i)
      ? ['how requests ended (a label for the status)']
      : []),
    ...(requests.length > 0 && !has(/^(?:route|path|handler|endpoint|uri|url|http_route|view|pattern)$/i) ? ['which route was asked'] : []),
    ...(durations.length === 0 ? ['how long requests took (a histogram)'] : []),
  ];
  const raw = rawIds(requests);
  return {
    bad: [
      ...(/^(?:text\/plain|application\/openmetrics-text)\b/i.test(type)
        ? []
        : bad(`the metrics are sent as ${type === '' ? 'nothing' : shown(type)}, which scrapers refuse`)),
      ...(faults.length === 0 ? [] : bad(`the metrics can't be parsed: ${faults.slice(0, 2).join('; ')}`)),
      ...(lacking.length === 0 ? [] : bad(`the metrics do not tell ${lacking.join(', ')}`)),
      ...(raw.length === 0
        ? []
        : bad(`labels hold paths as they were asked, so that each id makes a new series: ${raw.slice(0, 2).map(shown).join(', ')}`)),
    ],
    good: [
      {
        message: `${families.length} metrics, requests by route and status and their durations among them (${durations
          .slice(0, 3)
          .map(({ name }) => shown(name))
          .join(', ')})`,
        place,
      },
    ],
  };
}

function judgeOpen(exchange: Exchange | undefined): readonly Seen[] {
  if (exchange === undefined || exchange.status !== 200 || exchange.bodyTruncated) return [];
  if (!/^application\/openmetrics-text\b/i.test(headerOf(exchange, 'content-type') ?? '')) return [];
  const ended = exchange.body.trimEnd().endsWith('# EOF');
  return [
    {
      bad: ended
        ? []
        : [{ message: 'the answer in OpenMetrics does not end with # EOF, so that scrapers refuse it', place: exchange.request }],
      good: [],
    },
  ];
}

const requestFamilies = (families: readonly Family[]): readonly Family[] =>
  families.filter(({ name }) => /request|http/i.test(name) && !/^(?:nodejs|process|python)_/.test(name));

const idLike = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\/\d+(?:\/|$)|launchgate-unknown-route/i;

/** Values of labels that were made from a URL. */
function rawIds(families: readonly Family[]): readonly string[] {
  const values = families.flatMap(({ samples }) =>
    samples.flatMap(({ labels }) => Object.entries(labels).flatMap(([name, value]) => (/^le$|quantile/.test(name) ? [] : [value]))),
  );
  return [...new Set(values.filter((value) => value.startsWith('/') && idLike.test(value)))];
}
