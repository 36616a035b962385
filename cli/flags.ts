// Flags that several commands share, and what each command's flags are called once parsed.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../reports/formats.ts';
import type { TerminalFlags } from './terminal.ts';

const formatNames = Object.keys(formats);

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

export type LoadFlags = TerminalFlags &
  OutputFlags & {
    readonly p99?: number;
    readonly failedShare?: number;
    readonly connections?: number;
    readonly duration?: number;
    readonly warmUp?: number;
    readonly allow?: readonly string[];
    readonly config?: string | boolean;
    readonly exitZero?: true;
  };

export type ReportFlags = TerminalFlags & OutputFlags & { readonly exitCode?: true };

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
    .option('-f, --format <format[=file]>', `one of ${formatNames.join(', ')}; to stdout or a file (repeatable)`, append)
    .option('-o, --output <file>', 'file for the one format that has none')
    .option('--json', 'the same as -f json')
    .option('--checklist <file>', 'tick and untick the known items of this checklist in place; written new where there is none');
}

const append = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Adds the parts of a comma list to those given before. */
export const list = (value: string, before: readonly string[] | undefined): readonly string[] => [
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
