// `launchgate load <url>`: one load run against its budget.
import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../command.ts';
import { duration, type LoadFlags, list, outputFlags } from '../flags.ts';

export const addLoad: AddCommand = (program, run) => {
  const command = program
    .command('load')
    .description('drive a running service with constant connections and hold it to a budget')
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
};

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Write a number from 0 to 1.');
  return value;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Write a whole number above 0.');
  return value;
}
