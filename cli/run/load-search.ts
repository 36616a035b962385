// `launchgate load search`: the most arrivals per second at which every threshold holds.

import { overloadOf } from '../../loadtests/overload.ts';
import { isGeneratorLate, type LoadResult } from '../../loadtests/result.ts';
import { atRate, type Judgement, type SearchStep, search } from '../../loadtests/search.ts';
import type { ExitCode } from '../command.ts';
import { interrupted } from '../interrupt.ts';
import type { LoadSearchFlags } from '../load-flags.ts';
import { Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { preciseOf } from './load-precise.ts';
import { showProgress } from './load-progress.ts';
import { nextPlanOf, trafficOf } from './load-scenario.ts';
import { verdictOn } from './load-verdict.ts';

/** 0 where a rate held, 1 where none did, 2 where nothing was sent. */
export async function runLoadSearch(given: string | undefined, flags: LoadSearchFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const { plan, settings, ...source } = await trafficOf(given, { ...flags, duration: 1_000, warmUp: 0, rate: 1 }, terminal);
  if (plan.thresholds.length === 0) throw new Problem('the scenario has no threshold that could break');
  const { from = 10, to = 2_000, step = 5_000, warmUp = 1_000, precision = 0.05, repeats = 1 } = flags;
  if (from > to) throw new Problem(`--from ${from} is more than --to ${to}`);
  const each = { stepMs: step, warmUpMs: warmUp };
  const seconds = Math.round((step + warmUp) / 1000);
  terminal.step(`Searching ${plan.url.origin} with ${plan.name}: ${from} to ${to} arrivals per second, each step ${seconds} s`);
  const progress = showProgress(atRate(plan, from, each), flags);
  const gathered = await search(plan, {
    fromPerSecond: from,
    toPerSecond: to,
    ...each,
    precision,
    ...preciseOf(flags),
    repeats,
    judge,
    restMs: 500,
    remoteAllowed: settings.allow.includes('destructive'),
    signal: interrupted,
    nextPlan: nextPlanOf(source),
    onSecond: progress.onSecond,
    onWait(busyShare) {
      progress.end();
      terminal.step(`Waiting, a minute at most: the processors are ${Math.round(busyShare * 100)} % busy before anything is sent`);
    },
    onStep(tried) {
      progress.end();
      terminal.step(stepLine(tried));
    },
  });
  progress.end();
  if ('missing' in gathered) throw new Problem(gathered.missing);
  const { steps, heldPerSecond, brokePerSecond, knee, because } = gathered.found;
  if (flags.json === true) {
    const told = steps.map(({ perSecond, verdict, because: why, result }) => ({
      perSecond,
      verdict,
      because: why,
      latency: result.latency,
    }));
    await terminal.report(`${JSON.stringify({ heldPerSecond, brokePerSecond, knee, because, steps: told }, null, 2)}\n`);
  } else {
    const held = heldPerSecond === undefined ? 'No rate held' : `Holds ${heldPerSecond} per second`;
    const broke = steps.findLast(({ perSecond }) => perSecond === brokePerSecond);
    await terminal.report(`${held}: ${because}\n${broke === undefined ? '' : `At ${broke.perSecond} per second: ${broke.because}\n`}`);
  }
  return heldPerSecond !== undefined || flags.exitZero === true ? 0 : 1;
}

function judge(result: LoadResult, busyBeforeShare: number): Judgement {
  const { verdict, reasons } = verdictOn(result);
  const because = reasons[0] ?? '';
  if (verdict === 'pass') return { verdict: 'held', because };
  // A target that keeps every connection waiting is past its limit, whatever the few answers say.
  const isFull = result.stopped === undefined && result.doubts.some(({ voids }) => voids === 'pass');
  if (verdict === 'fail' || isFull) return { verdict: 'broke', because };
  const overload = result.stopped === undefined ? overloadOf({ ...result, busyBeforeShare }) : undefined;
  const mayPass = overload !== undefined || result.doubts.some(({ voids }) => voids === 'slowness') || isGeneratorLate(result);
  return { verdict: 'unclear', because, mayPass, overload };
}

function stepLine({ perSecond, verdict, result }: SearchStep): string {
  const { p50Ms, p95Ms, p99Ms } = result.latency;
  const ms = (value: number) => `${Math.round(value * 10) / 10} ms`;
  return `${String(perSecond).padStart(6)} per second  ${verdict.padEnd(7)}  p50 ${ms(p50Ms)}  p95 ${ms(p95Ms)}  p99 ${ms(p99Ms)}  ${result.failed} of ${result.requests} failed`;
}
