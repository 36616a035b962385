// Every request of a run before the first is sent: for --plan.
import type { Probe, ProbeClass, RouteRole } from '../../model.ts';
import { burstAtMost } from './burst.ts';
import { routeOf } from './candidates.ts';
import { addresses as furtherAddresses } from './client-addresses.ts';
import { documentPaths } from './document.ts';
import { type HttpOptions, type Route, settingsOf, urlOf } from './options.ts';
import { classOf, refusalOf } from './permission.ts';
import { furtherRoutes, healthPaths, metricsPaths, triesForAny, triesForProtected } from './routes.ts';
import { probesOf } from './sending.ts';

export interface PlannedRequest {
  readonly method: string;
  /** Where the route is found only by asking, the URL says so in brackets. */
  readonly url: string;
  readonly class: ProbeClass;
  readonly why: string;
  /** Why it will not be sent, where it will not. */
  readonly notSent?: string;
}

/** Lists what would be sent, sends nothing; throws a one-line Error where the URL of the target can't be used. */
export function planHttp(options: HttpOptions): readonly PlannedRequest[] {
  const { base, config, isHere } = settingsOf(options);
  const probes = probesOf(options);
  if (probes.length === 0) return [];
  const asked = probes.map(({ check, name, probe }): PlannedRequest => {
    const spec = config.routes?.[probe.route];
    const route = spec === undefined ? undefined : routeOf(spec, 'config', config.subject ?? '', config);
    const probeClass = classOf(probe, route);
    const refusal = refusalOf(probeClass, { isHere }, options.allow);
    return {
      method: methodOf(probe, route),
      url: addressOf(probe, route, base),
      class: probeClass,
      why: `${check}: ${name}${repetition(probe)}`,
      ...(refusal === undefined ? {} : { notSent: refusal }),
    };
  });
  return [
    ...searches(options, base),
    ...asked,
    ...besides(
      probes.map(({ probe }) => probe),
      base,
    ),
    ...(isHere && !base.hostname.startsWith('[') ? fromElsewhere(probes, base) : []),
  ];
}

/** On this machine a second client can be had, and a limit for each client need not be waited for. */
function fromElsewhere(probes: ReturnType<typeof probesOf>, base: URL): readonly PlannedRequest[] {
  const bursts = probes.filter(({ probe }) => probe.kind === 'burst');
  return [
    ...bursts.map(({ check, name, probe }) => ({
      method: 'GET',
      url: `${urlOf(base, '')}[a ${probe.route} route]`,
      class: probe.class,
      why: `${check}: ${name}, from another address of this machine: up to 3 times, or as often as that one is told that it may, and twice more`,
    })),
    {
      method: 'any',
      url: `${urlOf(base, '')}[any of these]`,
      class: 'passive',
      why: `again from ${furtherAddresses[0]} to ${furtherAddresses.at(-1)}, where this machine's address is refused for asking too often (429)`,
    },
  ];
}

function addressOf(probe: Probe, route: Route | undefined, base: URL): string {
  const path = probe.kind === 'http' ? probe.path : undefined;
  if (path !== undefined) return urlOf(base, path);
  const less = probe.kind === 'http' && probe.unversioned === true ? ', its version left out' : '';
  if (route === undefined) return `${urlOf(base, '')}[a ${probe.route} route${less}]`;
  return `${urlOf(base, route.path, route.query)}${less === '' ? '' : `[${less.slice(2)}]`}`;
}

function repetition(probe: Probe): string {
  if (probe.kind === 'burst')
    return `, up to ${burstAtMost} times or as often as it says that it admits, until it is refused; then up to 7 more`;
  return probe.kind === 'http' && probe.everyRoute === true ? `, and on up to ${furtherRoutes} further ${probe.route} routes` : '';
}

function methodOf(probe: Probe, route: Route | undefined): string {
  const own = probe.kind === 'http' ? probe.method : undefined;
  return own ?? route?.method ?? (probe.route === 'json-post' ? 'POST' : 'GET');
}

function searches(options: HttpOptions, base: URL): readonly PlannedRequest[] {
  const { config = {}, routes = [] } = options;
  const roles = new Set(probesOf(options).map(({ probe }) => probe.route));
  const open = (role: RouteRole): boolean => config.routes?.[role] === undefined;
  const get = (url: string, why: string): PlannedRequest => ({ method: 'GET', url, class: 'passive', why });
  const keys = typeof config.jwks === 'string' ? [get(config.jwks, 'the key set named in the configuration')] : [];
  const health = open('health') ? healthPaths.map((path) => get(urlOf(base, path), 'to find the health route')) : [];
  const told = routes.length === 0 ? '' : `, ${routes.length} known from the source`;
  const tries = (role: 'any' | 'protected', count: number): readonly PlannedRequest[] =>
    roles.has(role) && open(role)
      ? [get(`${urlOf(base, '')}[up to ${count} routes${told}]`, `to find a route for the role ${role}, without a token`)]
      : [];
  return [
    ...keys,
    ...(open('openapi') ? documentPaths.map((path) => get(urlOf(base, path), 'to find the OpenAPI document, until one answers')) : []),
    ...health,
    ...(routes.length > 0
      ? [
          get(
            `${urlOf(base, '')}[routes of the source that the document lacks]`,
            'to see whether they are served: up to 10, without a token',
          ),
        ]
      : []),
    ...(roles.has('metrics') && open('metrics') ? metricsPaths.map((path) => get(urlOf(base, path), 'to find the metrics')) : []),
    ...tries('any', triesForAny + 1),
    ...tries('protected', triesForProtected),
  ];
}

function besides(probes: readonly Probe[], base: URL): readonly PlannedRequest[] {
  return probes
    .filter(({ kind }) => kind === 'socket')
    .map(() => ({
      method: 'GET',
      url: `${urlOf(base, '')}[a health route]`,
      class: 'passive',
      why: 'a healthy request beside a slow client or after a large one',
    }));
}
