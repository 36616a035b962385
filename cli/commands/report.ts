// `launchgate report <report.json|->`: the same report in another format.
import type { AddCommand } from '../command.ts';
import { outputFlags, type ReportFlags } from '../flags.ts';

export const addReport: AddCommand = (program, run) => {
  const command = program
    .command('report')
    .description('render a JSON report again in another format')
    .argument('<report>', 'a report.json, or - for stdin')
    .option('--compare <report.json>', 'tell what changed since an earlier report')
    .option('--exit-code', 'exit 1 where the report says the gate is not reached');
  outputFlags(command);
  command.action((file: string) =>
    run(async () => {
      const { renderAgain } = await import('../run/report.ts');
      return renderAgain(file, command.optsWithGlobals<ReportFlags>());
    }),
  );
};
