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
    readonly proxy?: string;
    readonly tokenEnv?: string;
    readonly tokenCommand?: string;
    readonly secondTokenEnv?: string;
    readonly secondTokenCommand?: string;
    readonly header?: Readonly<Record<string, string>>;
    readonly load?: true;
    readonly databaseUrl?: string;
    readonly backup?: string;
    readonly backupCommand?: string;
    readonly plan?: true;
    readonly saveEvidence?: string;
    readonly fromEvidence?: string;
    readonly config?: string | boolean;
    readonly cache?: boolean;
    readonly exitZero?: true;
  } & RatchetFlags;
export type RatchetFlags = {
  readonly failOn?: string;
  readonly maxWarnings?: number;
  readonly baseline?: string | false;
  readonly passOnStaleBaseline?: true;
  readonly writeBaseline?: true;
  readonly pruneBaseline?: true;
  readonly allowIncrease?: readonly string[];
  readonly reason?: string;
  readonly suppressions?: boolean;
  readonly suppressionsFrom?: string;
  readonly since?: string;
  readonly compare?: string;
  readonly changed?: true;
};
export type OutputFlags = {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly json?: true;
  readonly checklist?: string;
  readonly sarifIncludeSuppressed?: true;
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

export type ReportFlags = TerminalFlags & OutputFlags & { readonly exitCode?: true; readonly compare?: string };

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

/** What was known before and need not hinder the gate. */
export function ratchetFlags(command: Command): void {
  command
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit 1 for findings this bad: those of later tiers are warnings or infos (default: error)',
      ).choices(['never', 'error', 'warning', 'info']),
    )
    .option('--max-warnings <count>', 'exit 1 for more warnings than this', wholeNumber)
    .option('--baseline <file>', 'what was found before (default: launchgate-baseline.json of the audited folder, where there is one)')
    .option('--no-baseline', 'count what was found before as new')
    .option('--pass-on-stale-baseline', 'exit 0 though the baseline lists what is fixed')
    .option(
      '--suppressions-from <revision>',
      'baseline, suppressions and gate as in this revision, or "worktree" (default: the base of a pull request)',
    )
    .option('--no-suppressions', 'count what is suppressed')
    .option('--since <revision>', 'only what was not there at this revision decides')
    .option('--changed', 'the same as --since HEAD')
    .option('--compare <report.json>', 'tell what changed since an earlier report');
}

/** What `launchgate baseline` and the audit's own way of writing it share. */
export function growthFlags(command: Command): void {
  command
    .option('--allow-increase <checks>', 'checks the baseline may grow for (comma list, or all); needs --reason', list)
    .option('--reason <text>', 'why the baseline grows; kept with what is added');
}

/** Which reports are written, and where. */
export function outputFlags(command: Command): void {
  command
    .option('-f, --format <format[=file]>', `one of ${formatNames.join(', ')}; to stdout or a file (repeatable)`, append)
    .option('-o, --output <file>', 'file for the one format that has none')
    .option('--json', 'the same as -f json')
    .option('--sarif-include-suppressed', 'SARIF with what was accepted before as well; code scanning would open alerts for it')
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

/** A number of things. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** Adds `Name=VARIABLE` to those given before. */
export function namedVariable(value: string, before: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  const [, name, variable] = /^([A-Za-z0-9-]+)=([A-Za-z_][A-Za-z0-9_]*)$/.exec(value) ?? [];
  if (name === undefined || variable === undefined) {
    throw new InvalidArgumentError('Write the header and the NAME of the variable that holds its value: X-Api-Key=TEST_API_KEY.');
  }
  return { ...before, [name]: variable };
}
