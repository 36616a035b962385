// Waits, also for less than the millisecond that timers are good for.

/** Nothing at all happens in a nap: no longer than what an answer may be read late. */
export const longestNapMs = 0.3;

const nap = new Int32Array(new SharedArrayBuffer(4));

/** Below a millisecond the thread sleeps, then everything that waits in the event loop has its turn. */
export function pause(ms: number): Promise<void> {
  if (ms >= 1) return new Promise((resolve) => setTimeout(resolve, ms));
  Atomics.wait(nap, 0, 0, ms);
  return new Promise((resolve) => setImmediate(resolve));
}
