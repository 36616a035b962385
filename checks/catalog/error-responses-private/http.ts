// What answers show: whether a malformed request draws its own contents or the server's insides.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe, ProbeOutcome } from '../../model.ts';
import { leaksIn } from './leaks.ts';

const post: HttpProbe = { kind: 'http', class: 'active', route: 'json-post' };
const read: HttpProbe = { ...post, orElse: 'missing' };
const marked = { 'x-canary': '{canary}', cookie: 'session={canary}' };

export const probes = {
  malformedJson: { ...read, body: '{"note": "{canary}", "open": [' },
  wrongTypes: { ...post, wrongTypes: true, body: '{"note": {"{canary}": "{canary}"}}' },
  wrongShape: { ...read, body: '["{canary}"]' },
  wrongMediaType: { ...post, body: 'note={canary}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  markedHeaders: { ...read, body: '{"note": ', headers: marked },
  markedQuery: { ...read, body: '{"note": ', query: 'note={canary}' },
  oversized: { ...post, bodyBytes: 4 * 1024 * 1024 },
  badToken: { kind: 'http', class: 'active', route: 'protected', headers: { authorization: 'Bearer {canary}' }, token: 'none' },
  unknownRoute: { kind: 'http', class: 'passive', route: 'missing', query: 'note={canary}', headers: marked },
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type ErrorEvidence = HttpEvidence<Name>;

const called: Readonly<Record<Name, string>> = {
  malformedJson: 'malformed JSON',
  wrongTypes: 'fields of the wrong type',
  wrongShape: 'a list where an object belongs',
  wrongMediaType: 'a form instead of JSON',
  markedHeaders: 'malformed JSON with a marked header',
  markedQuery: 'malformed JSON with a marked query',
  oversized: 'a body of 4 MiB',
  badToken: 'a token that is none',
  unknownRoute: 'an unknown route',
};
const names: readonly Name[] = [
  'malformedJson',
  'wrongTypes',
  'wrongShape',
  'wrongMediaType',
  'markedHeaders',
  'markedQuery',
  'oversized',
  'badToken',
  'unknownRoute',
];

export function judgeHttp(evidence: ErrorEvidence): Answer {
  const bad = names.flatMap((name) => leaksOf(name, evidence.exchanges[name]));
  const unclear = [...controls(evidence), ...required.flatMap((name) => missingOf(evidence.exchanges[name]))].filter(
    (each, at, all) => all.indexOf(each) === at,
  );
  const answered = names.flatMap((name) => exchangeOf(evidence.exchanges[name]) ?? []).filter(({ status }) => status >= 400);
  const [first] = answered;
  const good: Seen['good'] =
    first === undefined
      ? []
      : [{ message: `${answered.length} error answers show neither what was sent nor anything of the inside`, place: first.request }];
  return settle({ bad, good, unclear }, inconclusive('no malformed request was answered with an error'));
}

// A route behind a login may be missing, and an oversized body may be cut off without a word: both show nothing.
const required = ['malformedJson', 'wrongTypes', 'wrongShape', 'wrongMediaType', 'markedHeaders', 'markedQuery', 'unknownRoute'] as const;

function missingOf(outcome: ProbeOutcome): readonly string[] {
  return 'missing' in outcome && outcome.doesNotApply !== true ? [outcome.missing] : [];
}

function exchangeOf(outcome: ProbeOutcome): Exchange | undefined {
  return 'found' in outcome && outcome.found.kind === 'http' ? outcome.found : undefined;
}

function leaksOf(name: Name, outcome: ProbeOutcome): readonly Finding[] {
  const exchange = exchangeOf(outcome);
  // A redirect may carry the query along, and a success may answer with what it stored.
  if (exchange === undefined || exchange.status < 400) return [];
  const { status, request, canaryIn, headers, body } = exchange;
  const place = request;
  const echoed = canaryIn.map((part) => ({
    message: `${called[name]}: the ${status} answer gives back what was sent, in its ${part}`,
    place,
  }));
  const text = `${headers
    .filter(([each]) => each !== 'server')
    .map(([, value]) => value)
    .join('\n')}\n${body}`;
  return [...echoed, ...leaksIn(text).map((what) => ({ message: `${called[name]}: the ${status} answer shows ${what}`, place }))];
}

const noRoute = 'no route that takes JSON is known: name one as routes.jsonPost in the configuration, like "POST /api/items"';

// Silence proves nothing unless the requests got as far as the code that reads a body.
function controls({ exchanges, chosen }: ErrorEvidence): readonly string[] {
  const reached = [exchanges.malformedJson, exchanges.wrongTypes, exchanges.wrongShape].flatMap((each) => exchangeOf(each) ?? []);
  const route = chosen['json-post'];
  const wrong = [exchanges.wrongTypes, exchanges.wrongShape].flatMap((each) => exchangeOf(each) ?? []);
  const isRead = ({ status }: Exchange): boolean =>
    (status >= 400 && ![401, 403, 404, 405, 429].includes(status) && status < 500) || status < 300;
  const broken = reached.every(({ status }) => status >= 500);
  const unread = reached.length > 0 && !reached.some((each) => isRead(each) && each.status >= 400);
  const unknown = exchangeOf(exchanges.unknownRoute);
  if (route === undefined) return [noRoute];
  return [
    ...(unread && broken ? [`${route} answers every malformed request with 5xx`] : []),
    ...(unread && !broken
      ? [
          `${route} answers malformed requests with ${statuses(reached)}, so its body was not read: give a token, or name another as routes.jsonPost`,
        ]
      : []),
    // Malformed JSON is refused before anybody looks at the token, what does not fit the route after it.
    ...(!unread && wrong.length > 0 && !wrong.some(isRead)
      ? [
          `${route} answers what does not fit it with ${statuses(wrong)}, so it was not looked at: give a token, or name another as routes.jsonPost`,
        ]
      : []),
    ...(unknown !== undefined && unknown.status >= 500 ? [`an unknown route is answered with ${unknown.status}`] : []),
  ];
}

const statuses = (exchanges: readonly Exchange[]): string => [...new Set(exchanges.map(({ status }) => status))].join(', ');
