// What source shows of whether a route that takes an id and knows who is asking compares the two.
import { eachUnit, inconclusive, notApplicable, orElse, type Seen, saidBy, unlessElsewhere } from '../../answer.ts';
import { answeredBy, handsOn, tableOfRoutes } from '../../model/lost.ts';
import type { Finding, Unit } from '../../model.ts';
import { changes, type Judged, nameOf } from './asked.ts';
import { isPersons, judgeRoute } from './routes.ts';

export const mentions = ['id', 'user', 'token', 'auth', 'param'];

export const judgeCode = eachUnit(
  (unit) =>
    unlessElsewhere(
      unit,
      orElse(ofUnit(unit), () => {
        const [lost] = askedInTheDark(unit);
        return lost === undefined ? {} : { lost };
      }),
    ),
  (all) => {
    const lost = saidBy(all, 'lost');
    return lost === undefined ? notApplicable('no route takes an id and knows who is asking') : inconclusive(lost);
  },
);

/** Packages by which a service learns who is asking. */
const signIns = [
  ...['jsonwebtoken', 'jose', 'passport', 'passport-jwt', 'express-jwt', 'koa-jwt', '@fastify/jwt', '@nestjs/jwt', '@nestjs/passport'],
  ...[
    'next-auth',
    '@clerk/express',
    '@clerk/backend',
    'better-auth',
    'jwt',
    'flask_jwt_extended',
    'flask_login',
    'rest_framework_simplejwt',
    'rest_framework.authentication',
    'rest_framework.authtoken',
    'rest_framework.permissions',
    'dj_rest_auth',
    'knox',
    'oauth2_provider',
    'django.contrib.auth.decorators',
    'django.contrib.auth.mixins',
  ],
];

/** Routes that take an id in a service that verifies who is asking, where nothing shows how the one reaches the other. */
function askedInTheDark(unit: Unit): readonly string[] {
  if (tableOfRoutes(unit)) return ['routes are made of a table at run time, and what they do with the ids they take could not be followed'];
  const handing = unit.routes.find(({ handler }) => handler !== undefined && handsOn(unit, handler));
  if (handing) return [`what answers ${nameOf(handing)} is handed over, and could not be followed`];
  const taking = unit.routes.filter(({ path }) => /:(?:\w*id|pk)\b/i.test(path)).length;
  if (taking === 0 || unit.imports(...signIns).every(({ runsIn }) => runsIn === 'development')) return [];
  const routes = taking === 1 ? 'a route takes' : `${taking} routes take`;
  return [`${routes} an id, and whether ${taking === 1 ? 'it knows' : 'they know'} who is asking could not be followed`];
}

/** Beside the routes, whatever those show. */
function answeredElse(unit: Unit): readonly string[] {
  const by = answeredBy(unit);
  return by === undefined ? [] : [`requests are answered by ${by}, and what they do with the ids they take could not be followed`];
}

type Alone = Extract<Judged, { kind: 'alone' }>;

function ofUnit(unit: Unit): Seen {
  const known: Parameters<typeof judgeRoute>[2] = new Map();
  const all = unit.routes.map((route) => judgeRoute(unit, route, known));
  const compared = all.flatMap((each) => (each.kind === 'compared' ? [each] : []));
  const alone = all.flatMap((each) => (each.kind === 'alone' ? [each] : []));
  // What one route reads only for its owner is no more public elsewhere; where changes are kept for owners, one by an id alone is a hole.
  const read = new Set(compared.flatMap(({ route, subjects }) => (route.method === 'GET' || route.method === '*' ? subjects : [])));
  const keepsChanges = compared.some(({ route }) => changes(route));
  const isBad = (each: Alone): boolean =>
    isPersons(each) || (changes(each.route) && keepsChanges) || each.subjects.some((subject) => subject !== '' && read.has(subject));
  return {
    bad: [
      ...all.flatMap((each) => (each.kind === 'taken-over' ? [each.finding] : [])),
      ...alone.filter(isBad).map((each) => finding(unit, each)),
      // Where no other route keeps anything for its owner, nobody can tell whether this one should.
      ...(compared.length > 0 ? all.flatMap((each) => (each.kind === 'open' ? [openFinding(unit, each)] : [])) : []),
    ],
    good: compared.map(({ finding: found }) => found),
    unclear: [
      ...answeredElse(unit),
      ...all.flatMap((each) => (each.kind === 'unsure' ? [each.because] : [])),
      ...alone
        .filter((each) => !isBad(each))
        .map(({ route }) => `whether what ${nameOf(route)} finds by its id belongs to one user could not be told`),
    ],
  };
}

function openFinding(unit: Unit, { route, seen, ids }: Extract<Judged, { kind: 'open' }>): Finding {
  return {
    message: `${nameOf(route)} looks rows up by ${ids.join(', ')} and never asks who is asking`,
    place: route.place,
    related: [...seen.lookups].flatMap(([node, by]) => (by.some((id) => ids.includes(id)) ? [unit.place(node)] : [])).slice(0, 3),
  };
}

function finding(unit: Unit, { route, seen, ids }: Alone): Finding {
  return {
    message: `${nameOf(route)} knows who is asking and never compares that with ${ids.join(', ')}`,
    place: route.place,
    related: [...seen.lookups.keys()].slice(0, 3).map((node) => unit.place(node)),
  };
}
