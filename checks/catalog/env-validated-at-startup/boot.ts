// What the service did when it was started with one variable missing or malformed.
import { inconclusive, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, BootEvidence, Drill, Finding, StartOutcome } from '../../model.ts';

const leastLimitMs = 10_000;
/** What takes long to start even with its whole environment, on a crowded machine say, gets as much longer to refuse to. */
const timesNormal = 3;

export function judgeBoot({ start, drills, drillsMissing, nothingRequired, drillsLeftOut = [] }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive(`no drill was run: ${told(start)}`);
  if (nothingRequired === true) return notApplicable(drillsMissing ?? 'nothing is required');
  if (drills.length === 0 && drillsMissing !== undefined) return inconclusive(`no drill was run: ${drillsMissing}`);
  const limitMs = Math.max(leastLimitMs, timesNormal * start.afterMs);
  const seen = drills.map((drill) => judgeDrill(drill, limitMs));
  const leftOut = drillsLeftOut.map(({ variable, because }) => `${variable} was not tried: ${because}`);
  return settle(
    {
      bad: seen.flatMap(({ bad }) => bad),
      good: seen.flatMap(({ good }) => good),
      unclear: [...seen.flatMap(({ unclear }) => unclear ?? []), ...leftOut],
    },
    inconclusive('no drill was run'),
  );
}

function told(start: Exclude<StartOutcome, { kind: 'listening' }>): string {
  if (start.kind === 'not-started') return start.because;
  if (start.kind === 'timed-out') return `the service did not listen within ${seconds(start.waitedMs)}`;
  return `the service ended with ${exit(start.code)} in its normal environment`;
}

function judgeDrill(drill: Drill, limitMs: number): Seen {
  const place = { kind: 'process', what: `start with ${drill.variable} ${drill.fault}` } as const;
  const finding = (message: string): Finding => ({ message, place });
  const { variable, fault } = drill;
  const with_ = `with ${variable} ${fault}`;
  if (drill.showsValue) return { bad: [finding(`${with_} the service writes a secret's value`)], good: [] };
  if (drill.outcome === 'exited' && drill.afterMs <= limitMs && drill.exitCode !== 0 && drill.namesVariable) {
    return { bad: [], good: [finding(`${with_} it ends with ${exit(drill.exitCode)} after ${seconds(drill.afterMs)} and names it`)] };
  }
  if (drill.perhapsOptional === true && drill.outcome !== 'exited') {
    return { bad: [], good: [], unclear: [`${with_} the service starts, and nothing says whether it needs it`] };
  }
  // An empty value is a value to many, and a key is well-formed or not only to its issuer.
  if (fault === 'empty' && drill.outcome === 'listened') {
    return { bad: [], good: [], unclear: [`an environment file brings ${variable} back, and with it empty the service starts`] };
  }
  if (fault === 'malformed' && drill.as === 'key') return { bad: [], good: [] };
  return { bad: [finding(`${with_} the service ${wrong(drill, limitMs)}`)], good: [] };
}

function wrong({ outcome, exitCode, afterMs }: Drill, limitMs: number): string {
  if (outcome === 'listened') return `starts anyway and listens after ${seconds(afterMs)}`;
  if (outcome === 'hung') return `neither ends nor listens within ${seconds(afterMs)}`;
  if (exitCode === 0) return 'ends with exit code 0, as if all were well';
  if (afterMs > limitMs) return `takes ${seconds(afterMs)} to end`;
  return `ends with ${exit(exitCode)} and does not say which variable it misses`;
}

function exit(code: number | null): string {
  return code === null ? 'a signal' : `exit code ${code}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
