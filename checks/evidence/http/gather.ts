// Sends the probes of every check to one target and brings back what it answered; says why where it did not.
import type { Connection, Gathered, HttpEvidence, RouteRole } from '../../model.ts';
import type { BuildMaterial } from './build.ts';
import type { RouteSearch } from './candidates.ts';
import { formsOf } from './keep.ts';
import { readKeySet, serveOwnKeys } from './key-set.ts';
import { type HttpOptions, type Route, type Settings, settingsOf, urlOf } from './options.ts';
import { refusalOf } from './permission.ts';
import { connectionText, reach } from './protocols.ts';
import { chooseRoutes, roles } from './routes.ts';
import { createSender, type Sender } from './send.ts';
import { type Outcomes, probesOf, type Run, sendProbes } from './sending.ts';
import { type TokenKit, tokenKit } from './tokens.ts';

/** All that a run of probes brought back. */
export interface HttpRun {
  /** The evidence of one check: its own probes, and what all checks share. */
  readonly evidenceFor: (checkId: string) => HttpEvidence;
  readonly requestsSent: number;
  /** Why sending ended early, where it did. */
  readonly stoppedBecause?: string;
  /** Time spent waiting because the target said that it was asked too often. */
  readonly waitedMs: number;
  /** What the target offers and no probe looked at. */
  readonly notLookedAt: readonly string[];
  /** Protocol, certificate and proxy, in words. */
  readonly spokenOver: string;
  /** What was found out on the way, for whoever asks the service again. */
  readonly contact: { readonly routes: Readonly<Partial<Record<RouteRole, Route>>>; readonly kit: TokenKit };
}

/** Sends all probes within the stated limits; `missing` where the target can't be asked at all. Never throws. */
export async function gatherHttp(options: HttpOptions): Promise<Gathered<HttpRun>> {
  try {
    const asked = settingsOf(options);
    const reached = await reach(asked);
    if ('missing' in reached) return { missing: `${asked.base.origin} could not be reached: ${reached.missing}` };
    const { connection } = reached;
    const settings = { ...asked, protocol: connection.protocol };
    const sender = createSender(settings);
    try {
      return await gatherFrom(options, { settings, sender, connection });
    } finally {
      await sender.close();
    }
  } catch (error) {
    return { missing: error instanceof Error ? error.message : 'the target could not be asked' };
  }
}

interface Contact {
  readonly settings: Settings;
  readonly sender: Sender;
  readonly connection: Connection;
}

async function gatherFrom(options: HttpOptions, { settings, sender, connection }: Contact): Promise<Gathered<HttpRun>> {
  const own = settings.isHere ? await serveOwnKeys() : undefined;
  try {
    const material = await materialOf(settings, sender, own);
    const needed = new Set(
      probesOf(options).flatMap(({ probe }) => (probe.kind === 'burst' ? probe.route : [probe.route, probe.orElse ?? probe.route])),
    );
    const chosen = await chooseRoutes({
      sender,
      material,
      needed,
      config: settings.config,
      known: options.routes ?? [],
      mayPost: refusalOf('active', settings, options.allow) === undefined,
      unknownPath: '/launchgate-unknown-route',
      basePath: settings.base.pathname,
      metricsAt: metricsAt(options, settings),
    });
    const run: Run = { options, settings, sender, material, chosen };
    const outcomes = await sendProbes(run);
    if (sender.all.length === 0) {
      return {
        missing: `${settings.base.origin} takes connections and answered none of ${sender.sent()} requests: ${sender.firstFailure() ?? 'none was allowed'}`,
      };
    }
    return { found: runOf(run, outcomes, connection) };
  } finally {
    own?.close();
  }
}

/** A port that nobody named is asked on this machine alone. */
const metricsAt = ({ metricsAt: told = [] }: HttpOptions, { base, isHere }: Settings): RouteSearch['metricsAt'] =>
  isHere ? told.map(({ port, path }) => ({ origin: `http://${base.hostname}:${port}`, path })) : [];

async function materialOf(
  settings: Settings,
  sender: Sender,
  own: Awaited<ReturnType<typeof serveOwnKeys>> | undefined,
): Promise<BuildMaterial> {
  const { config } = settings;
  const { token, signingKey, audience, issuer, subject, second } = config;
  const jwks = typeof config.jwks === 'string' ? await readKeySet(config.jwks, settings, sender) : config.jwks;
  const kit = await tokenKit({
    ...(token === undefined ? {} : { token }),
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(jwks === undefined ? {} : { jwks }),
    ...(audience === undefined ? {} : { audience }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(second === undefined ? {} : { second }),
    ...(own === undefined ? {} : { jku: own.url }),
  });
  own?.serve(kit.ownKeys);
  if (token !== undefined && token !== '') sender.hide(token, 'TOKEN');
  if (second?.token !== undefined && second.token !== '') sender.hide(second.token, 'TOKEN_SECOND');
  for (const [name, value] of Object.entries(config.headers ?? {})) sender.hide(value, name.toUpperCase().replaceAll('-', '_'));
  return { kit, allowedOrigins: config.allowedOrigins ?? [], hide: sender.hide };
}

function runOf({ options, settings, sender, chosen, material }: Run, { byProbe, further }: Outcomes, connection: Connection): HttpRun {
  const named = roles.flatMap((role) => {
    const route = chosen.routes[role];
    return route === undefined ? [] : [[role, route] as const];
  });
  const telling = [...settings.knownSecrets.values()].filter((value) => formsOf(value).length > 0).length;
  const shared = {
    baseUrl: urlOf(settings.base, '').replace(/\/$/, ''),
    chosen: Object.fromEntries(named.map(([role, route]) => [role, `${route.method} ${route.origin ?? ''}${route.path}`])),
    chosenBy: Object.fromEntries(named.map(([role, route]) => [role, route.by])),
    requestsSent: sender.sent(),
    connection,
    all: [...sender.all],
    limits: settings.limits,
    known: chosen.known,
    document: chosen.document,
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(telling === 0 ? {} : { secretsKnown: telling }),
  };
  const because = sender.stoppedBecause();
  return {
    requestsSent: shared.requestsSent,
    waitedMs: sender.waitedMs(),
    notLookedAt: notLookedAt(settings, connection),
    spokenOver: connectionText(connection, sender.addresses),
    contact: { routes: chosen.routes, kit: material.kit },
    ...(because === undefined ? {} : { stoppedBecause: because }),
    evidenceFor: (checkId) => ({
      ...shared,
      further: [
        ...Map.groupBy(
          further.filter(({ check }) => check === checkId),
          ({ route }) => route,
        ),
      ].map(([route, sent]) => ({
        route,
        exchanges: Object.fromEntries(sent.map(({ name, outcome }) => [name, outcome])),
      })),
      exchanges: Object.fromEntries(
        Object.keys(options.probes[checkId] ?? {}).map((name) => [
          name,
          byProbe.get(`${checkId}/${name}`) ?? { missing: 'it was not sent' },
        ]),
      ),
    }),
  };
}

function notLookedAt({ base, http2 }: Settings, { protocol }: Connection): readonly string[] {
  if (protocol === 'HTTP/2' && base.protocol === 'https:')
    return ['the service chooses HTTP/2, which every request went over; HTTP/1.1, which it may speak as well, was not looked at'];
  return http2 === 'never' && base.protocol === 'https:' ? ['HTTP/2 was not to be looked at: every request went over HTTP/1.1'] : [];
}
