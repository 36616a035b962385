// The commands and their flags; what a command does is imported when it runs, so that --help and --version stay quick.
import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { catalog } from '../checks/catalog/index.ts';
import { addBackup } from './backup/command.ts';
import type { AddCommand, ExitCode } from './command.ts';
import { addAudit } from './commands/audit.ts';
import { addBaseline } from './commands/baseline.ts';
import { addChecks } from './commands/checks.ts';
import { addComment } from './commands/comment.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEnv } from './commands/env.ts';
import { addExplain } from './commands/explain.ts';
import { addInit } from './commands/init.ts';
import { addLoad } from './commands/load.ts';
import { addReport } from './commands/report.ts';
import { addTrend } from './commands/trend.ts';
import { addDatabase } from './db/command.ts';
import { refuseEmpty } from './given.ts';
import { didYouMean } from './nearest.ts';
import { Problem } from './problem.ts';
import { toolVersion } from './version.ts';

const afterHelp = `
Exit codes:
  0    ran, and the gate is reached (or --exit-zero)
  1    ran, and the gate is not reached
  2    could not run properly: bad flag or config, target unreachable, nothing checked
  130  stopped by SIGINT        143  stopped by SIGTERM

Environment:
  LAUNCHGATE_<KEY>         any setting of launchgate.config.*, e.g. LAUNCHGATE_GATE, LAUNCHGATE_LIMITS__HEADERS_MS
  LAUNCHGATE_CONFIG        the configuration file
  LAUNCHGATE_AUTH_TOKEN    a valid test token for protected routes (or the variable named by --token-env)
  LAUNCHGATE_SIGNING_KEY   the key that signs test tokens (or the variable named by auth.signingKeyEnv)
  LAUNCHGATE_DEBUG=1       a stack trace with every error
  LAUNCHGATE_NO_CACHE=1    the same as --no-cache
  NO_COLOR, FORCE_COLOR    colours off, on
  AI_AGENT=1               terse text unless a format is named; so do the variables that coding agents set
  GITHUB_ACTIONS=true      annotations on stderr, the job's summary and the step's outputs as well

Flags win over environment variables, which win over the configuration file.`;

/** Runs one command line and answers with its exit code; throws a Problem for what the user can put right. */
export async function runProgram(argv: readonly string[]): Promise<ExitCode> {
  let action: (() => Promise<ExitCode>) | undefined;
  const program = createProgram((chosen) => {
    action = chosen;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return 0;
    if (thrown.code === 'commander.help') return 2;
    throw new Problem(oneLine(thrown.message));
  }
  return action === undefined ? 2 : action();
}

function createProgram(run: (action: () => Promise<ExitCode>) => void): Command {
  const program = new Command('launchgate')
    .description('Is this backend ready for TestFlight? Looks at its code, environment, start and answers, and proves every verdict.')
    .version(`launchgate ${toolVersion()} (${catalog.length} checks)`, '-V, --version', 'print the version and the number of checks')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .option('-q, --quiet', 'no progress on stderr; a text report is a line a finding, and the verdict')
    .option('-v, --verbose', 'more on stderr: configuration used, each step; text reports in full')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']))
    .option('--no-color', 'no colours')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', afterHelp)
    .argument('[command]')
    .usage('<command> [options]')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((word: string | undefined) => {
      if (word === undefined) program.help({ error: true });
      else refuse(program, word);
    });
  const commands: readonly AddCommand[] = [
    addAudit,
    addEnv,
    addChecks,
    addExplain,
    addReport,
    addTrend,
    addLoad,
    addBaseline,
    addInit,
    addDoctor,
    addComment,
    addDatabase,
    addBackup,
  ];
  for (const add of commands) add(program, run);
  for (const command of below(program)) {
    command.allowExcessArguments(false).allowUnknownOption(false);
    refuseEmpty(command);
  }
  for (const command of [program, ...below(program)]) command.exitOverride().configureOutput(silentErrors);
  return program;
}

/** A command's commands, theirs, and so on. */
function below(command: Command): readonly Command[] {
  return command.commands.flatMap((each) => [each, ...below(each)]);
}

function refuse(program: Command, word: string): never {
  if (word.startsWith('-')) {
    const flags = program.options.flatMap((option) => option.long ?? []);
    throw new Problem(`unknown option "${word}"${didYouMean(word, flags)}; launchgate --help lists all`);
  }
  const commands = program.commands.map((command) => command.name());
  throw new Problem(`unknown command "${word}"${didYouMean(word, commands)}; launchgate --help lists all`);
}

// Commander prints an error and its suggestion on two lines; main prints the one line of the Problem instead.
const silentErrors: OutputConfiguration = { outputError: () => {} };

function oneLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*?)\?\)$/, ' (did you mean $1?)')
    .replace(/\s*\n\s*/g, ' ');
}
