// `launchgate load import`: what k6 measured of an exported scenario, judged and reported as a run of our own.
import { readFile } from 'node:fs/promises';
import { catalog } from '../../checks/catalog/index.ts';
import { evidenceOfSummaries } from '../../loadtests/k6/summary.ts';
import { type Summary, summariesIn } from '../../loadtests/k6/summary-text.ts';
import { assemble } from '../../reports/assemble.ts';
import type { ExitCode } from '../command.ts';
import type { LoadImportFlags } from '../load-flags.ts';
import { messageOf, Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { deliver, exitCodeOf, localDay } from './deliver.ts';
import { runFacts } from './facts.ts';
import { scenarioToExport } from './load-export.ts';
import { judgedAlone, judgeLoad } from './load-judge.ts';
import { checkWritable, chosenOutputs } from './outputs.ts';

/** 0 where every threshold held, 1 where one broke or could not be judged, 2 where the file is no summary of this scenario. */
export async function runLoadImport(files: readonly string[], flags: LoadImportFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const outputs = chosenOutputs(flags);
  const { scenario } = await scenarioToExport(flags.scenario, flags);
  await checkWritable(outputs.flatMap(({ file: path }) => path ?? []));
  const url = flags.url ?? scenario.url;
  if (url === undefined) throw new Problem('the scenario has no url: say with --url where k6 sent it to');
  const summaries = await summariesOf(files);
  const read = evidenceOfSummaries(summaries, { scenario, url });
  if ('problem' in read) throw new Problem(`${files.join(', ')} ${read.problem}`);
  const started = new Date();
  const facts = runFacts({ started, gate: 'post-launch', target: { url, units: [] } });
  const loadRun = judgedAlone(read.evidence);
  const report = assemble(judgeLoad({ found: read.evidence }), {
    ...facts,
    loadRun,
    notPartBecause: 'launchgate load measures load alone',
  });
  await deliver(report, { outputs, guides: catalog, today: localDay(started) }, terminal, flags);
  return exitCodeOf(report, flags.exitZero === true);
}

// A summary that is there twice would count twice.
async function summariesOf(files: readonly string[]): Promise<readonly Summary[]> {
  const all = new Map<string, Summary>();
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((thrown) => {
      throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
    });
    const found = summariesIn(text);
    if ('problem' in found) throw new Problem(`${file} ${found.problem}`);
    for (const summary of found.summaries) {
      const same = JSON.stringify(summary);
      if (all.has(same)) throw new Problem(`${file} holds a summary that was given already`);
      all.set(same, summary);
    }
  }
  return [...all.values()];
}
