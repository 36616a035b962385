// One line on stderr that is written over every second, where a person is watching.

import { StageClock } from '../../loadtests/open/stage-clock.ts';
import type { LoadResult } from '../../loadtests/result.ts';
import type { LoadPlan } from '../../loadtests/scenario/plan.ts';
import { progressLine } from '../../loadtests/summary.ts';
import type { TerminalFlags } from '../terminal.ts';

export interface Progress {
  readonly onSecond: (second: LoadResult['seconds'][number]) => void;
  readonly end: () => void;
}

export function showProgress(plan: LoadPlan, flags: TerminalFlags): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || flags.quiet === true || (process.env.CI ?? '') !== '') return { onSecond: () => {}, end: () => {} };
  const clock = new StageClock(plan.stages);
  const ofSeconds = Math.ceil(plan.stages.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000);
  const write = (line: string) => stderr.write(`\r\u001b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
  return {
    onSecond: (second) => void write(progressLine(second, clock.nameAt(second.second * 1000) ?? 'draining', ofSeconds)),
    end: () => void write(''),
  };
}
