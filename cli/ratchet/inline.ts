// Suppressions written as comments beside the code: `// launchgate-ignore-next-line check-id -- reason (until 2026-12-31)`.
import { cleaned } from '../../reports/clean.ts';

export const marker = 'launchgate-ignore';

export interface Comment {
  readonly path: string;
  /** 1-based, of the comment. */
  readonly line: number;
  readonly checks: readonly string[];
  /** The line it covers, 1-based; the whole file where absent. */
  readonly covers?: number;
  /** What stands on the covered line: a comment does not cover what the line becomes later. */
  readonly content: string;
  readonly reason?: string;
  readonly owner?: string;
  /** As it is written, a date or not. */
  readonly until?: string;
}

/** The comments of one file; files whose comments are not known hold none. */
export function commentsIn(path: string, text: string): readonly Comment[] {
  const mark = markOf(path);
  if (mark === undefined || !text.includes(marker)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const pattern = new RegExp(`^(.*?)(?:${mark})\\s*${marker}(-next-line|-line|-file)?(?![\\w-])(.*)$`);
  return lines.flatMap((line, at): readonly Comment[] => {
    const [, before, kind, after] = pattern.exec(line) ?? [];
    if (before === undefined || after === undefined) return [];
    const target = kind === '-file' ? undefined : targetOf(lines, { at, before, kind, mark });
    return [
      {
        path,
        line: at + 1,
        ...(target === undefined ? {} : { covers: target + 1 }),
        content: target === undefined ? '' : withoutComment(lines[target] ?? '', pattern),
        ...wordsOf(after),
      },
    ];
  });
}

const slashes = String.raw`\/\/|\/\*+`;
const marks: readonly (readonly [RegExp, string])[] = [
  [/\.(?:[cm]?[jt]sx?|prisma|go|java|kt|swift|rs|jsonc)$/, slashes],
  [/\.(?:py|pyi|ya?ml|toml|sh|rb|tf)$|(?:^|\/)(?:\.env[^/]*|Dockerfile[^/]*|Procfile|Makefile)$/, '#'],
  [/\.sql$/, '--'],
];
const markOf = (path: string): string | undefined => marks.find(([ending]) => ending.test(path))?.[1];

interface Found {
  readonly at: number;
  readonly before: string;
  readonly kind: string | undefined;
  readonly mark: string;
}

// A comment alone on its line is meant for the next one, whatever it says: formatters move comments.
function targetOf(lines: readonly string[], { at, before, kind, mark }: Found): number {
  if (kind !== '-next-line' && before.replace('{', '').trim() !== '') return at;
  const onlyComment = new RegExp(`^\\s*(?:(?:${mark})|\\*|$)`);
  const next = lines.findIndex((line, index) => index > at && !onlyComment.test(line));
  return next === -1 ? at : next;
}

const withoutComment = (line: string, pattern: RegExp): string => (pattern.exec(line)?.[1] ?? line).trim().replaceAll(/\s+/g, ' ');

function wordsOf(after: string): Pick<Comment, 'checks' | 'reason' | 'owner' | 'until'> {
  const text = cleaned(after).replace(/(?:\*\/\}?|-->)\s*$/, '');
  const [ids = '', ...rest] = text.split(/\s+(?:--|—|–)\s+|\s+--$/);
  const whole = rest.join(' -- ').trim();
  const tail = /\(([^()]*)\)\s*\.?$/.exec(whole) ?? /[\s,;]*(\buntil\s+\S*\d\S*?)\.?$/.exec(whole);
  const inTail = tail === null ? undefined : tailOf(tail[1] ?? '');
  const reason = (inTail === undefined ? whole : whole.slice(0, tail?.index)).trim();
  return {
    checks: ids
      .replace(/^\s*:/, '')
      .split(/[\s,]+/)
      .filter((id) => id !== ''),
    ...(reason === '' ? {} : { reason }),
    ...inTail,
  };
}

/** `until 2026-12-31`, `owner mobile team`, or both with a comma; undefined for a remark in brackets. */
function tailOf(text: string): Pick<Comment, 'owner' | 'until'> | undefined {
  const parts = text.split(',').map((part) => /^\s*(until|owner)\b[:\s]*(.*?)\s*$/i.exec(part));
  if (parts.includes(null)) return undefined;
  const named = (name: string) => parts.find((part) => part?.[1]?.toLowerCase() === name)?.[2];
  const [until, owner] = [named('until'), named('owner')];
  return { ...(until === undefined ? {} : { until }), ...(owner === undefined || owner === '' ? {} : { owner }) };
}
