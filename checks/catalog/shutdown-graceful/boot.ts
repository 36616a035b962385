// What became of requests when the service was told to stop.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, BootEvidence, Finding, ShutdownDrill } from '../../model.ts';

export function judgeBoot({ start, command, shutdown }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so it could not be told to stop');
  if (shutdown === undefined) return inconclusive('it was not told to stop under load');
  if ('missing' in shutdown) return inconclusive(`it could not be told to stop under load: ${shutdown.missing}`);
  return settle(look(shutdown.found, command), inconclusive('nothing could be told'));
}

function look(drill: ShutdownDrill, command: string): Seen {
  const { open, steady, readiness } = drill;
  const process = { kind: 'process', what: `SIGTERM to ${command}` } as const;
  const bad: Finding[] = [];
  const lostOpen = open.sent - open.answered;
  const lostSteady = steady.sent - steady.answered;
  if (lostOpen > 0)
    bad.push({
      message: `${lostOpen} of ${open.sent} requests that were under way at SIGTERM got no answer`,
      place: open.request ?? process,
    });
  if (lostSteady > 0) bad.push({ message: `${lostSteady} of ${steady.sent} requests around SIGTERM got no answer`, place: steady.request });
  if (drill.killed) bad.push({ message: `it did not end within ${seconds(drill.limitMs)} of SIGTERM`, place: process });
  else if (drill.exitCode !== 0 && !endsLikeOthers(drill)) bad.push({ message: `it ends with ${exit(drill.exitCode)}`, place: process });
  if (drill.processesLeft > 0) bad.push({ message: `${drill.processesLeft} of its processes go on without it`, place: process });
  if (drill.portOpen) bad.push({ message: 'its port is still listened on after it ended', place: process });
  const turned = readiness?.statuses.includes(503) === true;
  if (readiness !== undefined && !turned)
    bad.push({ message: `after SIGTERM readiness never says 503: ${said(readiness.statuses)}`, place: readiness.request });
  const good = [
    {
      message: `after SIGTERM all ${open.sent + steady.sent} requests are answered, and it ends after ${seconds(drill.afterMs)}${filesLeft(drill)}`,
      place: process,
    },
    ...(turned && readiness !== undefined ? [{ message: 'after SIGTERM readiness says 503', place: readiness.request }] : []),
  ];
  const unclear = [
    ...(readiness === undefined ? ['no readiness route is known: name it as routes.health'] : []),
    ...(open.sent === 0 ? ['no request could be kept under way: name a route that takes JSON as routes.jsonPost, and give a token'] : []),
  ];
  return { bad, good, unclear };
}

/** Death by the very signal where no request was lost: uvicorn and others raise it again when they are done. */
const endsLikeOthers = ({ exitCode, open }: ShutdownDrill): boolean =>
  (exitCode === null || exitCode === 143) && open.answered === open.sent;

const said = (statuses: readonly number[]): string =>
  statuses.length === 0 ? 'it stops listening at once' : `it says ${statuses.join(', then ')}`;
const exit = (code: number | null): string => (code === null ? 'a signal' : `exit code ${code}`);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

// Told, and no fault: a container's files end with it.
const filesLeft = ({ filesLeft: count = 0 }: ShutdownDrill): string =>
  count === 0 ? '' : `, leaving ${count} temporary ${count === 1 ? 'file' : 'files'}`;
