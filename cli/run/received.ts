// What the requests of findings were answered with, as far as a reader needs it.
import type { GatheredEvidence } from '../../checks/audit.ts';
import type { Check, Exchange, RequestPlace } from '../../checks/model.ts';
import type { ReceivedAnswer } from '../../reports/report.ts';

const mostHeaders = 24;
const longestHeader = 200;
const longestBody = 1200;

/** Finds the answer by the request itself, else by a command that no other request shares; secrets are out of it already. */
export function receivedFrom(evidence: GatheredEvidence, checks: readonly Check[]): (place: RequestPlace) => ReceivedAnswer | undefined {
  const exchanges = checks.flatMap((check) => {
    const http = check.judge.http === undefined ? undefined : evidence.http(check);
    return http !== undefined && 'found' in http ? http.found.all : [];
  });
  const byRequest = new Map(exchanges.map((exchange) => [exchange.request, exchange]));
  const byCommand = Map.groupBy(new Set(exchanges), ({ request }) => request.curl);
  return (place) => {
    const same = byCommand.get(place.curl) ?? [];
    const found = byRequest.get(place) ?? (new Set(same.map(({ status }) => status)).size === 1 ? same[0] : undefined);
    return found === undefined ? undefined : answerOf(found);
  };
}

function answerOf({ status, headers, body, bodyTruncated }: Exchange): ReceivedAnswer {
  return {
    status,
    headers: headers.slice(0, mostHeaders).map(([name, value]) => [name, value.slice(0, longestHeader)] as const),
    body: body.slice(0, longestBody),
    truncated: bodyTruncated || body.length > longestBody,
  };
}
