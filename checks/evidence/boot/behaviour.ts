// Drills of how a service behaves, each with a start of its own: what it logs, how it takes a dead database and a failing model, how it stops.
import type { BootEvidence, DrillName, DrillOutcome, ShutdownDrill } from '../../model.ts';
import { type DatabaseRequest, drillDatabase } from './database.ts';
import { drillLevels, type LevelRequest } from './levels.ts';
import { drillLlm, type LlmRequest } from './llm.ts';
import { drillQueries, type QueriesRequest } from './queries.ts';
import type { Launch } from './service.ts';
import { type Circumstances, withService } from './session.ts';
import { drillShutdown } from './shutdown.ts';
import { temporaryFolder } from './temporary.ts';
import { type Acquaintance, sendTraffic } from './traffic.ts';

export interface BehaviourRequest {
  readonly asked: ReadonlySet<DrillName>;
  readonly known: Acquaintance;
  readonly levels: LevelRequest;
  readonly database: Omit<DatabaseRequest, 'health' | 'url'> | Missing;
  readonly llm: LlmRequest | Missing;
  /** Routes to count statements at, beside what is known. */
  readonly reads?: QueriesRequest['routes'];
  /** How long one start may take. */
  readonly startMs?: number;
  /** How long it may take to end once it was told to. */
  readonly shutdownMs?: number;
  /** Told before each drill. */
  readonly onDrill?: (what: string) => void;
}
/** Why a drill can't be run; `doesNotApply`: the service has nothing of the kind. */
type Missing = { readonly missing: string; readonly doesNotApply?: true };
type Behaviour = Pick<BootEvidence, 'traffic' | 'levels' | 'database' | 'llm' | 'queries' | 'shutdown'>;

async function stopUnderLoad(where: Circumstances, known: Acquaintance, limitMs: number): Promise<DrillOutcome<ShutdownDrill>> {
  const temporary = await temporaryFolder();
  try {
    return await withService(temporary.env, where, async (session) => {
      const drilled = await drillShutdown(session, known, limitMs);
      return { ...drilled, filesLeft: await temporary.count() };
    });
  } finally {
    await temporary.remove();
  }
}

/** Runs the drills that were asked for, one after the other. */
export async function drillBehaviour(
  request: BehaviourRequest,
  launch: Launch,
  waitFor: string | undefined,
  signal?: AbortSignal,
): Promise<Behaviour> {
  const { known, levels, database, llm, startMs = 30_000, shutdownMs = 30_000, onDrill } = request;
  const where: Circumstances = { launch, waitFor, limitMs: startMs, signal };
  const run = async <T>(name: DrillName, what: string, drill: () => Promise<DrillOutcome<T>>): Promise<DrillOutcome<T> | undefined> => {
    if (!request.asked.has(name)) return undefined;
    signal?.throwIfAborted();
    onDrill?.(what);
    return drill();
  };
  const traffic = await run('traffic', 'reading what it logs', () => withService({}, where, (session) => sendTraffic(session, known)));
  const stopped = await run('shutdown', 'stopping it under load', () => stopUnderLoad(where, known, shutdownMs));
  const levelled = await run('levels', 'comparing two log levels', () => drillLevels(levels, where, known));
  const dead = await run('database', 'taking its database away', async () =>
    'missing' in database ? database : drillDatabase({ ...database, url: launch.env[database.variable], health: known.health }, where),
  );
  const model = await run('llm', 'making its model fail', async () => ('missing' in llm ? llm : drillLlm(llm, where)));
  const counted = await run('queries', 'counting the statements of a request', async () =>
    'missing' in database
      ? { missing: database.missing, doesNotApply: true as const }
      : drillQueries({ ...database, url: launch.env[database.variable], routes: readsOf(known, request.reads), ...tokenOf(known) }, where),
  );
  return {
    ...(counted === undefined ? {} : { queries: counted }),
    ...(traffic === undefined ? {} : { traffic }),
    ...(stopped === undefined ? {} : { shutdown: stopped }),
    ...(levelled === undefined ? {} : { levels: levelled }),
    ...(dead === undefined ? {} : { database: dead }),
    ...(model === undefined ? {} : { llm: model }),
  };
}

const tokenOf = ({ token }: Acquaintance) => (token === undefined ? {} : { token });

/** Those that probes found to answer, and those the code names. */
const readsOf = (known: Acquaintance, further: QueriesRequest['routes'] = []): QueriesRequest['routes'] => [
  ...new Map([known.protected, known.any, ...further].flatMap((each) => (each === undefined ? [] : [[each.path, each] as const]))).values(),
];
