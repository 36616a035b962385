// What answers show: errors in words made for the user, in the form they claim to have.
import { exchangeOf, headerOf, inconclusive, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';
import { libraryWordsIn } from './library-words.ts';
import { problemFaults } from './problem-details.ts';

const post: HttpProbe = { kind: 'http', class: 'active', route: 'json-post' };

export const probes = {
  malformedJson: { ...post, orElse: 'missing', body: '{"note": "x", "open": [' },
  wrongTypes: { ...post, wrongTypes: true, body: '{"note": {"a": []}}' },
  wrongShape: { ...post, body: '[1, 2]' },
  emptyBody: { ...post, body: '' },
  unknownRoute: { kind: 'http', class: 'passive', route: 'missing' },
  badToken: { kind: 'http', class: 'passive', route: 'protected', token: 'none', headers: { authorization: 'Bearer a.b.c' } },
  noToken: { kind: 'http', class: 'passive', route: 'protected', token: 'none' },
  oddQuery: { kind: 'http', class: 'passive', route: 'protected', query: 'limit=-1&page=x&id=1\'"&filter[a]=%00&sort=;' },
  oddPath: { kind: 'http', class: 'passive', route: 'any', path: '/%c0%ae%c0%ae/\'"%00' },
  // A method nobody serves: a refusal must say which are.
  oddMethod: { kind: 'http', class: 'active', route: 'any', method: 'PROPFIND' },
  otherMethod: { kind: 'http', class: 'active', route: 'health', method: 'DELETE' },
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type ErrorEvidence = HttpEvidence<Name>;

const called: Readonly<Record<Name, string>> = {
  malformedJson: 'malformed JSON',
  wrongTypes: 'fields of the wrong type',
  wrongShape: 'a list where an object belongs',
  emptyBody: 'an empty body',
  unknownRoute: 'an unknown route',
  badToken: 'a token that is none',
  noToken: 'a request without a token',
  oddQuery: 'a query that makes no sense',
  oddPath: 'a path that is none',
  oddMethod: 'a method that is not served',
  otherMethod: 'a method that the health route lacks',
};

export function judgeHttp({ exchanges, chosen }: ErrorEvidence): Answer {
  const errors = Object.entries(called).flatMap(([name, what]) => {
    const exchange = isName(name) ? exchangeOf(exchanges[name]) : undefined;
    return exchange === undefined || exchange.status < 400 ? [] : [{ what, exchange }];
  });
  const bad = errors.flatMap(({ what, exchange }) => faultsOf(what, exchange));
  const [first] = errors;
  const control = exchangeOf(exchanges.malformedJson) ?? exchangeOf(exchanges.wrongTypes);
  const unclear = [
    ...(exchangeOf(exchanges.unknownRoute) === undefined ? ['an unknown route got no answer'] : []),
    ...(control === undefined || chosen['json-post'] === undefined
      ? ['missing' in exchanges.wrongTypes ? exchanges.wrongTypes.missing : 'malformed JSON got no answer']
      : []),
  ];
  const form = errors.every(({ exchange }) => isProblem(exchange))
    ? 'as problem details'
    : errors.some(({ exchange }) => isProblem(exchange))
      ? 'some as problem details'
      : 'in a form of their own';
  const good =
    first === undefined
      ? []
      : [{ message: `${errors.length} error answers speak in general words, ${form}`, place: first.exchange.request }];
  return settle({ bad, good, unclear }, inconclusive('no bad request was answered with an error'));
}

const isName = (name: string): name is Name => name in called;
const isProblem = (exchange: Exchange): boolean => /^application\/problem\+json\b/i.test(headerOf(exchange, 'content-type') ?? '');

function faultsOf(what: string, exchange: Exchange): readonly Finding[] {
  const { status, request } = exchange;
  const finding = (message: string): Finding => ({ message, place: request });
  const words = libraryWordsIn(exchange.body);
  const faults = isProblem(exchange) ? problemFaults(exchange.body, status) : [];
  return [
    ...(words === undefined ? [] : [finding(`${what} is answered with ${status} in the words of ${words}`)]),
    ...faults.map((fault) => finding(`${what} is answered with ${status} as problem details, and ${fault}`)),
    ...(status === 405 && headerOf(exchange, 'allow') === undefined ? [finding(`${what} is answered with 405 that lacks Allow`)] : []),
  ];
}
