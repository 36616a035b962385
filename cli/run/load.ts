// One load run, held to its budget by the check that judges load.
import { catalog } from '../../checks/catalog/index.ts';
import { holdsPassword } from '../../loadtests/target-url.ts';
import { assemble } from '../../reports/assemble.ts';
import type { ExitCode } from '../command.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import type { LoadFlags } from '../flags.ts';
import { Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { deliver, exitCodeOf, localDay } from './deliver.ts';
import { runFacts } from './facts.ts';
import { closedLoadRun } from './gather/load.ts';
import { judgedAlone, judgeLoad } from './load-judge.ts';
import { checkWritable, chosenOutputs } from './outputs.ts';

/** Drives the URL and reports what the load judges say of it. */
export async function runLoadCommand(url: string, flags: LoadFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const outputs = chosenOutputs(flags);
  const target = URL.parse(url);
  if (target === null || !/^https?:$/.test(target.protocol))
    throw new Problem(holdsPassword(url) ? 'the target is no http or https URL' : `"${url}" is no http or https URL`);
  if (holdsPassword(url)) throw new Problem('the target must hold no user name and password: give them as a header');
  const settings = await loadSettings({ root: process.cwd(), config: flags.config, flags: settingsFromFlags(flags) }, terminal);
  await checkWritable(outputs.flatMap(({ file }) => file ?? []));
  const started = new Date();
  terminal.step(loadPlan(target.href, settings));
  const load = await closedLoadRun(target.href, settings);
  const results = judgeLoad(load);
  // Judged by the tier of the load checks themselves: a lower gate would not count them.
  const facts = runFacts({ started, gate: 'post-launch', target: { url: target.href, units: [] } });
  const loadRun = 'found' in load ? { loadRun: judgedAlone(load.found) } : {};
  const report = assemble(results, { ...facts, ...loadRun, notPartBecause: 'launchgate load measures load alone' });
  await deliver(report, { outputs, guides: catalog, today: localDay(started) }, terminal, flags);
  if ('missing' in load) {
    terminal.warn(`launchgate: ${load.missing}`);
    return 2;
  }
  return exitCodeOf(report, flags.exitZero === true);
}

const loadPlan = (url: string, { load }: Settings): string =>
  `Loading ${url}: ${load.connections} connections for ${load.durationSeconds} s after ${load.warmUpSeconds} s of warm-up`;

function settingsFromFlags(flags: LoadFlags): object {
  const seconds = (milliseconds: number | undefined) => (milliseconds === undefined ? undefined : milliseconds / 1000);
  return {
    allow: flags.allow,
    load: {
      p99Ms: flags.p99,
      failedShare: flags.failedShare,
      connections: flags.connections,
      durationSeconds: seconds(flags.duration),
      warmUpSeconds: seconds(flags.warmUp),
    },
  };
}
