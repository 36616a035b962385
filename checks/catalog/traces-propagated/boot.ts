// What a started service wrote about requests that were part of a caller's trace: its lines name that trace, or another one.
import { fail, inconclusive, pass } from '../../answer.ts';
import type { Answer, BootEvidence } from '../../model.ts';

const named = /"?\b(?:trace_?id|trace)\b"?\s*[:=]\s*"?([0-9a-f]{32})\b/gi;

export function judgeBoot({ start, command, traffic }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so no request could be sent');
  if (traffic === undefined) return inconclusive('no request was sent to look for in the log');
  if ('missing' in traffic) return inconclusive(`no request was sent to look for in the log: ${traffic.missing}`);
  const { requests, lines } = traffic.found;
  const traced = requests.flatMap(({ traceId }) => traceId ?? []);
  if (traced.length === 0) return inconclusive('no request was sent as part of a trace');
  const text = lines.join('\n');
  const place = { kind: 'process', what: command } as const;
  const continued = traced.filter((each) => text.includes(each)).length;
  if (continued > 0) {
    const message = `log lines of ${continued} of ${traced.length} requests name the trace that their caller sent`;
    return pass({ message, place });
  }
  const others = [...text.matchAll(named)].length;
  if (others > 0)
    return fail({ message: `log lines name a trace, and none of the ${traced.length} that callers sent: theirs are not continued`, place });
  return inconclusive('no log line names a trace, so that it can’t be seen there whether one is continued');
}
