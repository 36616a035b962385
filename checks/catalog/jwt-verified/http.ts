// What answers show: which forged tokens get through, with a valid one as the control.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe, ProbeOutcome, TokenRole } from '../../model.ts';

const bearing = (token: TokenRole): HttpProbe => ({ kind: 'http', class: 'active', route: 'protected', everyRoute: true, token });

export const probes = {
  none: { ...bearing('none'), class: 'passive' },
  valid: { ...bearing('valid'), class: 'passive' },
  garbage: bearing('garbage'),
  algNone: bearing('alg-none'),
  algNoneCase: bearing('alg-none-case'),
  algNoneUpper: bearing('alg-none-upper'),
  algNoneTitle: bearing('alg-none-title'),
  signatureStripped: bearing('signature-stripped'),
  payloadTampered: bearing('payload-tampered'),
  wrongKey: bearing('wrong-key'),
  keyConfusion: bearing('key-confusion'),
  kidInjected: bearing('kid-injected'),
  kidSqlInjected: bearing('kid-sql-injected'),
  jkuInjected: bearing('jku-injected'),
  jwkEmbedded: bearing('jwk-embedded'),
  expired: bearing('expired'),
  notYetValid: bearing('not-yet-valid'),
  wrongAudience: bearing('wrong-audience'),
  wrongIssuer: bearing('wrong-issuer'),
} satisfies Record<string, HttpProbe>;
type Name = keyof typeof probes;
export type JwtEvidence = HttpEvidence<Name>;

const called: Readonly<Record<string, string>> = {
  none: 'a request without a token',
  garbage: 'a token that is garbage',
  algNone: 'an unsigned token (alg: none)',
  algNoneCase: 'an unsigned token (alg: nOnE)',
  algNoneUpper: 'an unsigned token (alg: NONE)',
  algNoneTitle: 'an unsigned token (alg: None)',
  signatureStripped: 'a token with its signature cut off',
  payloadTampered: 'a token whose claims were changed after signing',
  wrongKey: 'a token signed with another key',
  keyConfusion: 'a token signed with the public key as a shared secret',
  kidInjected: 'a token whose kid points at an empty file',
  kidSqlInjected: 'a token whose kid holds SQL',
  jkuInjected: 'a token whose jku points at a stranger’s keys',
  jwkEmbedded: 'a token that brings its own key',
  expired: 'an expired token',
  notYetValid: 'a token that is not valid yet',
  wrongAudience: 'a token for another audience',
  wrongIssuer: 'a token of another issuer',
};

export function judgeHttp(evidence: JwtEvidence): Answer {
  const { protected: route } = evidence.chosen;
  const { none, valid } = evidence.exchanges;
  if (route === undefined) return inconclusive('missing' in none ? none.missing : 'no protected route is known');
  const bare = exchangeOf(none);
  if (bare === undefined) return inconclusive('missing' in none ? none.missing : `${route} was not answered`);
  const closed = settleBare(evidence, bare);
  if (closed !== undefined) return closed;
  const first = judgeRoute(evidence.exchanges);
  const others = (evidence.further ?? []).map(({ route: other, exchanges }) => ({ other, seen: judgeRoute(exchanges, other) }));
  const proven = others.filter(({ seen }) => seen.good.length > 0).map(({ other }) => other);
  const refused = first.good.length;
  const where = [route, ...proven].join(', ');
  const good = {
    message: `${where}: a valid token is taken, ${refused} forged ones are refused with 401, and so is none`,
    place: bare.request,
  };
  const bad = joined([...first.bad, ...others.flatMap(({ seen }) => seen.bad)]);
  return settle(
    { bad, unclear: [...controlOf(valid), ...untried(evidence.exchanges), ...(first.unclear ?? [])], good: [good] },
    inconclusive('no token was tried'),
  );
}

/** One finding for each kind of token, with every route that takes it; where most are refused in the same wrong way, one for all of them. */
function joined(findings: readonly Finding[]): readonly Finding[] {
  const alike = Map.groupBy(findings, ({ message }) => (wrongRefusal.exec(message)?.[0] ?? message).trim());
  return [...alike].flatMap(([manner, all]) => {
    const [first, ...more] = all;
    if (first === undefined) return [];
    const kinds = new Set(all.map(({ message }) => message));
    const message =
      kinds.size < 4
        ? undefined
        : `${kinds.size} kinds of request, ${first.message.replace(wrongRefusal, '')} among them, are ${manner.slice(3)}`;
    if (message !== undefined) return [{ ...first, message, related: more.map(({ place }) => place) }];
    return [...Map.groupBy(all, (each) => each.message).values()].flatMap(([one, ...same]) =>
      one === undefined ? [] : [same.length === 0 ? one : { ...one, related: same.map(({ place }) => place) }],
    );
  });
}

const wrongRefusal =
  / is (?:refused with 401 that lacks WWW-Authenticate|answered with \d+, where 401 is the refusal|answered with \d+ instead of a refusal)$/;

type Outcomes = Readonly<Partial<Record<Name, ProbeOutcome>>>;

