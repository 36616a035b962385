// `launchgate audit [path]`: the flags of the main command.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AddCommand } from '../program.ts';
import type { TerminalFlags } from '../terminal.ts';

export type AuditFlags = TerminalFlags &
  OutputFlags & {
    readonly url?: string;
    readonly start?: string;
    readonly waitFor?: string;
    readonly waitTimeout?: number;
    readonly envFile?: readonly string[];
    readonly env?: 'process';
    readonly gate?: string;
    readonly only?: readonly string[];
    readonly skip?: readonly string[];
    readonly allow?: readonly string[];
    readonly tokenEnv?: string;
    readonly load?: true;
    readonly plan?: true;
    readonly saveEvidence?: string;
    readonly fromEvidence?: string;
    readonly config?: string | boolean;
    readonly exitZero?: true;
  };
export type OutputFlags = {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly json?: true;
  readonly checklist?: string;
};

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
    .option('--token-env <name>', 'NAME of the variable that holds a valid test token')
    .option('--load', 'run a short load test against the live service as well');
  evidenceFlags(command);
  gateFlags(command);
  outputFlags(command);
  command
    .option('--plan', 'say what would be read and sent, and do none of it')
    .option('--save-evidence <folder>', 'keep what was gathered, to judge it again later')
    .option('--from-evidence <folder>', 'judge kept evidence; nothing is read or sent')
    .action((path: string | undefined) =>
      run(async () => {
        const { runAudit } = await import('../run/audit.ts');
        return runAudit(path, command.optsWithGlobals<AuditFlags>());
      }),
    );
};

/** Where the environment comes from, and the configuration file. */
export function evidenceFlags(command: Command): void {
  command
    .option('--env-file <file>', 'an env file the service is run with (repeatable)', append)
    .addOption(new Option('--env <source>', 'the environment of this process counts as given').choices(['process']))
    .option('--config <file>', 'configuration file (default: searched upward to the root of the repository)')
    .option('--no-config', 'use no configuration file');
}

/** Which checks count, and what decides the exit code. */
export function gateFlags(command: Command): void {
  command
    .addOption(new Option('--gate <tier>', 'tier to reach (default: testflight)').choices(['testflight', 'app-store', 'post-launch']))
    .option('--only <checks>', 'only these checks (comma list)', list)
    .option('--skip <checks>', 'not these checks (comma list)', list)
    .option('--exit-zero', 'exit 0 where the gate is not reached');
}

/** Which reports are written, and where. */
export function outputFlags(command: Command): void {
  command
    .option('-f, --format <format[=file]>', 'text, json, markdown or checklist, to stdout or a file (repeatable)', append)
    .option('-o, --output <file>', 'file for the one format that has none')
    .option('--json', 'the same as -f json')
    .option('--checklist <file>', 'tick and untick the known items of this checklist in place; written new where there is none');
}

const append = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const list = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  ...value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
];

/** Milliseconds in `30s`, `500ms` or `2m`. */
export function duration(text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('Write a time with its unit: 30s, 500ms or 2m.');
  return Math.round(Number(digits) * (unit === 'ms' ? 1 : unit === 's' ? 1_000 : 60_000));
}
