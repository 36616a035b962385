// A line of the log as a record: its fields, and what of the usual ones is missing.

/** Names and values, those of nested objects with their path. */
export type LogRecord = ReadonlyMap<string, unknown>;

/** As long as a kept line may be: what is longer was cut, and cannot be read back. */
const longestLine = 4_096;

/** The fields of a line; `cut` where it is a record too long to be kept; undefined where it is none. */
export function recordOf(text: string): LogRecord | 'cut' | undefined {
  const line = text.trim();
  if (!line.startsWith('{')) return undefined;
  if (text.length >= longestLine) return 'cut';
  try {
    return new Map(fieldsOf(JSON.parse(line), ''));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, path === '' ? name : `${path}.${name}`));
}

const parts: readonly (readonly [string, RegExp])[] = [
  ['time', /^(?:@?time(?:stamp)?|ts|t|date(?:time)?|asctime|created|@t|eventTime|record\.time\.\w+)$/i],
  ['level', /^(?:level(?:name)?|severity(?:_?text)?|lvl|log[._]?level|priority|@l|record\.level\.\w+)$/i],
  ['message', /^(?:message|msg|event|text|body|@m|@mt|log\.message|record\.message)$/i],
];

export function missingParts(record: LogRecord): readonly string[] {
  const names = [...record.keys()];
  return parts.filter(([, pattern]) => !names.some((name) => pattern.test(name))).map(([part]) => part);
}

/** Whether a line tells of a request: its method and its status. */
export function isTold(line: string): boolean {
  return /\b(?:GET|POST|PUT|PATCH|DELETE)\b/.test(line) && /\b[1-5]\d\d\b/.test(line);
}
