// Whether what a started service wrote is made of JSON records with time, level and message, and which of them name their request.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, BootEvidence, DrillOutcome, Finding, LogLine, TrafficDrill } from '../../model.ts';
import { isTold, missingParts, recordOf } from './record.ts';

const mostQuoted = 5;
const longestQuote = 80;

export function judgeBoot({ start, command, logLines, traffic }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so nothing was logged');
  const lines = logLines.filter((line) => !isOfOthers(line)).map(({ text }) => text);
  if (lines.length === 0) return inconclusive('it wrote nothing');
  const place = { kind: 'process', what: command } as const;
  const prose = [...new Set(lines.filter((text) => recordOf(text) === undefined))];
  const bad: readonly Finding[] = [
    ...prose.slice(0, mostQuoted).map((text) => ({ message: `a line that is no JSON: ${quoted(text)}`, place })),
    ...(prose.length > mostQuoted ? [{ message: `and ${prose.length - mostQuoted} more such lines`, place }] : []),
    ...lacks(lines).map((message) => ({ message, place })),
  ];
  const ids = requestIds(traffic, command);
  const good = [{ message: `all ${lines.length} lines are JSON with time, level and message`, place }, ...ids.good];
  return settle({ bad: [...bad, ...ids.bad], good, unclear: ids.unclear ?? [] }, inconclusive('nothing could be told'));
}

/** What records lack, each once. */
function lacks(lines: readonly string[]): readonly string[] {
  const parts = lines.flatMap((text) => {
    const record = recordOf(text);
    return record === undefined || record === 'cut' ? [] : missingParts(record);
  });
  return [...new Set(parts)].map((part) => {
    const count = parts.filter((each) => each === part).length;
    return `${count} of ${lines.length} lines have no ${part}`;
  });
}

function requestIds(traffic: DrillOutcome<TrafficDrill> | undefined, command: string): Seen {
  const place = { kind: 'process', what: command } as const;
  if (traffic === undefined) return { bad: [], good: [], unclear: ['no request of a known id was sent'] };
  if ('missing' in traffic) return { bad: [], good: [], unclear: [`no request of a known id was sent: ${traffic.missing}`] };
  const { requests, lines } = traffic.found;
  const told = requests.filter(({ ids }) => lines.some((line) => ids.some((id) => line.includes(id))));
  if (told.length === requests.length && told.length > 0) {
    return { bad: [], good: [{ message: `each of ${told.length} requests has a record with its request id`, place }] };
  }
  const [untold] = requests.filter((request) => !told.includes(request));
  if (untold === undefined) return { bad: [], good: [], unclear: ['no request was answered'] };
  // Some give each request an id of their own and tell nobody: as many ids as requests show it.
  if (told.length === 0 && idsIn(lines).size >= requests.length)
    return {
      bad: [],
      good: [{ message: `each of ${requests.length} requests has a record with a request id of the service's own`, place }],
    };
  // A service that says nothing of its requests has nothing to put their ids in.
  if (told.length === 0 && !lines.some(isTold)) return { bad: [], good: [], unclear: ['nothing it wrote tells of a request'] };
  const message =
    told.length === 0
      ? 'no record of a request holds its request id'
      : `${requests.length - told.length} of ${requests.length} requests have no record with their request id`;
  return { bad: [{ message, place: untold.request }], good: [] };
}

const idName = /(?:^|[._])(?:request|req|correlation|trace)[._-]?id$/i;

function idsIn(lines: readonly string[]): ReadonlySet<unknown> {
  const records = lines.map(recordOf).flatMap((record) => (record === undefined || record === 'cut' ? [] : [...record]));
  return new Set(records.filter(([name]) => idName.test(name)).map(([, value]) => value));
}

/** Lines of the package manager that started it, and warnings of the runtime: no logger of the service writes them. */
function isOfOthers({ text }: LogLine): boolean {
  return /^> |^\$ |^\(node:\d+\) |^\(Use `node |^npm (?:warn|notice|WARN|error|ERR!)|^yarn run |^Done in /.test(text);
}

function quoted(text: string): string {
  const plain = text.trim();
  return `"${plain.length > longestQuote ? `${plain.slice(0, longestQuote - 1)}…` : plain}"`;
}
