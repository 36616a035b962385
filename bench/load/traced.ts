// Notes every request of an open run with its times, for whoever wants to know where they went.
import { writeFileSync } from 'node:fs';
import { Recorder } from '../../loadtests/open/recorder.ts';
import { clockMs, type Sent } from './seen.ts';

/** From here on all requests that are recorded are noted; `write` puts them into the file. Requests are numbered in the order in which they were due. */
export function traceInto(file: string, perSecond: number): { readonly write: () => void } {
  const seen: { readonly dueMs: number; readonly sentMs: number; readonly endedMs: number }[] = [];
  let beganMs = Number.POSITIVE_INFINITY;
  const { ended } = Recorder.prototype;
  Recorder.prototype.ended = function (tags, request, measured) {
    // What is recorded had ended just before.
    beganMs = Math.min(beganMs, performance.now() - request.endedMs);
    const { dueMs, sentMs, endedMs } = request;
    if (measured && sentMs !== undefined) seen.push({ dueMs, sentMs, endedMs });
    ended.call(this, tags, request, measured);
  };
  return {
    write() {
      const at = (ms: number) => ms + beganMs + clockMs;
      const sent = seen.map(({ dueMs, sentMs, endedMs }): Sent => {
        const id = Math.round((dueMs * perSecond) / 1000) + 1;
        return { id, dueMs: at(dueMs), sentMs: at(sentMs), endedMs: at(endedMs) };
      });
      writeFileSync(file, JSON.stringify(sent));
    },
  };
}
