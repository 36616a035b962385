// `launchgate load <url>`: constant connections against a budget; `load run|search|compare|export|import|model`: arrivals at a rate, held to thresholds.
import { type Command, Option } from 'commander';
import type { AddCommand, ExitCode } from '../command.ts';
import { duration, type LoadFlags, list, outputFlags } from '../flags.ts';
import { flagsOf } from '../load/flags-of.ts';
import { compareHelp, explain, exportHelp, importHelp, modelHelp, runHelp, searchHelp } from '../load/help.ts';
import {
  count,
  type LoadCompareFlags,
  type LoadExportFlags,
  type LoadImportFlags,
  type LoadModelFlags,
  type LoadRunFlags,
  type LoadSearchFlags,
  latencyRange,
  portNumber,
  rate,
  share,
  trafficFlags,
} from '../load-flags.ts';

const fileHelp = 'a scenario file: YAML, JSON or TypeScript (default: load.scenario of the configuration, else launchgate.load.yaml)';
const scenarioHelp = `${fileHelp}; or a URL to GET`;

type Run = (action: () => Promise<ExitCode>) => void;

export const addLoad: AddCommand = (program, run) => {
  const command = program
    .command('load')
    .description('drive a running service and hold it to a budget: constant connections here, arrivals at a rate in load run')
    .argument('<url>', 'what to request')
    .option('--p99 <time>', 'budget: 99th percentile of the answer time, as 800ms', duration)
    .option('--failed-share <share>', 'budget: share of requests that may fail, 0 to 1', share)
    .option('--connections <count>', 'connections kept busy', count)
    .option('--duration <time>', 'measured time, as 10s', duration)
    .option('--warm-up <time>', 'time before it that is not measured, as 2s', duration)
    .option('--allow <classes>', 'destructive: the machine is not this one, and its owner agrees', list)
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file')
    .option('--exit-zero', 'exit 0 where the budget is not kept');
  outputFlags(command);
  command.action((url: string) =>
    run(async () => {
      const { runLoadCommand } = await import('../run/load.ts');
      return runLoadCommand(url, command.optsWithGlobals<LoadFlags>());
    }),
  );
  addRun(command, run);
  addSearch(command, run);
  addCompare(command, run);
  addExport(command, run);
  addImport(command, run);
  addModel(command, run);
};

function addRun(load: Command, run: Run): void {
  const command = load
    .command('run')
    .description('send journeys at a rate, whatever the answers do, and hold them to thresholds')
    .argument('[scenario]', scenarioHelp)
    .option('--rate <count>', 'for a URL: arrivals per second (default: 50)', rate)
    .option('--duration <time>', 'for a URL: measured time, as 30s', duration)
    .option('--warm-up <time>', 'for a URL: time before it that is not measured', duration)
    .option('--threads <count>', 'threads that generate the load (default: 1)', count)
    .option('--repeats <count>', 'runs one after the other; medians count, and their spread is shown (default: 1)', count)
    .option('--result <file>', 'everything measured, with histograms, as JSON')
    .option('--hdr <file>', 'the same as an HdrHistogram log, an interval a second')
    .option('--compare <file>', 'an earlier --result: worse than it is a failure');
  trafficFlags(command);
  outputFlags(command);
  explain(command, runHelp);
  command.action((scenario: string | undefined) =>
    run(async () => {
      const { runLoadRun } = await import('../run/load-run.ts');
      return runLoadRun(scenario, flagsOf<LoadRunFlags>(command));
    }),
  );
}

