// Gathers everything a run was told to look at: code, environment, then the live service, one thing after the other.
import { basename, relative } from 'node:path';
import type { GatheredEvidence } from '../../../checks/audit.ts';
import type { HttpRun } from '../../../checks/evidence/http/gather.ts';
import type { KeptEvidence, KeptHttp } from '../../../checks/evidence/replay.ts';
import { redact } from '../../../checks/evidence/secret-shapes.ts';
import type { Check, ConnectionsUnderLoad, Found, Gathered, HttpEvidence } from '../../../checks/model.ts';
import { cleaned } from '../../../reports/clean.ts';
import { compileBriefly } from '../../brief-compiler.ts';
import { interrupted } from '../../interrupt.ts';
import { knownBackup } from './backup.ts';
import { knownCode, noCode } from './code.ts';
import { knownSchema, urlBehind } from './database.ts';
import { knownEnvironment, noEnvironment } from './environment.ts';
import type { Known, LiveEvidence } from './live.ts';
import { noBackup, noLoad, notStarted, noUrl } from './not-asked.ts';
import type { GatheredRun, GatherRequest } from './run.ts';

/** Everything asked for. What can't be looked at is `missing` with its reason; nothing throws for it. */
export async function gather(request: GatherRequest): Promise<GatheredRun> {
  const { root, settings, checks, terminal } = request;
  if (!request.load) compileBriefly();
  if (root !== undefined) terminal.step(`Reading ${cleaned(root)}`);
  const known =
    request.kinds === 'database'
      ? noCode
      : await knownCode(root, checks, { cached: isSourceAlone(request) && request.cached, askedAlone: isSourceAlone(request) });
  const { gathered: code, frame, facts } = known;
  const environment = request.kinds === 'database' ? noEnvironment : await knownEnvironment(request, code, frame);
  const schema = await knownSchema(request, code, frame);
  const watch = request.load ? await watched(request) : undefined;
  const seen = await liveOf(request, { code, environment });
  const database = withLoad(schema.database, await watch?.stop());
  // Half of the evidence is not to be judged.
  interrupted.throwIfAborted();
  const evidence: GatheredEvidence = {
    code,
    environment: environment.gathered,
    boot: seen.boot,
    load: seen.load,
    migrations: schema.migrations,
    database,
    backup: request.backup === undefined ? noBackup : await knownBackup({ ...request.backup, root, commandFolder: root }, terminal),
    http: (check) => httpOf(seen.http, check.id),
    answered: known.answered,
    ...(known.shown && { shown: known.shown }),
  };
  const secrets = new Map([...environment.secrets, ...schema.secrets, ...(seen.tokens ?? [])]);
  const shownUrl = settings.url === undefined ? {} : { url: settings.url };
  const unreachable = seen.unreachable ?? unreached(schema.database);
  return {
    evidence,
    kept: () => ({
      code: facts(),
      environment: environment.gathered,
      boot: seen.boot,
      load: seen.load,
      migrations: evidence.migrations,
      database: evidence.database,
      backup: evidence.backup,
      http: keptHttp(seen.http, checks),
    }),
    secrets,
    target: {
      ...(root === undefined ? {} : { path: shownPath(root) }),
      ...shownUrl,
      ...(settings.start === undefined ? {} : { start: redact(settings.start, secrets) }),
      units: frame.units(),
    },
    root,
    entry: frame.entry,
    keepAnswers: known.keep,
    texts: new Map(),
    limitsReached: [...limitsOf(seen), ...('found' in schema.database ? schema.database.found.notSeen : [])],
    ...(unreachable === undefined ? {} : { unreachable }),
  };
}

/** How many connections there are at most while the service is asked. */
async function watched({ databaseUrl }: GatherRequest) {
  if (databaseUrl === undefined) return undefined;
  const { watchConnections } = await import('../../../checks/evidence/database/watch.ts');
  return watchConnections(urlBehind(databaseUrl));
}

function withLoad(
  database: GatheredEvidence['database'],
  underLoad: Found<ConnectionsUnderLoad> | undefined,
): GatheredEvidence['database'] {
  if (underLoad === undefined || !('found' in database) || !('found' in database.found.connections)) return database;
  return { found: { ...database.found, connections: { found: { ...database.found.connections.found, underLoad } } } };
}

// Answers of the source alone are the same for the same source; what a running service shows is tied to them.
const isSourceAlone = ({ kinds, databaseUrl, settings: { url, start } }: GatherRequest): boolean =>
  kinds === 'all' && databaseUrl === undefined && url === undefined && start === undefined;

/** Why the database that was given could not be looked at. */
const unreached = (database: GatheredEvidence['database']): string | undefined =>
  'missing' in database && database.notAsked !== true ? database.missing : undefined;

/** As seen from here: reports travel, and where a home folder lies is nobody's business. */
const shownPath = (root: string): string => relative(process.cwd(), root) || basename(root);

// Clients, sockets and load engines are only loaded where something runs.
async function liveOf(request: GatherRequest, known: Known): Promise<LiveEvidence> {
  const { start, url } = request.settings;
  if (request.kinds !== 'all' || (start === undefined && url === undefined)) {
    return { boot: notStarted, http: noUrl, load: request.load ? { missing: noUrl.missing } : noLoad };
  }
  const { live } = await import('./live.ts');
  return live(request, known);
}

function httpOf(http: Gathered<HttpRun>, checkId: string): Gathered<HttpEvidence> {
  return 'found' in http ? { found: http.found.evidenceFor(checkId) } : http;
}

function keptHttp(http: Gathered<HttpRun>, checks: readonly Check[]): KeptEvidence['http'] {
  if (!('found' in http)) return http;
  const { exchanges: _, further: __, ...shared } = http.found.evidenceFor('');
  const asked = checks.filter((check) => check.judge.http).map(({ id }) => [id, http.found.evidenceFor(id)] as const);
  const exchanges: KeptHttp['exchanges'] = Object.fromEntries(asked.map(([id, evidence]) => [id, { found: evidence.exchanges }]));
  return { found: { shared, exchanges, further: Object.fromEntries(asked.map(([id, { further = [] }]) => [id, further])) } };
}

function limitsOf({ http, boot }: { readonly http: Gathered<HttpRun>; readonly boot: LiveEvidence['boot'] }): readonly string[] {
  return [
    ...('found' in http && http.found.stoppedBecause !== undefined ? [`sending ended early: ${http.found.stoppedBecause}`] : []),
    ...('found' in http ? http.found.notLookedAt : []),
    ...('found' in http && http.found.waitedMs > 0
      ? [`the target asked to slow down: ${Math.ceil(http.found.waitedMs / 1000)} s were waited for its rate limit`]
      : []),
    ...('found' in boot && boot.found.logLinesTruncated ? ['the service wrote more log lines than were kept'] : []),
  ];
}
