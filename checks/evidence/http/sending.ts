// Sends every probe of a run in its order: all that stand alone at once, then what waits for others, bursts last of all.
import { randomBytes } from 'node:crypto';
import type { BurstProbe, Probe, ProbeOutcome } from '../../model.ts';
import { type Beside, type BuildMaterial, buildRequest } from './build.ts';
import { sendBurst } from './burst.ts';
import { isSized, sendLarge } from './large.ts';
import type { HttpOptions, Settings } from './options.ts';
import { classOf, refusalOf } from './permission.ts';
import { type ChosenRoutes, healthWord } from './routes.ts';
import type { Sender } from './send.ts';
import { sendSlowly } from './slow.ts';

export interface Run {
  readonly options: HttpOptions;
  readonly settings: Settings;
  readonly sender: Sender;
  readonly material: BuildMaterial;
  readonly chosen: ChosenRoutes;
}
export type Further = readonly { readonly check: string; readonly name: string; readonly route: string; readonly outcome: ProbeOutcome }[];
export interface Outcomes {
  /** By `check/probe`. */
  readonly byProbe: ReadonlyMap<string, ProbeOutcome>;
  readonly further: Further;
}
interface NamedProbe {
  readonly check: string;
  readonly name: string;
  readonly probe: Probe;
}

/** Every probe with its check, first probes of all checks first, so that one check's provoked errors do not come in a row. */
export function probesOf(options: HttpOptions): readonly NamedProbe[] {
  const lists = Object.entries(options.probes).map(([check, probes]) =>
    Object.entries(probes).map(([name, probe]) => ({ check, name, probe })),
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** Sends them all; where one can't be sent or answered its outcome says why. */
export async function sendProbes(run: Run): Promise<Outcomes> {
  const probes = probesOf(run.options);
  const lane = createLane(run);
  const bursts = probes.filter(({ probe }) => probe.kind === 'burst');
  const isLast = ({ probe }: NamedProbe): boolean => probe.kind === 'http' && probe.last === true;
  const rest = probes.filter(({ probe }) => probe.kind !== 'burst');
  const send = (some: readonly NamedProbe[]): Promise<unknown> => Promise.all(some.map((each) => lane.outcome(each)));
  await send(rest.filter((each) => !isLast(each)));
  const further = await furtherOf(run);
  await send(rest.filter(isLast));
  // One after the other: each would exhaust the limit that another one measures.
  for (const each of bursts) await lane.outcome(each);
  return { byProbe: new Map(await Promise.all([...lane.begun].map(async ([key, outcome]) => [key, await outcome] as const))), further };
}

interface Lane {
  readonly begun: ReadonlyMap<string, Promise<ProbeOutcome>>;
  outcome(named: NamedProbe): Promise<ProbeOutcome>;
}

/** Sends each probe once, after the one it waits for; large ones one at a time, so that the target holds one of them at most. */
function createLane(run: Run): Lane {
  const begun = new Map<string, Promise<ProbeOutcome>>();
  const shared = new Map(Object.keys(run.options.probes).map((check) => [check, `shared${randomBytes(9).toString('hex')}`]));
  let large: Promise<unknown> = Promise.resolve();
  const start = async ({ check, probe }: NamedProbe): Promise<ProbeOutcome> => {
    const beside = { shared: shared.get(check) ?? '' };
    if (probe.kind === 'socket' && isSized(probe.dialogue)) {
      const turn = large.then(() => outcomeOf(probe, run, undefined, beside));
      large = turn.catch(() => undefined);
      return turn;
    }
    const name = probe.kind === 'http' ? probe.after : undefined;
    if (name === undefined) return outcomeOf(probe, run, undefined, beside);
    const before = run.options.probes[check]?.[name];
    if (before === undefined) return { missing: `there is no probe ${name} to wait for` };
    const earlier = await outcome({ check, name, probe: before });
    if (!('found' in earlier)) return { missing: `the request before it: ${earlier.missing}` };
    return outcomeOf(probe, run, undefined, earlier.found.kind === 'http' ? { ...beside, earlier: earlier.found } : beside);
  };
  const outcome = (named: NamedProbe): Promise<ProbeOutcome> => {
    const key = `${named.check}/${named.name}`;
    const running = begun.get(key) ?? start(named);
    begun.set(key, running);
    return running;
  };
  return { begun, outcome };
}

/** The probes that go to further routes, sent there: by check, then route, then name. */
async function furtherOf(run: Run): Promise<Further> {
  const probes = probesOf(run.options).filter(
    ({ probe }) => probe.kind === 'http' && probe.everyRoute === true && probe.route === 'protected',
  );
  const sent = run.chosen.guarded.flatMap((route) =>
    probes.map(async ({ check, name, probe }) => ({
      check,
      name,
      route: `${route.method} ${route.path}`,
      outcome: await outcomeOf(probe, run, route),
    })),
  );
  return Promise.all(sent);
}

async function outcomeOf(probe: Probe, run: Run, at?: ChosenRoutes['guarded'][number], beside?: Beside): Promise<ProbeOutcome> {
  const { routes } = run.chosen;
  const standIn = probe.kind === 'burst' || probe.orElse === undefined ? undefined : routes[probe.orElse];
  // Whoever reads bodies before it looks for a route reads them at any.
  const instead = standIn !== undefined && probe.route === 'json-post' ? { ...standIn, method: 'POST' } : standIn;
  const route = at ?? routes[probe.route] ?? instead;
  if (route === undefined) return { missing: run.chosen.missing[probe.route] ?? `no ${probe.route} route is known` };
  const refusal = refusalOf(classOf(probe, route), run.settings, run.options.allow);
  if (refusal !== undefined) return { missing: refusal };
  if (probe.kind === 'burst') return burstOf(probe, route, run);
  if (probe.kind === 'socket') {
    const from = { ...run, healthy: run.chosen.routes.health ?? run.chosen.routes.any };
    return isSized(probe.dialogue) ? sendLarge(probe, probe.dialogue, route, from) : sendSlowly(probe, probe.dialogue, route, from);
  }
  const built = buildRequest(probe, route, run.material, beside);
  return 'outgoing' in built ? run.sender.send(built.outgoing) : built;
}

function burstOf(probe: BurstProbe, route: ChosenRoutes['guarded'][number], run: Run): Promise<ProbeOutcome> | ProbeOutcome {
  const { noBurst } = run.options;
  // Health routes are often let off a limit; a route that refuses strangers is where they would guess.
  const instead = healthWord.test(route.path) ? run.chosen.routes.protected : undefined;
  return noBurst === undefined ? sendBurst(probe, instead ?? route, run) : { missing: noBurst };
}
