// What answers show: which origins a browser may read them from.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe, OriginRole, ProbeOutcome } from '../../model.ts';

const simple = (origin: OriginRole): HttpProbe => ({ kind: 'http', class: 'passive', route: 'any', method: 'GET', origin });
const credentialed = (origin: OriginRole): HttpProbe => ({ ...simple(origin), headers: { cookie: 'session={canary}' } });
const preflight = (origin: OriginRole): HttpProbe => ({
  ...simple(origin),
  method: 'OPTIONS',
  headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' },
});

export const probes = {
  noOrigin: simple('none'),
  strangerSimple: simple('stranger'),
  strangerWithCookie: credentialed('stranger'),
  strangerPreflight: preflight('stranger'),
  nullSimple: simple('null'),
  nullWithCookie: credentialed('null'),
  nullPreflight: preflight('null'),
  suffixedSimple: simple('suffixed'),
  suffixedWithCookie: credentialed('suffixed'),
  suffixedPreflight: preflight('suffixed'),
  prefixedSimple: simple('prefixed'),
  prefixedWithCookie: credentialed('prefixed'),
  prefixedPreflight: preflight('prefixed'),
  downgradedSimple: simple('downgraded'),
  downgradedWithCookie: credentialed('downgraded'),
  downgradedPreflight: preflight('downgraded'),
  otherPortSimple: simple('other-port'),
  otherPortWithCookie: credentialed('other-port'),
  otherPortPreflight: preflight('other-port'),
  // Middleware may stand before one route and not before another.
  strangerAtProtectedSimple: { ...simple('stranger'), route: 'protected', token: 'none' },
  strangerAtPostPreflight: { ...preflight('stranger'), route: 'json-post', token: 'none' },
  allowedSimple: simple('allowed'),
  allowedPreflight: preflight('allowed'),
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type CorsEvidence = HttpEvidence<Name>;

const who: Readonly<Record<string, string>> = {
  stranger: 'an origin that nobody named',
  null: 'the origin null (a sandboxed frame or a local file)',
  suffixed: 'an allowed origin with a stranger’s domain after it',
  prefixed: 'an allowed origin with a stranger’s word before it',
  downgraded: 'an allowed origin over plain http',
  otherPort: 'another port of an allowed host',
};

export function judgeHttp(evidence: CorsEvidence): Answer {
  const outcomes = Object.entries<ProbeOutcome>(evidence.exchanges);
  const strange = outcomes.filter(([name]) => name !== 'noOrigin' && !name.startsWith('allowed'));
  const bad = findingsOf(strange.flatMap(([name, outcome]) => admissionOf(name, outcome)));
  const base = exchangeOf(evidence.exchanges.noOrigin);
  const unclear = base === undefined ? ['the route was not answered without an origin'] : notARoute(base);
  return settle(merged({ bad, good: [], unclear }, hasAllowed(evidence) ? withAllowed(evidence, strange) : withoutAllowed(strange)), none);
}

const none = inconclusive('no request with an origin was answered');
const merged = (one: Seen, other: Seen): Seen => ({
  bad: [...one.bad, ...other.bad],
  good: [...one.good, ...other.good],
  unclear: [...(one.unclear ?? []), ...(other.unclear ?? [])],
});

function exchangeOf(outcome: ProbeOutcome): Exchange | undefined {
  return 'found' in outcome && outcome.found.kind === 'http' ? outcome.found : undefined;
}

// A 404 or a breakdown may skip the middleware that the real routes go through.
function notARoute({ status, request, bodyTruncated }: Exchange): readonly string[] {
  const proper = (status < 400 || status === 401 || status === 403) && !bodyTruncated;
  const how = bodyTruncated ? 'with more than is read' : status;
  return proper ? [] : [`${request.method} ${request.url} answers ${how}: name a working route as routes.any in the configuration`];
}

const hasAllowed = ({ exchanges }: CorsEvidence): boolean => 'found' in exchanges.allowedSimple || 'found' in exchanges.allowedPreflight;

function header(exchange: Exchange, name: string): string | undefined {
  const values = exchange.headers.filter(([each]) => each === name).map(([, value]) => value.trim());
  return values.length === 0 ? undefined : values.join(', ');
}

interface Admission {
  readonly role: string;
  readonly how: string;
  readonly credentials: boolean;
  readonly exchange: Exchange;
}

function admissionOf(name: string, outcome: ProbeOutcome): readonly Admission[] {
  const exchange = exchangeOf(outcome);
  if (exchange === undefined) return [];
  const allowed = header(exchange, 'access-control-allow-origin');
  if (allowed === undefined || (allowed !== '*' && allowed !== exchange.origin)) return [];
  const credentials = header(exchange, 'access-control-allow-credentials')?.toLowerCase() === 'true';
  const how = name.endsWith('Preflight') ? 'preflight' : name.endsWith('Cookie') ? 'request with a cookie' : 'request';
  const role = allowed === '*' ? '*' : name.replace(/(?:AtProtected|AtPost)?(?:Simple|WithCookie|Preflight)$/, '');
  return [{ role, how, credentials, exchange }];
}

/** One finding for each kind of origin that gets in. */
function findingsOf(admissions: readonly Admission[]): readonly Finding[] {
  return [...new Set(admissions.map(({ role }) => role))].flatMap((role) => {
    const [first, ...more] = admissions.filter((each) => each.role === role);
    if (first === undefined) return [];
    const hows = [...new Set([first, ...more].map(({ how }) => how))].join(', ');
    const worse = [first, ...more].some(({ credentials }) => credentials) ? ', with credentials' : '';
    const message =
      role === '*'
        ? `any origin is admitted: Access-Control-Allow-Origin is *${worse} (${hows})`
        : `${who[role] ?? role} is admitted: ${first.exchange.origin}${worse} (${hows})`;
    return [{ message, place: first.exchange.request, related: more.map(({ exchange }) => exchange.request) }];
  });
}

function withAllowed(evidence: CorsEvidence, strange: readonly (readonly [string, ProbeOutcome])[]): Seen {
  const { allowedSimple, allowedPreflight, strangerSimple } = evidence.exchanges;
  const unclear = strange.flatMap(([name, outcome]) => unanswered(name, outcome));
  const controls = [control('a request', allowedSimple), control('a preflight', allowedPreflight)];
  const simple = exchangeOf(allowedSimple);
  const first = exchangeOf(strangerSimple);
  const good: Finding[] = [];
  if (simple !== undefined) {
    good.push({
      message: `${simple.origin} is admitted, and ${strange.filter(([, each]) => 'found' in each).length} requests from strangers and look-alikes are not`,
      place: simple.request,
    });
  }
  // A fixed header needs no Vary: whoever asks gets the same.
  const fixed =
    simple !== undefined &&
    first !== undefined &&
    header(first, 'access-control-allow-origin') === header(simple, 'access-control-allow-origin');
  const echoed = simple !== undefined && header(simple, 'access-control-allow-origin') === simple.origin;
  const bad: Finding[] =
    simple !== undefined && echoed && !fixed && !variesByOrigin(simple)
      ? [
          {
            message: `the answer to ${simple.origin} depends on the origin and has no Vary: Origin, so a cache may hand it to another`,
            place: simple.request,
          },
        ]
      : [];
  return { bad, good, unclear: [...unclear, ...controls.flat()] };
}

function variesByOrigin(exchange: Exchange): boolean {
  const names = (header(exchange, 'vary') ?? '').split(',').map((each) => each.trim().toLowerCase());
  return names.includes('origin') || names.includes('*');
}

function control(what: string, outcome: ProbeOutcome): readonly string[] {
  const exchange = exchangeOf(outcome);
  if (exchange === undefined) return [`${what} from the allowed origin got no answer`];
  const allowed = header(exchange, 'access-control-allow-origin');
  const refusedPreflight = exchange.request.method === 'OPTIONS' && (exchange.status < 200 || exchange.status > 299);
  const admitted = (allowed === exchange.origin || allowed === '*') && !refusedPreflight;
  return admitted ? [] : [`${what} from the allowed origin ${exchange.origin} is not admitted, so that refusing others proves nothing`];
}

function unanswered(name: string, outcome: ProbeOutcome): readonly string[] {
  if ('found' in outcome || outcome.doesNotApply === true || /AtProtected|AtPost/.test(name)) return [];
  return [`${name}: ${outcome.missing}`];
}

// Whoever answers some origin differently has a list that we don't know, and its look-alikes can't be tried.
function withoutAllowed(strange: readonly (readonly [string, ProbeOutcome])[]): Seen {
  const asked = strange.filter(([name]) => name.startsWith('stranger') || name.startsWith('null'));
  const unclear = asked.flatMap(([name, outcome]) => unanswered(name, outcome));
  const seen = asked.flatMap(([, outcome]) => exchangeOf(outcome) ?? []);
  const open = seen.find((each) => each.headers.some(([name]) => name.startsWith('access-control-')) || variesByOrigin(each));
  if (open !== undefined) {
    return {
      bad: [],
      good: [],
      unclear: [
        ...unclear,
        'the target knows CORS and no allowed origin is known: name one in allowedOrigins, so that its look-alikes can be tried',
      ],
    };
  }
  const [first] = seen;
  const message =
    'no CORS header for any origin asked: closed to browsers of other origins (no allowed origin was known, so no look-alikes were tried)';
  return { bad: [], good: first === undefined ? [] : [{ message, place: first.request }], unclear };
}
