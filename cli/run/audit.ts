// One audit: settings, evidence, verdicts, report, exit code.
import { audit } from '../../checks/audit.ts';
import { catalog } from '../../checks/catalog/index.ts';
import { assemble } from '../../reports/assemble.ts';
import type { Report } from '../../reports/report.ts';
import type { ExitCode } from '../command.ts';
import { loadSettings, type Settings, type SettingsRequest } from '../config/settings.ts';
import type { AuditFlags } from '../flags.ts';
import { Problem } from '../problem.ts';
import { type Governing, governedConfig, governingRevision } from '../ratchet/governing.ts';
import { ratcheted } from '../ratchet/ratchet.ts';
import { atRevision } from '../ratchet/since.ts';
import { markedFiles } from '../ratchet/suppressions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { anchorsOf, placeInRepository } from './anchors.ts';
import { changeBaseline } from './change-baseline.ts';
import { type ChosenChecks, chooseChecks, environmentOnly } from './choose-checks.ts';
import { type Delivery, deliver, exitCodeOf, localDay } from './deliver.ts';
import { runFacts } from './facts.ts';
import { gather } from './gather/gather.ts';
import { keep, replay } from './gather/kept.ts';
import type { GatheredRun, GatherRequest } from './gather/run.ts';
import { judgedAlone } from './load-judge.ts';
import { checkWritable, chosenOutputs } from './outputs.ts';
import { showPlan } from './plan.ts';
import { receivedFrom } from './received.ts';
import { compared } from './report.ts';
import { backupOf, refuseIdle, settingsFromFlags } from './settings-from-flags.ts';
import { existingFiles, existingFolder } from './target.ts';
import { textsOf } from './texts.ts';

/** Audits what the command line names. */
export async function runAudit(path: string | undefined, flags: AuditFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const root = folderOf(path, flags);
  const { settings, governing } = await settingsOf(root, flags, terminal);
  const chosen = chooseChecks(settings.only, settings.skip);
  return runChosen({ flags, terminal, root, settings, chosen, kinds: 'all', governing });
}

/** Judges the environment alone; code is read only to learn what it asks for. */
export async function runEnvironmentAudit(path: string, flags: AuditFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const root = existingFolder(path);
  const { settings, governing } = await settingsOf(root, flags, terminal);
  const among = catalog.flatMap(environmentOnly);
  const chosen = { leftOutBecause: 'launchgate env looks at the environment alone', ...chooseChecks(settings.only, settings.skip, among) };
  return runChosen({ flags, terminal, root, settings, chosen, kinds: 'environment', governing });
}

/** The settings of a run, and the revision that decides over its suppressions. */
export async function settingsOf(root: string | undefined, flags: AuditFlags, terminal: Terminal) {
  const folder = root ?? process.cwd();
  const governing = await governingRevision(folder, flags.suppressionsFrom, process.env);
  const governed: Pick<SettingsRequest, 'governed'> =
    governing === undefined ? {} : { governed: (own) => governedConfig(governing, folder, own) };
  const settings = await loadSettings({ root: folder, config: flags.config, flags: settingsFromFlags(flags), ...governed }, terminal);
  return { settings, governing };
}

export interface Run {
  readonly flags: AuditFlags;
  readonly terminal: Terminal;
  readonly root: string | undefined;
  readonly settings: Settings;
  readonly chosen: ChosenChecks;
  readonly kinds: 'all' | 'environment' | 'database';
  /** Whose gate, baseline and suppressions count; absent where those of the files do. */
  readonly governing?: Governing | undefined;
}

/** Gathers, judges and reports with the checks that were chosen. */
export async function runChosen({ flags, terminal, root, settings, chosen, kinds, governing }: Run): Promise<ExitCode> {
  const outputs = chosenOutputs(flags);
  const { checks } = chosen;
  const request = {
    root,
    settings,
    envFiles: existingFiles(settings.envFiles),
    checks,
    terminal,
    load: flags.load === true,
    ...(flags.databaseUrl === undefined ? {} : { databaseUrl: flags.databaseUrl }),
    ...backupOf(flags),
    kinds,
    cached: flags.cache !== false && flags.saveEvidence === undefined && (process.env.LAUNCHGATE_NO_CACHE ?? '') === '',
  } as const;
  refuseIdle(flags, settings);
  if (flags.plan === true) return showPlan(request);
  await checkWritable(
    outputs.flatMap(({ file }) => file ?? []),
    flags.saveEvidence,
  );
  const started = new Date();
  // Git searches while the code is read: a process is started quickest from one that is still small.
  const marked = root === undefined || flags.suppressions === false ? undefined : markedFiles(root);
  const gathered = flags.fromEvidence === undefined ? await gather(request) : await replay(flags.fromEvidence);
  const found = await reported(gathered, { flags, root, settings, chosen, started });
  const report = await compared(await heldAgainst(found, { flags, root, settings, request, governing, marked }), flags.compare);
  const delivery: Delivery = { outputs, guides: catalog, ...(flags.fromEvidence === undefined ? { today: localDay(started) } : {}) };
  await deliver(report, delivery, terminal, flags);
  if (flags.writeBaseline === true || flags.pruneBaseline === true) return changeBaseline(report, { flags, root, settings, terminal });
  return verdictOf(report, gathered, { flags, terminal });
}

