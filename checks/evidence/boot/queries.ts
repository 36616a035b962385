// How many statements one request costs: the service is started with a door of ours before its PostgreSQL, and asked what it answers to GET.
import type { DrillOutcome, QueriesDrill, StatementsOfRequest } from '../../model.ts';
import { redact } from '../secret-shapes.ts';
import { type Ask, ask, placeOf } from './ask.ts';
import { databaseBehind, throughGate } from './database.ts';
import { openGate } from './gate.ts';
import { type Circumstances, type Session, withService } from './session.ts';
import type { DrillRoute } from './traffic.ts';
import { listener, shapeOf } from './wire.ts';

export interface QueriesRequest {
  readonly variable: string;
  readonly url: string | undefined;
  readonly besides: Readonly<Record<string, string>>;
  /** Asked by GET, each three times: the first may make connections and fill stores. */
  readonly routes: readonly DrillRoute[];
  readonly token?: string;
}
const mostRoutes = 12;
/** Fewer may be several steps of one page. */
const manyTimes = 5;

export async function drillQueries(request: QueriesRequest, where: Circumstances): Promise<DrillOutcome<QueriesDrill>> {
  const { variable, url, besides } = request;
  if (!/^postgres(?:ql)?(?:\+\w+)?:/i.test(url ?? '')) return { missing: `${variable} names no PostgreSQL database`, doesNotApply: true };
  const routes = request.routes.filter(({ method }) => method === 'GET').slice(0, mostRoutes);
  if (routes.length === 0) return { missing: 'no route that answers to GET is known', doesNotApply: true };
  const there = await databaseBehind(url);
  if (there === undefined)
    return { missing: `the database that ${variable} names is not there to count statements at`, doesNotApply: true };
  let said: string[] = [];
  let lost = 0;
  const gate = await openGate(there, () =>
    listener({
      statement: (text) => {
        const shape = shapeOf(text);
        if (shape !== undefined) said.push(shape);
      },
      lost: () => {
        lost += 1;
      },
    }),
  );
  const counted = async (session: Session, route: DrillRoute): Promise<StatementsOfRequest | undefined> => {
    const asked: Ask = { method: 'GET', path: route.path, headers: headersOf(request), timeoutMs: 15_000 };
    const shown = new Map(request.token === undefined ? [] : [[request.token, 'TOKEN'] as const]);
    const rounds: (readonly string[])[] = [];
    let status = 0;
    for (let round = 0; round < 3; round += 1) {
      said = [];
      const reply = await ask(session.url, asked);
      if (reply === undefined) return undefined;
      status = reply.status;
      rounds.push(said);
    }
    // What happened in each round after the first belongs to the request, and to nothing beside it.
    const [, second = [], third = []] = rounds;
    const least = second.length < third.length ? second : third;
    return { request: placeOf(session.url, asked, shown), status, statements: least.length, repeated: repeatedIn(second, third) };
  };
  try {
    const drilled = await withService({ ...besides, [variable]: throughGate(url, gate) }, where, async (session): Promise<QueriesDrill> => {
      const requests: StatementsOfRequest[] = [];
      for (const route of routes) {
        const one = await counted(session, route);
        if (one !== undefined) requests.push(one);
      }
      return { variable, requests };
    });
    if ('found' in drilled && lost > 0)
      return { missing: 'the service speaks to its database encrypted, so that nothing could be counted', doesNotApply: true };
    return drilled;
  } finally {
    await gate.close();
  }
}

const headersOf = ({ token }: QueriesRequest): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

function repeatedIn(one: readonly string[], other: readonly string[]): StatementsOfRequest['repeated'] {
  return [...new Set(one)].flatMap((text) => {
    const times = Math.min(...[one, other].map((round) => round.filter((each) => each === text).length));
    return times < manyTimes ? [] : [{ text: redact(text, new Map()), times }];
  });
}
