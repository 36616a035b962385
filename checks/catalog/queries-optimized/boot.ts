// How many statements one request cost, counted on their way to the database.
import { merge, notApplicable, settle } from '../../answer.ts';
import type { Answer, BootEvidence, StatementsOfRequest } from '../../model.ts';

export function judgeBoot({ start, queries }: BootEvidence): Answer {
  if (start.kind !== 'listening') return notApplicable('the service did not start, so its statements could not be counted');
  if (queries === undefined) return notApplicable('its statements were not counted');
  // Code and catalogue are looked at all the same: that nobody could count is no open question of theirs.
  if ('missing' in queries) return notApplicable(queries.missing);
  const answered = queries.found.requests.filter(({ status, statements }) => status < 400 && statements > 0);
  return settle(merge(answered.map(look)), notApplicable('no route that was asked sent a statement to the database'));
}

function look({ request, statements, repeated }: StatementsOfRequest) {
  const bad = repeated.map(({ text, times }) => ({
    message: `one request sent the same statement ${times} times: ${text}`,
    place: request,
  }));
  return {
    bad,
    good:
      bad.length > 0
        ? []
        : [
            {
              message: `one request cost ${statements} ${statements === 1 ? 'statement' : 'statements'}, none of them over and over`,
              place: request,
            },
          ],
  };
}
