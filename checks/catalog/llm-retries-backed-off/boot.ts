// When a started service called a model that failed twice, as the model saw it.
import { inconclusive, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, BootEvidence, LlmAttempt, LlmDrill } from '../../model.ts';

/** Less than this is no pause. */
const shortestPauseMs = 50;
/** Pauses this near each other, four times in a row, are no accident of jitter. */
const sameShare = 0.12;
/** A clock that ticks a little early is forgiven. */
const earlyMs = 100;
const mostCalls = 10;

export function judgeBoot({ start, llm }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so its model could not be made to fail');
  if (llm === undefined) return inconclusive('its model was not made to fail');
  if ('missing' in llm && llm.doesNotApply === true) return notApplicable(llm.missing);
  if ('missing' in llm) return inconclusive(`its model could not be made to fail: ${llm.missing}`);
  return settle(look(llm.found), inconclusive('nothing could be told'));
}

function look({ retried, toldToWait, outage, request }: LlmDrill): Seen {
  const finding = (message: string) => ({ message, place: request });
  const pauses = retried.map(pausesOf);
  const all = pauses.flat();
  const bad: string[] = [];
  const most = Math.max(...[...retried, ...outage].map(({ calls }) => calls.length));
  if (all.length === 0) bad.push('a model that fails twice is asked once and not again');
  const shortest = Math.min(...all, ...outage.flatMap(pausesOf));
  if (shortest < shortestPauseMs) bad.push(`a failed call is tried again after ${Math.round(shortest)} ms`);
  else if (isConstant(all)) bad.push(`each failed call is tried again after the same pause, ${Math.round(all[0] ?? 0)} ms`);
  if (most > mostCalls) bad.push(`one request makes ${most} calls of a model that keeps failing`);
  const [waited] = toldToWait === undefined ? [] : pausesOf(toldToWait);
  if (toldToWait !== undefined && waited !== undefined && waited < toldToWait.retryAfterMs - earlyMs) {
    bad.push(`told by Retry-After to wait ${toldToWait.retryAfterMs} ms, it tries again after ${Math.round(waited)} ms`);
  }
  const shown =
    pauses
      .find((each) => each.length > 0)
      ?.map((pause) => `${Math.round(pause)} ms`)
      .join(', then ') ?? '';
  const honours = waited === undefined ? '' : ', and Retry-After is waited for';
  return { bad: bad.map(finding), good: [finding(`a failed call is tried again after ${shown}${honours}`)] };
}

function pausesOf({ calls }: LlmAttempt): readonly number[] {
  return calls.slice(1).flatMap(({ atMs }, at) => {
    const before = calls[at];
    return before === undefined || before.answered < 400 ? [] : [atMs - before.atMs];
  });
}

function isConstant(pauses: readonly number[]): boolean {
  return pauses.length >= 4 && Math.max(...pauses) - Math.min(...pauses) <= sameShare * Math.min(...pauses);
}
