// `launchgate load compare`: two results of the same scenario.
import { compare, comparisonText, defaultGates } from '../../loadtests/compare.ts';
import type { ExitCode } from '../command.ts';
import type { LoadCompareFlags } from '../load-flags.ts';
import { Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { readResult } from './load-run.ts';

/** 0 where nothing is worse, 1 where something is, 2 where the two can't be compared. */
export async function runLoadCompare(
  files: { readonly before: string; readonly after: string },
  flags: LoadCompareFlags,
): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const [before, after] = [await readResult(files.before), await readResult(files.after)];
  const comparison = compare(before, after, {
    relative: flags.maxRelative ?? defaultGates.relative,
    absoluteMs: flags.maxAbsolute ?? defaultGates.absoluteMs,
    failedShare: flags.maxFailedShare ?? defaultGates.failedShare,
    throughput: flags.maxThroughputLoss ?? defaultGates.throughput,
  });
  if (comparison.problem !== undefined) throw new Problem(`can't compare: ${comparison.problem}`);
  await terminal.report(flags.json === true ? `${JSON.stringify(comparison.changes, null, 2)}\n` : comparisonText(comparison));
  return comparison.changes.some(({ is }) => is === 'worse') && flags.exitZero !== true ? 1 : 0;
}
