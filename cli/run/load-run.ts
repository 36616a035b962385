// `launchgate load run`: one open-model run, held to its thresholds and perhaps to an earlier run.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import { compare, comparisonText, defaultGates } from '../../loadtests/compare.ts';
import { hdrLog } from '../../loadtests/hdr-log.ts';
import type { Source } from '../../loadtests/open/crew/told.ts';
import { runRepeated } from '../../loadtests/repeats.ts';
import { evidenceOf, type LoadResult, resultSchema } from '../../loadtests/result.ts';
import type { LoadPlan } from '../../loadtests/scenario/plan.ts';
import { summaryText } from '../../loadtests/summary.ts';
import { assemble } from '../../reports/assemble.ts';
import type { ExitCode } from '../command.ts';
import { interrupted, onInterrupt } from '../interrupt.ts';
import type { LoadRunFlags } from '../load-flags.ts';
import { messageOf, Problem } from '../problem.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { deliver, localDay } from './deliver.ts';
import { runFacts } from './facts.ts';
import { judgedAlone, judgeLoad } from './load-judge.ts';
import { preciseOf } from './load-precise.ts';
import { showProgress } from './load-progress.ts';
import { nextPlanOf, trafficOf } from './load-scenario.ts';
import { type Judged, verdictOn } from './load-verdict.ts';
import { checkWritable, chosenOutputs, type Output, writeSafely } from './outputs.ts';

/** 0 where every threshold held, 1 where one broke or could not be judged, 2 where nothing was sent. */
export async function runLoadRun(given: string | undefined, flags: LoadRunFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const outputs = chosenOutputs(flags);
  const { plan, settings, ...source } = await trafficOf(given, flags, terminal);
  const before = flags.compare === undefined ? undefined : await readResult(flags.compare);
  const resultFile = flags.result === undefined ? [] : [resolve(flags.result)];
  const logFile = flags.hdr === undefined ? [] : [resolve(flags.hdr)];
  await checkWritable([...resultFile, ...logFile, ...outputs.flatMap(({ file }) => file ?? [])]);
  terminal.step(`${planned(plan)}${(flags.repeats ?? 1) > 1 ? `, ${flags.repeats} runs` : ''}`);
  // What could not be kept in a file is still told.
  const unwritten: string[] = [];
  const result = await measured(plan, { flags, source, remoteAllowed: settings.allow.includes('destructive') }, async (partial) => {
    const note = (thrown: unknown) => void unwritten.push(messageOf(thrown));
    for (const file of resultFile) await writeSafely(file, `${JSON.stringify(partial)}\n`).catch(note);
    for (const file of logFile) await writeSafely(file, hdrLog(partial)).catch(note);
    if (partial.stopped?.by !== 'interrupt') return;
    const files = outputs.filter(({ file }) => file !== undefined);
    await report(partial, files, { terminal, flags, partial: true }).catch(note);
    terminal.warn([summaryText(partial).trimEnd(), ...unwritten].join('\n'));
  });
  const judged = verdictOn(result);
  if (flags.format === undefined && flags.json !== true && flags.output === undefined) await terminal.report(textOf(result, judged));
  else {
    await report(result, outputs, { terminal, flags }).catch((thrown: unknown) => {
      if (!interrupted.aborted) terminal.warn(textOf(result, judged).trimEnd());
      throw thrown;
    });
  }
  const isWorse = before !== undefined && (await tellComparison(before, result, terminal));
  if (unwritten.length > 0) throw new Problem(unwritten.join('; '));
  const good = judged.verdict === 'pass' && !isWorse;
  return good || flags.exitZero === true ? 0 : 1;
}

/** A file that `--result` wrote; a Problem where it is none. */
export async function readResult(file: string): Promise<LoadResult> {
  const text = await readFile(file, 'utf8').catch((thrown) => {
    throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const parsed = resultSchema.safeParse(json);
  if (!parsed.success) throw new Problem(`${file} is no result of launchgate load run`);
  return parsed.data;
}

interface How {
  readonly flags: LoadRunFlags;
  readonly source: Source;
  readonly remoteAllowed: boolean;
}

async function measured(
  plan: LoadPlan,
  { flags, source, remoteAllowed }: How,
  keep: (result: LoadResult) => Promise<void>,
): Promise<LoadResult> {
  const progress = showProgress(plan, flags);
  const threads = { count: flags.threads ?? 1, source };
  const how = {
    ...preciseOf(flags),
    threads,
    remoteAllowed,
    signal: interrupted,
    nextPlan: nextPlanOf(source),
    onSecond: progress.onSecond,
  };
  const running = runRepeated(plan, flags.repeats ?? 1, how);
  // What was measured until Ctrl-C is written before the process ends.
  const kept = running.then((gathered) => ('found' in gathered ? keep(gathered.found) : undefined));
  const stopWaiting = onInterrupt(() => kept);
  const gathered = await running;
  progress.end();
  await kept;
  stopWaiting();
  if ('missing' in gathered) throw new Problem(gathered.missing);
  return gathered.found;
}

function textOf(result: LoadResult, { verdict, reasons }: Judged): string {
  return `${summaryText(result)}  verdict    ${verdict}: ${reasons.join('\n             ')}\n`;
}

async function report(
  result: LoadResult,
  outputs: readonly Output[],
  { terminal, flags, partial }: { terminal: Terminal; flags: LoadRunFlags; partial?: true },
): Promise<void> {
  const started = new Date(result.startedAt);
  const facts = runFacts({ started, gate: 'post-launch', target: { url: result.url, units: [] } });
  const loadRun = judgedAlone(evidenceOf(result));
  const assembled = assemble(judgeLoad({ found: loadRun }), { ...facts, loadRun, notPartBecause: 'launchgate load measures load alone' });
  const delivery = { outputs, guides: catalog, today: localDay(started), ...(partial !== undefined && { partial }) };
  await deliver(assembled, delivery, terminal, flags);
}

async function tellComparison(before: LoadResult, after: LoadResult, terminal: Terminal): Promise<boolean> {
  const comparison = compare(before, after, defaultGates);
  terminal.warn(`Against the run of ${before.startedAt}:\n${comparisonText(comparison).trimEnd()}`);
  return comparison.problem !== undefined || comparison.changes.some(({ is }) => is === 'worse');
}

function planned({ name, url, stages, thresholds }: LoadPlan): string {
  const seconds = Math.round(stages.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000);
  return `Loading ${url.origin} with ${name}: ${seconds} s, ${thresholds.length} threshold${thresholds.length === 1 ? '' : 's'}`;
}