/** What one route does with each token. A further route is let off where the valid token gets no answer that could be compared. */
function judgeRoute(outcomes: Outcomes, further?: string): Seen {
  const control = outcomes.valid === undefined ? undefined : exchangeOf(outcomes.valid);
  const seen = Object.entries(outcomes).flatMap(([name, outcome]) => (name === 'valid' ? [] : [refusal(name, outcome, control)]));
  const comparable = outcomes.valid !== undefined && controlOf(outcomes.valid).length === 0;
  const bare = outcomes.none === undefined ? undefined : exchangeOf(outcomes.none);
  if (further !== undefined && (bare?.status !== 401 || !comparable)) {
    const accepted = seen.flatMap((each) => each.bad).filter(({ message }) => message.includes(' is accepted '));
    return { bad: accepted, good: [] };
  }
  return {
    bad: seen.flatMap(({ bad }) => bad),
    good: seen.flatMap((each) => each.good),
    unclear: seen.flatMap((each) => each.unclear ?? []),
  };
}

function exchangeOf(outcome: ProbeOutcome): Exchange | undefined {
  return 'found' in outcome && outcome.found.kind === 'http' ? outcome.found : undefined;
}

/** An answer at once where the route lets everybody in, or does not work. */
function settleBare(evidence: JwtEvidence, bare: Exchange): Answer | undefined {
  const { protected: route } = evidence.chosen;
  const basis = evidence.chosenBy?.protected;
  if (bare.status >= 200 && bare.status < 300) {
    const said = basis === 'config' ? 'the configuration says that it is protected' : 'its own OpenAPI document says that it wants a token';
    if (basis !== 'config' && basis !== 'openapi')
      return inconclusive(`${route} answers ${bare.status} without a token: name a protected route as routes.protected`);
    return settle(
      { bad: [{ message: `${route} answers ${bare.status} without a token, and ${said}`, place: bare.request }], good: [] },
      inconclusive(''),
    );
  }
  const garbage = exchangeOf(evidence.exchanges.garbage);
  // Whoever looks at the body before the token says nothing of the token.
  const bodyFirst = bare.status !== 401 && bare.status !== 403 && garbage?.status === bare.status;
  if (isRefusal(bare, 'none') && !bodyFirst) return undefined;
  return inconclusive(
    `${route} answers ${bare.status} without a token, which does not show that it wants one: name a protected route as routes.protected`,
  );
}

// Where the token is a field of the body or a parameter, its absence is a malformed request.
const isRefusal = ({ status }: Exchange, name: string): boolean =>
  status === 401 || (name === 'none' && (status === 403 || status === 400 || status === 422));

function controlOf(valid: ProbeOutcome): readonly string[] {
  const exchange = exchangeOf(valid);
  if (exchange === undefined) return [`no valid token could be shown to be accepted: ${'missing' in valid ? valid.missing : 'no answer'}`];
  const { status } = exchange;
  if (status === 401 || status === 403) return [`the valid token is refused with ${status}, so that refusing others proves nothing`];
  if (status === 429 || status >= 500)
    return [`the valid token is answered with ${status}, so that it can't be seen whether it was accepted`];
  return [];
}

/** What could not be tried, said once for each reason. */
function untried(outcomes: Outcomes): readonly string[] {
  const missing = Object.entries(outcomes).flatMap(([name, outcome]) =>
    name !== 'valid' && 'missing' in outcome && outcome.doesNotApply !== true
      ? [{ what: called[name] ?? name, because: outcome.missing }]
      : [],
  );
  return [...Map.groupBy(missing, ({ because }) => because)].map(
    ([because, all]) => `could not be tried: ${all.map(({ what }) => what).join(', ')} (${because})`,
  );
}

function refusal(name: string, outcome: ProbeOutcome, control: Exchange | undefined): Seen {
  const what = called[name] ?? name;
  if ('missing' in outcome) return { bad: [], good: [] };
  const exchange = exchangeOf(outcome);
  if (exchange === undefined) return { bad: [], good: [] };
  const { status, request, headers } = exchange;
  const bad = (message: string): Seen => ({ bad: [{ message, place: request }], good: [] });
  const good: Finding = { message: `${what} is refused`, place: request };
  if (status === 429 || status === 408)
    return { bad: [], good: [], unclear: [`${what} met ${status === 429 ? 'a rate limit' : 'a limit of time'}`] };
  if (status >= 200 && status < 400) return bad(`${what} is accepted with ${status}`);
  if (status >= 500 && status !== control?.status) return bad(`${what} is answered with ${status} instead of a refusal`);
  if (status === 401) {
    const challenged = headers.some(([each]) => each === 'www-authenticate');
    return challenged ? { bad: [], good: name === 'none' ? [] : [good] } : bad(`${what} is refused with 401 that lacks WWW-Authenticate`);
  }
  if (isRefusal(exchange, name)) return { bad: [], good: [] };
  if (control !== undefined && control.status === status && status !== 403)
    return bad(`${what} is answered like the valid one, with ${status}`);
  return bad(`${what} is answered with ${status}, where 401 is the refusal`);
}
