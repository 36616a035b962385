// Metrics of requests: which are made, whether they are observed for every request, and with which labels.
import type { Call, CodeFunction, Expression, FilePlace, Unit } from '../../model.ts';
import { listenersBehind } from './heard.ts';

export interface RequestMetrics {
  readonly measured: readonly FilePlace[];
  /** Observations whose label is the raw address. */
  readonly raw: readonly FilePlace[];
  /** Made and never observed on a request's way. */
  readonly idle: readonly FilePlace[];
}

export function requestMetrics(unit: Unit): RequestMetrics {
  const made = unit
    .calls(
      ...['Histogram', 'Counter', 'Summary'].flatMap((kind) => [
        `npm:prom-client.${kind}`,
        `py:prometheus_client.${kind}`,
        `py:prometheus_client.metrics.${kind}`,
      ]),
      '*.createSummary',
      '*.createHistogram',
      '*.createCounter',
      '*.create_histogram',
      '*.create_counter',
      'npm:@willsoto/nestjs-prometheus.makeHistogramProvider',
      'npm:@willsoto/nestjs-prometheus.makeCounterProvider',
    )
    .filter((call) => isOfRequests(unit, call) && call.runsIn !== 'development');
  if (made.length === 0) return { measured: [], raw: [], idle: [] };
  const running = unit.middleware.filter(({ runsIn }) => runsIn !== 'development').flatMap(({ functions }) => functions);
  const passed = [...running, ...running.flatMap((code) => unit.callsFrom(code).flatMap(({ targets }) => targets)), ...servers(unit)];
  const around = [...passed, ...listenersBehind(unit, passed)];
  const observed = unit
    .calls('*.observe', '*.inc', '*.startTimer', '*.time', '*.record', '*.add', '*.labels')
    .filter((call) => isMetric(call) && around.some((code) => holds(code, call.place)));
  const raw = observed.filter((call) => labelsOf(unit, call).some((label) => isAddress(unit.words(label))));
  const places = made.map(({ place }) => place);
  return observed.length > 0 ? { measured: places, raw: raw.map(({ place }) => place), idle: [] } : { measured: [], raw: [], idle: places };
}

/** Functions that answer all requests of a bare server. */
const servers = (unit: Unit): readonly CodeFunction[] =>
  unit
    .calls('node:http.createServer', 'node:https.createServer')
    .flatMap(({ node }) => node.args.flatMap(({ value }) => unit.functionsIn(value)));

const holds = ({ path, node }: CodeFunction, place: FilePlace): boolean =>
  path === place.path && node.line <= place.line && place.line <= node.endLine;

function isOfRequests(unit: Unit, { node, inFunction }: Call): boolean {
  // `createSummary({ name, labelNames })` of the service's own: its callers say what it measures.
  const callers = inFunction && node.args.every(({ value }) => value.kind === 'name') ? unit.callersOf(inFunction) : [];
  return [node, ...callers.map((caller) => caller.node)].some(({ args }) => saysRequests(args.flatMap(({ value }) => unit.words(value))));
}

function saysRequests(words: readonly string[]): boolean {
  if (words.some((word) => /(?:^|_)http(?:_|$)|(?:^|_)requests?_(?:total|count|duration|latency|seconds|ms)|response_time/i.test(word)))
    return true;
  return words.includes('method') && words.some((word) => /^(?:route|path|endpoint|handler|url)$/.test(word));
}

const isMetric = ({ symbols, node }: Call): boolean => {
  if (symbols.some((symbol) => /^(?:npm:prom-client|py:prometheus_client|npm:@opentelemetry|py:opentelemetry)/.test(symbol))) return true;
  const names = node.callee.kind === 'member' && /^(?:observe|inc|startTimer|labels)$/.test(node.callee.name);
  return names && symbols.every((symbol) => symbol.startsWith('?'));
};

const labelsOf = (unit: Unit, { node }: Call): readonly Expression[] =>
  node.args.flatMap(({ value }) =>
    value.kind === 'object' || value.kind === 'name' ? unit.pieces(value).map((piece) => piece.value) : [value],
  );

const isAddress = (words: readonly string[]): boolean =>
  words.some((word) => /^(?:originalUrl|url|pathname|path)$/.test(word)) &&
  !words.some((word) => /route|template|pattern|matched/i.test(word));
