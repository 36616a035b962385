// `launchgate audit [path]`: the flags of the main command.
import type { AddCommand } from '../command.ts';
import {
  type AuditFlags,
  duration,
  evidenceFlags,
  gateFlags,
  growthFlags,
  list,
  namedVariable,
  outputFlags,
  ratchetFlags,
} from '../flags.ts';

export const addAudit: AddCommand = (program, run) => {
  const command = program
    .command('audit')
    .description('audit a backend: its code and env files, and where given its start, its answers and its load')
    .argument('[path]', 'folder of the backend or its repository (default: this one, unless only --url is given)')
    .option('--url <url>', 'a running service to send requests to')
    .option('--start <command>', 'start the service with this command, audit it live, stop it')
    .option('--wait-for <url>', 'with --start: wait until this URL (or path) answers')
    .option('--wait-timeout <time>', 'with --start: how long to wait, as 30s or 500ms', duration)
    .option('--allow <classes>', 'probes allowed beyond harmless ones: active, destructive (comma list)', list)
    .option('--proxy <url>', 'send requests through this proxy: a URL, the NAME of a variable that holds one, or "environment"')
    .option('--token-env <name>', 'NAME of the variable that holds a valid test token')
    .option('--token-command <command>', 'prints a valid test token; run again when that is refused')
    .option('--second-token-env <name>', 'NAME of the variable that holds the token of another test user')
    .option('--second-token-command <command>', 'prints the token of another test user')
    .option('--header <name=variable>', 'a header sent with every request, and the NAME of the variable that holds it', namedVariable)
    .option('--load', 'run a short load test against the live service as well')
    .option('--database-url <url>', 'look at this database, read-only: a postgres:// URL, or the NAME of the variable that holds it')
    .option('--backup <file>', 'restore this backup into a scratch database, and count what came back')
    .option(
      '--backup-command <command>',
      'instead of a file: a command that writes the backup to its stdout, run when the service was stopped',
    );
  evidenceFlags(command);
  gateFlags(command);
  ratchetFlags(command);
  outputFlags(command);
  command
    .option('--write-baseline', 'write the baseline anew from this run: launchgate baseline write')
    .option('--prune-baseline', 'take out of the baseline what this run found fixed: launchgate baseline prune');
  growthFlags(command);
  command
    .option('--plan', 'say what would be read and sent, and do none of it')
    .option('--no-cache', 'judge the source again though no file has changed since the last run')
    .option('--save-evidence <folder>', 'keep what was gathered, to judge it again later')
    .option('--from-evidence <folder>', 'judge kept evidence; nothing is read or sent')
    .action((path: string | undefined) =>
      run(async () => {
        const { runAudit } = await import('../run/audit.ts');
        return runAudit(path, command.optsWithGlobals<AuditFlags>());
      }),
    );
};
