// Flags of `launchgate load` and its commands.
import { type Command, InvalidArgumentError } from 'commander';
import { duration, list, type OutputFlags } from './flags.ts';
import type { TerminalFlags } from './terminal.ts';

/** What `run` and `search` are told about the traffic. */
export type TrafficFlags = TerminalFlags & {
  readonly url?: string;
  readonly rate?: number;
  readonly duration?: number;
  readonly warmUp?: number;
  readonly threshold?: readonly string[];
  readonly timeout?: number;
  readonly connections?: number;
  readonly http2?: true;
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly serverName?: string;
  readonly insecure?: true;
  readonly precise?: true;
  readonly envFile?: readonly string[];
  readonly allow?: readonly string[];
  readonly config?: string | boolean;
  readonly exitZero?: true;
};
export type LoadRunFlags = TrafficFlags &
  OutputFlags & {
    readonly result?: string;
    readonly threads?: number;
    readonly repeats?: number;
    readonly hdr?: string;
    readonly compare?: string;
  };
export type LoadSearchFlags = TrafficFlags & {
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
  readonly precision?: number;
  readonly repeats?: number;
  readonly json?: true;
};
export type GateFlags = {
  readonly maxRelative?: number;
  readonly maxAbsolute?: number;
  readonly maxFailedShare?: number;
  readonly maxThroughputLoss?: number;
};
export type LoadCompareFlags = TerminalFlags & GateFlags & { readonly json?: true; readonly exitZero?: true };
export type LoadExportFlags = TerminalFlags & {
  readonly to: 'k6';
  readonly url?: string;
  readonly output?: string;
  readonly testRun?: string;
  readonly parallelism?: number;
  readonly config?: string | boolean;
};
export type LoadImportFlags = TerminalFlags &
  OutputFlags & { readonly scenario?: string; readonly url?: string; readonly config?: string | boolean; readonly exitZero?: true };
export type LoadModelFlags = TerminalFlags & {
  readonly port?: number;
  readonly latency?: { readonly leastMs: number; readonly mostMs: number };
};

/** The traffic and the thresholds, where they are not in a scenario. */
export function trafficFlags(command: Command): void {
  command
    .option('--url <url>', 'target, instead of the one in the scenario')
    .option('--threshold <metric: expression>', 'as k6 writes it: "http_req_duration: p(95)<300" (repeatable)', append)
    .option('--timeout <time>', 'how long a request may take from when it was due, as 10s', duration)
    .option('--connections <count>', 'most requests open at once', count)
    .option(
      '--precise',
      'give a processor for being on time: never sleep while a request is due or awaited, as long as nothing else wants it',
    )
    .option('--http2', 'many requests share a connection, where the server offers HTTP/2; over https')
    .option('--cacert <file>', 'PEM of the authority that vouches for the server')
    .option('--cert <file>', 'PEM of a certificate to show; with --key')
    .option('--key <file>', 'PEM of its key')
    .option('--server-name <name>', "name to ask for, and that the server's certificate must show")
    .option('--insecure', "take any certificate of the server's")
    .option('--env-file <file>', 'variables that the scenario names as {{env.NAME}}, or takes a key or a token from (repeatable)', append)
    .option('--allow <classes>', 'destructive: the machine is not this one, and its owner agrees', list)
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file')
    .option('--exit-zero', 'exit 0 where a threshold broke or could not be judged');
}

const append = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Write a number from 0 to 1.');
  return value;
}

export function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Write a whole number above 0.');
  return value;
}

export function rate(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 50_000)) throw new InvalidArgumentError('Write a number of arrivals per second, up to 50000.');
  return value;
}

/** `800ms`, or `300ms..2s` for any time between. */
export function latencyRange(text: string): { readonly leastMs: number; readonly mostMs: number } {
  const [least = '', most = least, ...more] = text.split('..');
  const range = { leastMs: duration(least), mostMs: duration(most) };
  if (more.length > 0 || range.leastMs > range.mostMs) throw new InvalidArgumentError('Write a time like 800ms, or two like 300ms..2s.');
  return range;
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('Write a port, 0 to 65535.');
  return value;
}