function addSearch(load: Command, run: Run): void {
  const command = load
    .command('search')
    .description('find the most arrivals per second at which every threshold holds')
    .argument('[scenario]', scenarioHelp)
    .option('--from <count>', 'arrivals per second of the first step', rate, 10)
    .option('--to <count>', 'most arrivals per second to try', rate, 2_000)
    .option('--step <time>', 'measured time of each step', duration, 5_000)
    .option('--warm-up <time>', 'time before it that is not measured', duration, 1_000)
    .option('--precision <share>', 'how near the last that held and the first that broke shall come', share, 0.05)
    .option('--repeats <count>', 'runs of both ends, of which most decide', count, 1)
    .option('--json', 'the steps as JSON');
  trafficFlags(command);
  explain(command, searchHelp);
  command.action((scenario: string | undefined) =>
    run(async () => {
      const { runLoadSearch } = await import('../run/load-search.ts');
      return runLoadSearch(scenario, flagsOf<LoadSearchFlags>(command));
    }),
  );
}

function addCompare(load: Command, run: Run): void {
  const command = load
    .command('compare')
    .description('hold one result of load run against an earlier one')
    .argument('<before>', 'a file that --result wrote')
    .argument('<after>', 'a later one')
    .option('--max-relative <share>', 'a latency may grow by this share (default: 0.2)', share)
    .option('--max-absolute <time>', 'and by this time: beyond both it is worse (default: 10ms)', duration)
    .option('--max-failed-share <share>', 'the failed share may grow by this much (default: 0.01)', share)
    .option('--max-throughput-loss <share>', 'requests per second may fall by this share (default: 0.05)', share)
    .option('--json', 'the changes as JSON')
    .option('--exit-zero', 'exit 0 where something is worse');
  explain(command, compareHelp);
  command.action((before: string, after: string) =>
    run(async () => {
      const { runLoadCompare } = await import('../run/load-compare.ts');
      return runLoadCompare({ before, after }, flagsOf<LoadCompareFlags>(command));
    }),
  );
}

function addExport(load: Command, run: Run): void {
  const command = load
    .command('export')
    .description('write a scenario as a script for another engine')
    .argument('[scenario]', fileHelp)
    .addOption(new Option('--to <engine>', 'engine').choices(['k6']).makeOptionMandatory())
    .option('--url <url>', 'target, instead of the one in the scenario')
    .option('-o, --output <file>', 'file, instead of stdout')
    .option('--test-run <file>', 'a ConfigMap and a TestRun for the k6 operator')
    .option('--parallelism <count>', 'pods of the TestRun (default: 1)', count)
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file');
  explain(command, exportHelp);
  command.action((scenario: string | undefined) =>
    run(async () => {
      const { runLoadExport } = await import('../run/load-export.ts');
      return runLoadExport(scenario, flagsOf<LoadExportFlags>(command));
    }),
  );
}

function addImport(load: Command, run: Run): void {
  const command = load
    .command('import')
    .description('judge and report what k6 measured of an exported scenario')
    .argument('<summary...>', 'the JSON that k6 wrote with --summary-export, or logs of pods; one for each process that shared the work')
    .option('--scenario <file>', fileHelp)
    .option('--url <url>', 'where k6 sent it, instead of the one in the scenario')
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file')
    .option('--exit-zero', 'exit 0 where a threshold broke or could not be judged');
  outputFlags(command);
  explain(command, importHelp);
  command.action((summaries: readonly string[]) =>
    run(async () => {
      const { runLoadImport } = await import('../run/load-import.ts');
      return runLoadImport(summaries, flagsOf<LoadImportFlags>(command));
    }),
  );
}

function addModel(load: Command, run: Run): void {
  const command = load
    .command('model')
    .description('stand in for OpenAI on this machine: every answer takes a set time and fits the schema that was asked for')
    .option('--latency <time>', 'how long an answer takes: 800ms, or 300ms..2s for any time between', latencyRange)
    .option('--port <port>', 'port of the loopback address; 0 takes a free one (default: 4010)', portNumber);
  explain(command, modelHelp);
  command.action(() =>
    run(async () => {
      const { runLoadModel } = await import('../run/load-model.ts');
      return runLoadModel(flagsOf<LoadModelFlags>(command));
    }),
  );
}
