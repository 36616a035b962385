// Which lines of a log are records of requests, and what they lack.

const method = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/;
const status = /\b[1-5]\d\d\b/;

/** Lines with a method and a status. */
export function recordsOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => method.test(line) && status.test(withoutNumbersOfTime(line)));
}

/** What no record holds: `route`, `duration`, `id`. */
export function lacksOf(records: readonly string[], ids: readonly string[]): readonly string[] {
  const some = (holds: (line: string) => boolean): boolean => records.some(holds);
  return [
    ...(some((line) => /["\s=]\/[\w/:{<.~-]*/.test(line) || hasField(line, /^(?:.*\.)?(?:route|path|url|uri|target)$/i)) ? [] : ['route']),
    ...(some(hasDuration) ? [] : ['duration']),
    ...(some((line) => ids.some((id) => line.includes(id)) || hasField(line, /(?:request|correlation|trace|req)[._-]?id$/i)) ? [] : ['id']),
  ];
}

const hasDuration = (line: string): boolean =>
  /\b\d+(?:\.\d+)? ?(?:ms|s|µs|us)\b/.test(line) ||
  hasField(line, /(?:dur|elapsed|latency|response_?time|took|time_?taken|process_?time|request_?time|(?<=[a-z])ms$|_ms$)/i);

function hasField(line: string, name: RegExp): boolean {
  try {
    return namesIn(JSON.parse(line), '').some((each) => name.test(each));
  } catch {
    return [...line.matchAll(/([\w.-]+)=\S/g)].some(([, each]) => name.test(each ?? ''));
  }
}

function namesIn(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => namesIn(inner, path === '' ? name : `${path}.${name}`));
}

// `12:30:45.200` and `2026-11-23` are no statuses.
const withoutNumbersOfTime = (line: string): string => line.replace(/\d{1,4}[-:.]\d{1,2}[-:.]\d{1,4}(?:[.,]\d+)?/g, '');
