// Ctrl-C and SIGTERM: what was started is stopped first, then the process ends with 130 or 143.

const interruption = new AbortController();
const cleanups = new Set<() => Promise<void> | void>();
const stopWithinMs = 8_000;
/** For what is still open then: sockets that a client keeps must not keep the process. */
const graceMs = 300;

/** Aborts when the user interrupts; hand it to whatever takes long. */
export const interrupted: AbortSignal = interruption.signal;

/** Runs when the user interrupts, before the process ends; call the result when there is nothing left to stop. */
export function onInterrupt(stop: () => Promise<void> | void): () => void {
  cleanups.add(stop);
  return () => void cleanups.delete(stop);
}

/** Listens for both signals. A second one changes nothing: what was started would be left behind, and stopping takes seconds. */
export function listenForInterrupts(): void {
  process.on('SIGINT', () => void end('SIGINT', 130));
  process.on('SIGTERM', () => void end('SIGTERM', 143));
}

// As in start.ts: in process.exit Node may wait for ever for its own compiler, so that a process with nothing left to do ends by itself.
// Whatever was under way is rejected or never told, and nothing more is reported.
async function end(signal: string, exitCode: number): Promise<void> {
  if (interruption.signal.aborted) return;
  process.stderr.write(`launchgate: ${signal}: stopping\n`);
  process.exitCode = exitCode;
  interruption.abort(new Error(signal));
  const late = setTimeout(() => process.exit(exitCode), stopWithinMs);
  await Promise.allSettled([...cleanups].map((stop) => stop()));
  clearTimeout(late);
  setTimeout(() => process.exit(exitCode), graceMs).unref();
}
