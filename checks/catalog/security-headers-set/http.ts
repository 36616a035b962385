// What answers show: headers that keep browsers from guessing, framing and downgrading, and none that names what we run.
import { exchangeOf, headerOf, inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

const look = { kind: 'http', class: 'passive' } satisfies Partial<HttpProbe>;

export const probes = {
  any: { ...look, route: 'any' },
  unknownRoute: { ...look, route: 'missing' },
  noToken: { ...look, route: 'protected', token: 'none' },
  signedIn: { ...look, route: 'protected', token: 'valid' },
  // Who reads bodies before anything else refuses this one before the headers are set.
  malformed: { ...look, class: 'active', route: 'json-post', orElse: 'missing', token: 'none', body: '{"note": ' },
  page: { ...look, route: 'any', path: '/', headers: { accept: 'text/html' } },
  trace: { ...look, route: 'any', method: 'TRACE', headers: { 'x-traced': '{canary}' } },
} satisfies Record<string, HttpProbe>;
export type HeaderEvidence = HttpEvidence<keyof typeof probes>;

const yearS = 31_536_000;

export function judgeHttp({ exchanges, baseUrl }: HeaderEvidence): Answer {
  const { trace, ...rest } = exchanges;
  const answered = Object.values(rest)
    .flatMap((outcome) => exchangeOf(outcome) ?? [])
    .filter(({ status }) => status !== 429 && status < 500);
  const [first] = answered;
  if (first === undefined || !answered.some(({ status }) => status < 400 || status === 401 || status === 403)) {
    return inconclusive('no route gave a proper answer: name one as routes.any in the configuration');
  }
  const secure = baseUrl.startsWith('https:');
  const bad = [
    ...each(answered, (exchange) =>
      headerOf(exchange, 'x-content-type-options')?.toLowerCase() === 'nosniff' ? undefined : 'lack X-Content-Type-Options: nosniff',
    ),
    ...each(answered, (exchange) => transport(exchange, secure)),
    ...each(answered, banner),
    ...each(answered.filter(isPage), framing),
    ...each(answered, charset),
    ...traced(exchangeOf(trace)),
  ];
  const told =
    secure || headerOf(first, 'strict-transport-security') !== undefined ? 'HSTS for a year or more' : 'HSTS not looked at over plain http';
  const good: Seen['good'] = [
    {
      message: `${answered.length} answers carry nosniff and name no software; ${told}; ${exchangeOf(trace) === undefined ? 'TRACE not tried' : 'TRACE is not served'}`,
      place: first.request,
    },
  ];
  return settle({ bad, good }, inconclusive('nothing was answered'));
}

/** One finding for each fault, at the first answer that has it. */
function each(exchanges: readonly Exchange[], faultOf: (exchange: Exchange) => string | undefined): readonly Finding[] {
  const faults = exchanges.flatMap((exchange) => {
    const fault = faultOf(exchange);
    return fault === undefined ? [] : [{ fault, exchange }];
  });
  return [...Map.groupBy(faults, ({ fault }) => fault)].flatMap(([fault, all]) => {
    const [first, ...more] = all.map(({ exchange }) => exchange);
    if (first === undefined) return [];
    const statuses = [...new Set([first, ...more].map(({ status }) => status))].join(', ');
    return [{ message: `answers (${statuses}) ${fault}`, place: first.request, related: more.map(({ request }) => request) }];
  });
}

function transport(exchange: Exchange, secure: boolean): string | undefined {
  const value = headerOf(exchange, 'strict-transport-security');
  if (value === undefined) return secure ? 'lack Strict-Transport-Security' : undefined;
  const age = Number(/max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
  return age >= yearS ? undefined : 'have a Strict-Transport-Security of less than a year';
}

function banner(exchange: Exchange): string | undefined {
  const powered = ['x-powered-by', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-generator', 'x-runtime-version'].find(
    (name) => headerOf(exchange, name) !== undefined,
  );
  if (powered !== undefined) return `name their software in ${powered} (${headerOf(exchange, powered)?.slice(0, 40)})`;
  const server = headerOf(exchange, 'server') ?? '';
  return /\/\s*v?\d/.test(server) ? `name software and its version in Server (${server.slice(0, 40)})` : undefined;
}

const isPage = (exchange: Exchange): boolean => exchange.status < 400 && /^text\/html\b/i.test(headerOf(exchange, 'content-type') ?? '');

function framing(exchange: Exchange): string | undefined {
  const policy = headerOf(exchange, 'content-security-policy') ?? '';
  return /frame-ancestors/i.test(policy) || headerOf(exchange, 'x-frame-options') !== undefined
    ? undefined
    : 'of pages may be framed by anybody: neither frame-ancestors nor X-Frame-Options';
}

function charset(exchange: Exchange): string | undefined {
  if (exchange.body === '' || exchange.request.method === 'HEAD') return undefined;
  const type = headerOf(exchange, 'content-type');
  if (type === undefined) return 'have a body and no Content-Type';
  return /^text\//i.test(type) && !/charset=/i.test(type) ? `are ${type.split(';')[0]} without a charset` : undefined;
}

function traced(exchange: Exchange | undefined): readonly Finding[] {
  if (exchange === undefined || exchange.status !== 200 || !exchange.canaryIn.includes('body')) return [];
  return [{ message: 'TRACE is served: it sends back the headers of a request, cookies included', place: exchange.request }];
}
