// `launchgate load import`: what k6 measured of an exported scenario, judged and reported as a run of our own.
import { readFile } from 'node:fs/promises';
import { catalog } from '../../checks/catalog/index.ts';
import { evidenceOfSummary } from '../../loadtests/k6/summary.ts';
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
export async function runLoadImport(file: string, flags: LoadImportFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const outputs = chosenOutputs(flags);
  const { scenario } = await scenarioToExport(flags.scenario, flags);
  await checkWritable(outputs.flatMap(({ file: path }) => path ?? []));
  const url = flags.url ?? scenario.url;
  if (url === undefined) throw new Problem('the scenario has no url: say with --url where k6 sent it to');
  const read = evidenceOfSummary(await jsonOf(file), { scenario, url });
  if ('problem' in read) throw new Problem(`${file} ${read.problem}`);
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

async function jsonOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((thrown) => {
    throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(`${file} is no JSON`);
  }
}
