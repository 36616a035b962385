// Whether a started service went on calling a model that failed all the time, and came back to it when it was well.
import { fail, inconclusive, notApplicable, pass } from '../../answer.ts';
import type { Answer, BootEvidence, LlmDrill } from '../../model.ts';

/** A breaker may want some failures before it opens. */
const fewest = 8;

export function judgeBoot({ start, llm }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so its model could not be made to fail');
  if (llm === undefined) return inconclusive('its model was not made to fail');
  if ('missing' in llm && llm.doesNotApply === true) return notApplicable(llm.missing);
  if ('missing' in llm) return inconclusive(`its model could not be made to fail: ${llm.missing}`);
  return judge(llm.found);
}

function judge({ retried, outage, recovery, request: place }: LlmDrill): Answer {
  const failed = [...retried, ...outage].filter(({ calls }) => calls.some(({ answered }) => answered >= 400));
  const last = outage.at(-1);
  if (failed.length === 0 || last === undefined) return inconclusive('no request made the service call its model while it failed');
  if (last.calls.length > 0 && outage.length < fewest) {
    return inconclusive(`only ${outage.length} requests could be sent to a model that keeps failing`);
  }
  if (last.calls.length > 0) {
    const calls = outage.reduce((sum, each) => sum + each.calls.length, 0);
    return fail({ message: `all ${outage.length} requests to a model that keeps failing call it again, ${calls} calls in all`, place });
  }
  const broke = `after ${failed.length} requests to a model that fails it is left alone, and a request takes ${Math.round(last.tookMs)} ms`;
  if (recovery === undefined) return inconclusive(`${broke}; whether it is tried again later was not looked at`);
  if (recovery.recovered) return pass({ message: `${broke}; it is called again within ${seconds(recovery.waitedMs)}`, place });
  return inconclusive(`${broke}; within ${seconds(recovery.waitedMs)} it was not called again: allow more as drills.recoveryMs`);
}

const seconds = (ms: number): string => `${Math.ceil(ms / 1_000)} s`;
