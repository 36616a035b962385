// `launchgate baseline write|prune [path]`: an audit that writes down what it found.
import { Argument } from 'commander';
import type { AddCommand } from '../command.ts';
import { type AuditFlags, evidenceFlags, growthFlags, list } from '../flags.ts';

export const addBaseline: AddCommand = (program, run) => {
  const command = program
    .command('baseline')
    .description('write down what is found today, so that only what is new hinders the gate')
    .addArgument(new Argument('<what>', 'write: all that is found now; prune: take out what is fixed').choices(['write', 'prune']))
    .argument('[path]', 'folder of the backend or its repository', '.')
    .option('--baseline <file>', 'the file (default: launchgate-baseline.json in the folder)')
    .option('--no-suppressions', 'write down what is suppressed as well')
    .option('--only <checks>', 'only these checks (comma list)', list)
    .option('--skip <checks>', 'not these checks (comma list)', list);
  growthFlags(command);
  evidenceFlags(command);
  command.action((what: string, path: string) =>
    run(async () => {
      const { runAudit } = await import('../run/audit.ts');
      const flags = command.optsWithGlobals<AuditFlags>();
      const how = what === 'prune' ? { pruneBaseline: true as const } : { writeBaseline: true as const };
      return runAudit(path, { ...flags, ...how, suppressionsFrom: 'worktree', format: [] });
    }),
  );
};