interface Reported extends Pick<Run, 'flags' | 'root' | 'settings' | 'chosen'> {
  readonly started: Date;
}

/** Judges what was gathered, and tells of it. */
async function reported(gathered: GatheredRun, { flags, root, settings, chosen, started }: Reported): Promise<Report> {
  const results = audit(chosen.checks, gathered.evidence);
  gathered.keepAnswers?.(
    results.flatMap(({ check, answers }) => answers.flatMap((witness) => (witness.evidence === 'code' ? [{ check, witness }] : []))),
  );
  const { code } = gathered.evidence;
  const source = root ?? gathered.root;
  const secretPlaces = 'found' in code ? code.found.secrets.map(({ place }) => place) : [];
  const texts = textsOf(results, { root: source, kept: gathered.texts, secrets: gathered.secrets, secretPlaces });
  if (flags.saveEvidence !== undefined) await keep(flags.saveEvidence, gathered, { started, texts: texts.shown });
  // Kept evidence gives the same report on every machine, whatever lies in its folders.
  const atHand = flags.fromEvidence === undefined ? source : root;
  const inRepository = placeInRepository(atHand);
  return assemble(results, {
    ...runFacts({ started, gate: settings.gate, target: { ...gathered.target, ...(inRepository === undefined ? {} : { inRepository }) } }),
    startedAt: (gathered.startedAt ?? started).toISOString(),
    files: filesOf(gathered),
    limitsReached: gathered.limitsReached,
    // Judging again takes a time that differs from machine to machine and says nothing of the run.
    ...(flags.fromEvidence === undefined ? {} : { durationMs: 0 }),
    ...(chosen.leftOutBecause === undefined ? {} : { notPartBecause: chosen.leftOutBecause }),
    receivedFor: receivedFrom(gathered.evidence, chosen.checks),
    ...('found' in gathered.evidence.load ? { loadRun: judgedAlone(gathered.evidence.load.found) } : {}),
    texts: texts.shown,
    lineHashOf: texts.lineHashOf,
    anchorOf: anchorsOf({ root: atHand, configFile: settings.configFile, code, entry: gathered.entry }),
  });
}

interface Held extends Pick<Run, 'flags' | 'root' | 'settings' | 'governing'> {
  readonly request: GatherRequest;
  readonly marked: Promise<readonly string[]> | undefined;
}

/** The report beside what was known before. */
async function heldAgainst(report: Report, { flags, root, settings, request, governing, marked }: Held): Promise<Report> {
  const revision = flags.since ?? (flags.changed === true ? 'HEAD' : undefined);
  if (revision !== undefined && root === undefined) throw new Problem('--since needs a folder to look at');
  const since =
    revision === undefined || root === undefined
      ? undefined
      : { revision, report: await atRevision(root, revision, (folder) => reportOf(folder, request)) };
  return ratcheted(report, {
    root: flags.fromEvidence === undefined ? root : undefined,
    governing,
    known: catalog.map(({ id }) => id),
    baseline: flags.baseline === false || flags.writeBaseline === true ? false : settings.baseline,
    suppressions: flags.suppressions !== false,
    marked,
    staleFails: settings.passOnStaleBaseline !== true && flags.pruneBaseline !== true,
    ...(settings.failOn === undefined ? {} : { failOn: settings.failOn }),
    ...(settings.maxWarnings === undefined ? {} : { maxWarnings: settings.maxWarnings }),
    ...(since === undefined ? {} : { since }),
  });
}

/** Another folder's report, from its files alone. */
async function reportOf(
  root: string,
  { settings: { url: _, start: __, ...settings }, checks, terminal, kinds }: GatherRequest,
): Promise<Report> {
  const gathered = await gather({ root, settings, envFiles: [], checks, terminal, load: false, kinds, cached: false });
  return reported(gathered, { flags: {}, root, settings, chosen: { checks }, started: new Date() });
}

function verdictOf(
  report: Parameters<typeof exitCodeOf>[0],
  gathered: GatheredRun,
  { flags, terminal }: Pick<Run, 'flags' | 'terminal'>,
): ExitCode {
  if (gathered.unreachable !== undefined) {
    terminal.warn(`launchgate: ${gathered.unreachable}`);
    return 2;
  }
  const exitCode = exitCodeOf(report, flags.exitZero === true || report.failOn === 'never');
  if (exitCode === 2) terminal.warn('launchgate: nothing was checked: no check could be answered for good or bad');
  return exitCode;
}

// With nothing but a URL the code beside the user is not meant; every other way of asking starts from a folder.
function folderOf(path: string | undefined, flags: AuditFlags): string | undefined {
  if (flags.fromEvidence !== undefined && path === undefined) return undefined;
  if (path === undefined && flags.url !== undefined && flags.start === undefined) return undefined;
  return existingFolder(path ?? '.');
}

function filesOf({ evidence: { code } }: GatheredRun): Parameters<typeof assemble>[1]['files'] {
  if ('missing' in code) return { read: 0, leftOut: [], unreadable: [] };
  const { filesRead, leftOut, unreadable } = code.found.coverage;
  return { read: filesRead, leftOut, unreadable };
}
