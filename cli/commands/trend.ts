// `launchgate trend <folder>`: many saved reports in a row.
import { Option } from 'commander';
import type { AddCommand } from '../command.ts';
import type { TrendFlags } from '../run/trend.ts';

export const addTrend: AddCommand = (program, run) => {
  const command = program
    .command('trend')
    .description('how a folder of JSON reports goes over time')
    .argument('<folder>', 'folder with report.json files, by any name')
    .addOption(new Option('-f, --format <format>', 'how').choices(['text', 'markdown', 'json', 'svg']).default('text'))
    .option('-o, --output <file>', 'file instead of stdout');
  command.action((folder: string) =>
    run(async () => {
      const { trend } = await import('../run/trend.ts');
      return trend(folder, command.optsWithGlobals<TrendFlags>());
    }),
  );
};
