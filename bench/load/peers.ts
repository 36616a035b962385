// Load generators of others, where they are installed: how each is called for a rate, and where its figures are in what it prints.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drive, Seen } from './seen.ts';

export interface Peer {
  readonly name: string;
  /** Closed: as fast as it can on 10 connections. */
  readonly model: 'closed' | 'rate';
  readonly command: (how: Drive, folder: string) => readonly string[];
  readonly read: (text: { readonly stdout: string; readonly file: string }) => Omit<Seen, 'cpuMicroseconds' | 'doubts'>;
}

const wrkScript = `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %f %f %f %d %d\\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end`;
const k6Script = ({ url, perSecond, seconds }: Drive) => `import http from 'k6/http';
export const options = { summaryTrendStats: ['p(50)', 'p(95)', 'p(99)'], scenarios: { one: { executor: 'constant-arrival-rate',
  rate: ${perSecond}, timeUnit: '1s', duration: '${seconds}s', preAllocatedVUs: 500, maxVUs: 2000 } } };
export default () => { http.get('${url}'); };`;

const numbers = (text: string, pattern: RegExp): readonly number[] => (pattern.exec(text) ?? []).slice(1).map(Number);
const sum = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);

export const peers: readonly Peer[] = [
  {
    name: 'wrk',
    model: 'closed',
    command({ url, seconds }, folder) {
      writeFileSync(join(folder, 'told.lua'), wrkScript);
      return ['wrk', '-t1', '-c10', `-d${seconds}s`, '--latency', '-s', join(folder, 'told.lua'), url];
    },
    read({ stdout }) {
      const [p50Ms = 0, p95Ms = 0, p99Ms = 0, requests = 0, failed = 0] = numbers(stdout, /RESULT (\S+) (\S+) (\S+) (\d+) (\d+)/);
      return { p50Ms, p95Ms, p99Ms, requests, failedShare: failed / Math.max(1, requests + failed) };
    },
  },
  {
    name: 'hey -q',
    model: 'rate',
    command: ({ url, perSecond, seconds }) => ['hey', '-z', `${seconds}s`, '-c', '50', '-q', String(perSecond / 50), url],
    read({ stdout }) {
      const at = (share: number) => (numbers(stdout, new RegExp(`${share}% in ([\\d.]+) secs`))[0] ?? 0) * 1000;
      const good = sum(stdout, /\[200\]\s+(\d+) responses/g);
      const failed = sum(stdout.split('Error distribution')[1] ?? '', /\[(\d+)\]/g);
      return { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), requests: good + failed, failedShare: failed / Math.max(1, good + failed) };
    },
  },
  {
    name: 'vegeta',
    model: 'rate',
    command({ url, perSecond, seconds }, folder) {
      writeFileSync(join(folder, 'targets'), `GET ${url}\n`);
      const attack = [
        '-targets',
        join(folder, 'targets'),
        '-rate',
        String(perSecond),
        '-duration',
        `${seconds}s`,
        '-max-connections',
        '2000',
      ];
      return ['vegeta', 'attack', ...attack, '-timeout', '10s', '-output', join(folder, 'out')];
    },
    read({ file }) {
      const report: unknown = JSON.parse(spawnSync('vegeta', ['report', '-type=json', file], { encoding: 'utf8' }).stdout);
      const text = JSON.stringify(report);
      const ms = (name: string) => (numbers(text, new RegExp(`"${name}":(\\d+)`))[0] ?? 0) / 1e6;
      const [requests = 0] = numbers(text, /"requests":(\d+)/);
      const [success = 0] = numbers(text, /"success":([\d.e-]+)/);
      return { p50Ms: ms('50th'), p95Ms: ms('95th'), p99Ms: ms('99th'), requests, failedShare: 1 - success };
    },
  },
  {
    name: 'k6',
    model: 'rate',
    command(how, folder) {
      writeFileSync(join(folder, 'script.js'), k6Script(how));
      return ['k6', 'run', '--quiet', '--no-usage-report', '--summary-export', join(folder, 'out'), join(folder, 'script.js')];
    },
    read({ file }) {
      const text = readFileSync(file, 'utf8');
      const duration = /"http_req_duration":\s*\{([^}]*)\}/.exec(text)?.[1] ?? '';
      const at = (share: number) => numbers(duration, new RegExp(`"p\\(${share}\\)":\\s*([\\d.]+)`))[0] ?? 0;
      const [requests = 0] = numbers(/"http_reqs":\s*\{([^}]*)\}/.exec(text)?.[1] ?? '', /"count":\s*(\d+)/);
      const [failedShare = 0] = numbers(/"http_req_failed":\s*\{([^}]*)\}/.exec(text)?.[1] ?? '', /"value":\s*([\d.]+)/);
      return { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), requests, failedShare };
    },
  },
];

export const isInstalled = ({ name }: Peer): boolean => spawnSync('which', [name.split(' ')[0] ?? '']).status === 0;

/** A folder for what a peer reads and writes, gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'launchgate-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
