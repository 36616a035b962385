// What a started service wrote about a handful of requests whose ids, statuses and secrets we know.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, BootEvidence, Finding, LoggedRequest, TrafficDrill } from '../../model.ts';
import { type AccessRecord, lacksOf, recordsOf, tellsOf } from './access-record.ts';

export function judgeBoot({ start, command, traffic }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so no request could be sent');
  if (traffic === undefined) return inconclusive('no request was sent to look for in the log');
  if ('missing' in traffic) return inconclusive(`no request was sent to look for in the log: ${traffic.missing}`);
  if (traffic.found.requests.length === 0) return inconclusive('no request was answered');
  return settle(look(traffic.found, command), inconclusive('nothing could be told'));
}

function look({ requests, lines, canaryIn }: TrafficDrill, command: string): Seen {
  const place = { kind: 'process', what: command } as const;
  const leaked: readonly Finding[] = canaryIn.map((what) => ({ message: `${leaks[what]} stands in the log`, place }));
  const records = recordsOf(lines);
  const unrecorded = withoutRecord(requests, records);
  const [first] = unrecorded;
  if (first !== undefined) {
    const none = records.length === 0 ? 'no request has a record' : `${unrecorded.length} of ${requests.length} requests have no record`;
    return { bad: [...leaked, { message: `${none} of method and status`, place: first.request }], good: [] };
  }
  const lacks = lacksOf(
    records,
    requests.flatMap(({ ids }) => ids),
  );
  const lacking: readonly Finding[] =
    lacks.length === 0 ? [] : [{ message: `records of requests hold no ${lacks.join(' and no ')}`, place }];
  return {
    bad: [...leaked, ...lacking],
    good: [
      {
        message: `each of ${requests.length} requests has a record with method, route, status, duration and id, and none of its secrets`,
        place,
      },
    ],
  };
}

const leaks = { token: 'the bearer token of a request', cookie: 'the cookie of a request', body: 'the body of a request' } as const;

/** By id where the records have any, else by number: which line belongs to which request nobody can tell then. */
function withoutRecord(requests: readonly LoggedRequest[], records: readonly AccessRecord[]): readonly LoggedRequest[] {
  const named = (request: LoggedRequest): boolean => records.some(({ text }) => request.ids.some((id) => text.includes(id)));
  if (requests.some(named)) return requests.filter((request) => !named(request));
  const left = [...records];
  return requests.filter(({ status, request }) => {
    const at = left.findIndex((each) => tellsOf(each, { method: request.method, status }));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
