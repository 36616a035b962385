// What zod finds wrong, at the place that the writer meant: of several forms the one that fits furthest.
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The issue itself, or the deepest one of the forms that none fitted, with its whole path. */
export function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const all = issue.errors.flatMap(([first]) => (first === undefined ? [] : [deepest(first)]));
  const [best] = all.toSorted((one, other) => depthOf(other) - depthOf(one));
  return best === undefined || depthOf(best) === 0 ? issue : { ...best, path: [...issue.path, ...best.path] };
}

// A key too many says that the form was another one.
const depthOf = ({ path, code }: Issue): number => path.length + (code === 'unrecognized_keys' ? 0.5 : 0);
