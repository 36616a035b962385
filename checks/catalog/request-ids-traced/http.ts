// What answers show: an id on every one of them, errors included, its own each time, and never what a stranger wrote into it.
import { exchangeOf, headerOf, inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe, ProbeOutcome } from '../../model.ts';

const plain = { kind: 'http', class: 'passive', route: 'any' } satisfies HttpProbe;
const given = (value: string): HttpProbe => ({ ...plain, headers: { 'x-request-id': value, 'x-correlation-id': value } });

export const probes = {
  first: plain,
  second: plain,
  unknownRoute: { ...plain, route: 'missing' },
  noToken: { ...plain, route: 'protected', token: 'none' },
  malformed: { kind: 'http', class: 'active', route: 'json-post', body: '{"note": ' },
  harmless: given('{canary}'),
  long: given(`{canary}${'a'.repeat(5_000)}`),
  markup: given('{canary}"><script>alert(1)</script>'),
  lineBreaks: given('{canary}%0d%0aset-cookie:%20a=b'),
  quotes: given("{canary}' OR '1'='1"),
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type RequestIdEvidence = HttpEvidence<Name>;

const idHeaders = ['x-request-id', 'request-id', 'x-correlation-id', 'correlation-id', 'x-trace-id', 'x-amzn-requestid', 'x-req-id'];
const hostile: Readonly<Partial<Record<Name, string>>> = {
  long: 'of 5 000 characters',
  markup: 'that holds markup',
  lineBreaks: 'that holds escaped line breaks',
  quotes: 'that holds quotes and blanks',
};
const kinds: readonly (readonly [Name, string])[] = [
  ['first', 'a good answer'],
  ['unknownRoute', 'the answer to an unknown route'],
  ['noToken', 'the answer to a request without a token'],
  ['malformed', 'the answer to malformed JSON'],
];

export function judgeHttp({ exchanges }: RequestIdEvidence): Answer {
  const first = exchangeOf(exchanges.first);
  if (first === undefined) return inconclusive('missing' in exchanges.first ? exchanges.first.missing : 'nothing was answered');
  const answered = kinds.flatMap(([name, what]) => {
    const exchange = exchangeOf(exchanges[name]);
    return exchange === undefined ? [] : [{ what, exchange, id: idOf(exchange) }];
  });
  const carried = answered.find(({ id }) => id !== undefined);
  if (carried === undefined) {
    return settle(
      { bad: [{ message: `no answer carries a request id, good or bad (${answered.length} were asked)`, place: first.request }], good: [] },
      inconclusive(''),
    );
  }
  const bare = answered.filter(({ id }) => id === undefined);
  const bad: readonly Finding[] = [
    ...bare.map(({ what, exchange }) => ({
      message: `${what} (${exchange.status}) carries no request id, while others carry ${carried.id?.name}`,
      place: exchange.request,
    })),
    ...repeated(
      answered.map(({ exchange }) => exchange),
      exchangeOf(exchanges.second),
    ),
    ...Object.entries(hostile).flatMap(([name, what]) => echoes(what, exchanges[nameOf(name)])),
  ];
  const unclear = exchangeOf(exchanges.unknownRoute) === undefined ? ['no error answer could be looked at'] : [];
  const good: Seen['good'] = [
    {
      message: `${carried.id?.name} is on ${answered.map(({ what }) => what).join(', ')}; ${callersOwn(exchanges.harmless)}; a hostile one is replaced`,
      place: first.request,
    },
  ];
  return settle({ bad, good, unclear }, inconclusive('nothing was answered'));
}

const nameOf = (name: string): Name => (name in probes && isName(name) ? name : 'first');
const isName = (name: string): name is Name => name in probes;

function idOf(exchange: Exchange): { readonly name: string; readonly value: string } | undefined {
  for (const name of idHeaders) {
    const value = headerOf(exchange, name);
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}

function repeated(answered: readonly Exchange[], second: Exchange | undefined): readonly Finding[] {
  const all = [...answered, ...(second === undefined ? [] : [second])];
  const ids = all.flatMap((exchange) => idOf(exchange)?.value ?? []);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  const place = all.find((exchange) => idOf(exchange)?.value === twice)?.request;
  return twice === undefined || place === undefined ? [] : [{ message: 'two answers carry the same request id', place }];
}

function echoes(what: string, outcome: ProbeOutcome): readonly Finding[] {
  const exchange = exchangeOf(outcome);
  if (exchange === undefined || !exchange.canaryIn.includes('headers')) return [];
  return [{ message: `a request id ${what} is taken over and answered`, place: exchange.request }];
}

function callersOwn(outcome: ProbeOutcome): string {
  const exchange = exchangeOf(outcome);
  if (exchange === undefined) return 'whether the caller’s own is kept could not be seen';
  return exchange.canaryIn.includes('headers') ? 'a harmless one of the caller is kept' : 'one of the caller is replaced';
}
