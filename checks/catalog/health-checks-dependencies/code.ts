// What source shows of the health routes: whether they ask the database and know the model's key, and whether liveness stays out of it.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Finding, Unit } from '../../model.ts';
import { dependenciesOf, storeWords } from './dependencies.ts';
import { type Asked, asks } from './handler.ts';
import { type HealthRoute, healthRoutes } from './health-routes.ts';

export const mentions = ['health', 'ready', 'live', 'alive', 'ping', 'status', 'heartbeat', 'under-pressure', 'terminus', ...storeWords];

export const judgeCode = eachUnit(
  (unit) => unlessHanded(unit, ofUnit(unit)),
  notApplicable('its platform starts it for each request: nothing asks for its health'),
);

/** A platform makes and drops these for each request. */
const perRequest = new Set(['next', 'supabase-function', 'deno', 'worker']);

function ofUnit(unit: Unit): Seen {
  const routes = healthRoutes(unit);
  if (routes.length > 0) return ofRoutes(unit, routes);
  if (unit.assignments('INSTALLED_APPS').some(({ value }) => unit.words(value).includes('health_check')))
    return { bad: [], good: [], unclear: ['django-health-check is installed, and where its addresses hang could not be followed'] };
  if (unit.frameworks.every((framework) => perRequest.has(framework))) return { bad: [], good: [] };
  return { bad: lacking(unit, 'no health route was seen'), good: [] };
}

interface Judged extends Asked {
  readonly route: HealthRoute;
}

function ofRoutes(unit: Unit, routes: readonly HealthRoute[]): Seen {
  const needs = dependenciesOf(unit);
  const judged = routes.map((route): Judged => {
    const asked = asks(unit, route);
    // What beats may tell of more than the process: only what is called alive must stay out of the database.
    const tells = route.kind === 'liveness' && asked.store !== undefined && !/liv/i.test(route.path);
    return { route: tells ? { ...route, kind: 'health' } : route, ...asked };
  });
  const nervous = judged.filter(({ route, store }) => route.kind === 'liveness' && store !== undefined);
  const bad = nervous.map(({ route }) =>
    tell(route, 'the liveness route asks the database: when that is down, healthy processes are restarted'),
  );
  const telling = judged.filter(({ route }) => route.kind !== 'liveness');
  const asking = telling.filter(({ store }) => store !== undefined);
  const honest = asking.filter(({ silent }) => !silent);
  const unclear = judged.flatMap((each) => each.unclear);
  if (needs.store !== undefined && honest.length === 0) {
    if (asking.length > 0)
      return {
        bad: [
          ...bad,
          ...asking.map(({ route }) => tell(route, 'the health route catches what the database says and answers 200 all the same')),
        ],
        good: [],
      };
    if (unclear.length > 0) return { bad, good: [], unclear };
    const deaf = telling.length > 0 ? telling : judged.filter(({ store }) => store === undefined);
    return { bad: [...bad, ...deaf.map(({ route }) => tell(route, `${named(route)} answers without asking the database`))], good: [] };
  }
  if (needs.model !== undefined && !needs.modelKnownAtStart && !judged.some(({ model }) => model)) {
    if (unclear.length > 0) return { bad, good: [], unclear };
    const [first] = honest.length > 0 ? honest : judged;
    return {
      bad: first
        ? [...bad, tell(first.route, `${named(first.route)} does not know whether the key of the language model (${needs.model}) is there`)]
        : bad,
      good: [],
    };
  }
  const [beside] = unit.elsewhere;
  // A service that seems to keep nothing may keep it through what lies beside it.
  if (needs.store === undefined && beside !== undefined)
    return { bad, good: [], unclear: [`whether ${beside} keeps anything in a database is not in the folder that was looked at`] };
  return { bad, good: (honest.length > 0 ? honest : judged).map(({ route, store }) => tell(route, seen(route, store))) };
}

const named = ({ path }: HealthRoute): string => path;
const seen = (route: HealthRoute, store: string | undefined): string =>
  store === undefined
    ? `${named(route)} answers for a service that keeps nothing in a database`
    : `${named(route)} asks what the service depends on, by ${store}`;
const tell = ({ place }: HealthRoute, message: string): Finding => ({ message, place });
