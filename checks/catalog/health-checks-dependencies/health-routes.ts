// Which routes are there for those who ask whether the service is well.
import type { Call, CodeFunction, FilePlace, Guard, Route, Unit } from '../../model.ts';

export interface HealthRoute {
  readonly kind: 'health' | 'liveness';
  readonly path: string;
  readonly place: FilePlace;
  readonly handlers: readonly CodeFunction[];
  /** Set where the handler serves other addresses too. */
  readonly when?: Guard;
  /** A library answers with checks of its own; whether the database is among them. */
  readonly library?: { readonly name: string; readonly store: boolean };
}

const health =
  /^_*(?:(?:db|database)[-_]health|health(?:z|[-_]?checks?|[-_]?status|y)?(?:[-_](?:db|database|redis|full|deep|detailed?))?|ready(?:z)?|readiness(?:z)?|lbheartbeat)_*$/;
const liveness = /^_*(?:live(?:z|ness|check)?|alive|heartbeat|ping|up)_*$/;
const parts = /^(?:db|database|detailed?|full|deep|dependencies|startup|status|check|all|services?|server|api|app|backend|system)$/;
/** Words that may stand before without making the address one of the domain. */
const general = /^(?:api|v\d+|_+|internal|system|public|rest|app|admin|monitoring|server|-)$/;

export function healthRoutes(unit: Unit): readonly HealthRoute[] {
  const found = unit.routes
    .filter(({ method }) => /^(?:GET|HEAD|\*)$/.test(method))
    .flatMap((route) => {
      const kind = kindOf(route.path);
      return kind === undefined ? [] : [fromRoute(route, kind)];
    });
  return [...found, ...ofLibraries(unit)];
}

function kindOf(path: string): HealthRoute['kind'] | undefined {
  const segments = path
    .toLowerCase()
    .replace(/[?*()^$]+/g, '')
    .split('/')
    .filter((each) => each !== '');
  const last = segments.at(-1)?.replace(/\.\w+$/, '');
  const before = segments.at(-2) ?? '';
  if (last === undefined || segments.some((each) => each.startsWith(':'))) return undefined;
  if (health.test(last)) return 'health';
  if (health.test(before)) return liveness.test(last) ? 'liveness' : parts.test(last) ? 'health' : undefined;
  const isGeneral = segments.slice(0, -1).every((each) => general.test(each));
  if (last === 'status' || last === '_status') return isGeneral ? 'health' : undefined;
  return liveness.test(last) && isGeneral ? 'liveness' : undefined;
}

const fromRoute = ({ path, place, handler, when }: Route, kind: HealthRoute['kind']): HealthRoute => ({
  kind,
  path,
  place,
  handlers: handler ? [handler] : [],
  ...(when && { when }),
});

/** Libraries that answer for the service: checks are handed to them. */
function ofLibraries(unit: Unit): readonly HealthRoute[] {
  const terminus = unit.calls('npm:@godaddy/terminus.createTerminus').flatMap((call) => {
    const given = call.option('healthChecks');
    const entries = typeof given === 'object' && given.kind === 'record' ? given.entries : [];
    return entries.flatMap(([path, value]): readonly HealthRoute[] => {
      const kind = kindOf(path);
      return kind === undefined ? [] : [{ kind, path, place: call.place, handlers: value.kind === 'function' ? [value.code] : [] }];
    });
  });
  // It answers UP by itself, whatever else is down.
  const actuator = unit
    .calls('npm:express-actuator')
    .flatMap((call): readonly HealthRoute[] => [
      { kind: 'health', path: '/health', place: call.place, handlers: [], library: { name: 'express-actuator', store: false } },
      ...endpointsOf(call),
    ]);
  const pressure = unit.middleware
    .filter(({ symbols }) => symbols.some((symbol) => /^npm:(?:@fastify\/)?under-pressure\b/.test(symbol)))
    .flatMap(({ hungBy, place }): readonly HealthRoute[] => {
      const check = hungBy?.option('healthCheck');
      const exposed = hungBy?.option('exposeStatusRoute');
      if (hungBy === undefined || exposed === 'absent') return [];
      return [
        { kind: 'health', path: '/status', place, handlers: typeof check === 'object' && check.kind === 'function' ? [check.code] : [] },
      ];
    });
  const fastapi = unit.calls('py:fastapi_health.health').map((call): HealthRoute => {
    const given = call.argument(0, 'conditions');
    return { kind: 'health', path: 'the health route', place: call.place, handlers: given ? unit.functionsIn(given) : [] };
  });
  const django = unit
    .calls('py:django.urls.include', 'py:django.conf.urls.include')
    .filter((call) => unit.words(call.node).includes('health_check.urls'))
    .map((call): HealthRoute => {
      const store = unit
        .assignments('INSTALLED_APPS')
        .some(({ value }) => unit.words(value).some((word) => /^health_check\.(?:db|contrib\.migrations)$/.test(word)));
      return { kind: 'health', path: 'the health route', place: call.place, handlers: [], library: { name: 'django-health-check', store } };
    });
  return [...terminus, ...actuator, ...pressure, ...fastapi, ...django];
}

/** `customEndpoints: [{ id: 'database', controller }]` of express-actuator hang beside its own; one that could not be read may be a health route. */
function endpointsOf(call: Call): readonly HealthRoute[] {
  const given = call.option('customEndpoints');
  if (given === 'absent') return [];
  const unread: HealthRoute = { kind: 'health', path: 'an endpoint of its own', place: call.place, handlers: [] };
  if (given === 'unknown' || given.kind !== 'list') return [unread];
  const found = given.items.flatMap((item): readonly HealthRoute[] => {
    const entries = new Map(item.kind === 'record' ? item.entries : []);
    const id = entries.get('id');
    const controller = entries.get('controller');
    if (id?.kind !== 'literal') return [unread];
    const kind = kindOf(`/${id.value}`) ?? kindOf(`/health/${id.value}`);
    const handlers = controller?.kind === 'function' ? [controller.code] : [];
    return kind === undefined ? [] : [{ kind, path: `/${id.value}`, place: item.place, handlers }];
  });
  return given.complete ? found : [...found, unread];
}
