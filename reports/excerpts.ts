// The source around the places that findings name: cut out once for the report, found again by renderers.
import type { FilePlace } from '../checks/model.ts';
import type { ReportExcerpt, ReportFinding, ReportResult } from './report.ts';

/** Lines shown before and after the one that is meant. */
export const excerptContext = 3;
// A minified line would fill the screen; what matters of it stands near its column.
const longestLine = 300;

/** Every file place of a finding: its own, the related ones and the one to start from. */
export function filePlacesOf({ place, related, anchor }: Pick<ReportFinding, 'place' | 'related' | 'anchor'>): readonly FilePlace[] {
  return [place, ...(related ?? []), ...(anchor === undefined ? [] : [anchor])].flatMap((each) => (each.kind === 'file' ? [each] : []));
}

/** Excerpts of all places, by path and line, overlapping ones joined; lines that were not kept give none. */
export function excerptsOf(results: readonly ReportResult[], texts: ReadonlyMap<string, string>): readonly ReportExcerpt[] {
  const places = results.flatMap(({ answers }) => answers.flatMap(({ findings }) => findings.flatMap(filePlacesOf)));
  const byPath = [...Map.groupBy(places, ({ path }) => path)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return byPath.flatMap(([path, each]) => {
    const text = texts.get(path);
    return text === undefined
      ? []
      : excerptsOfFile(path, text.split(/\r\n|\n|\r/), new Map(each.map(({ line, column }) => [line, column])));
  });
}

function excerptsOfFile(path: string, lines: readonly string[], marked: ReadonlyMap<number, number>): readonly ReportExcerpt[] {
  const excerpts: ReportExcerpt[] = [];
  for (const [from, to] of windows(
    [...marked.keys()].toSorted((one, other) => one - other),
    excerptContext,
  )) {
    const shown = lines.slice(from - 1, to).map((line, at) => cut(line, marked.get(from + at) ?? 1));
    const first = shown.findIndex((line) => line.trim() !== '');
    if (first === -1) continue;
    const last = shown.findLastIndex((line) => line.trim() !== '');
    excerpts.push({ path, startLine: from + first, lines: shown.slice(first, last + 1) });
  }
  return excerpts;
}

function windows(lines: readonly number[], context: number): readonly (readonly [from: number, to: number])[] {
  const joined: [number, number][] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const from = Math.max(1, line - context);
    if (last !== undefined && from <= last[1] + 1) last[1] = line + context;
    else joined.push([from, line + context]);
  }
  return joined;
}

function cut(line: string, column: number): string {
  if (line.length <= longestLine) return line.trimEnd();
  const from = Math.max(0, Math.min(column - 1 - longestLine / 3, line.length - longestLine));
  return `${from > 0 ? '…' : ''}${line.slice(from, from + longestLine)}${from + longestLine < line.length ? '…' : ''}`.toWellFormed();
}

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}
/** What stands around some lines of a file, in order; a gap in the numbers is a gap in the source. */
export type ExcerptReader = (path: string, marked: readonly number[], context?: number) => readonly ExcerptLine[];

/** Finds excerpts of a report again. */
export function excerptReader(excerpts: readonly ReportExcerpt[] = []): ExcerptReader {
  const byPath = new Map<string, Map<number, string>>();
  for (const { path, startLine, lines } of excerpts) {
    const known = byPath.get(path) ?? new Map<number, string>();
    for (const [at, line] of lines.entries()) known.set(startLine + at, line);
    byPath.set(path, known);
  }
  return (path, marked, context = excerptContext) => {
    const known = byPath.get(path);
    if (known === undefined) return [];
    const sorted = [...new Set(marked)].toSorted((one, other) => one - other);
    return windows(sorted, context).flatMap(([from, to]) => {
      const lines = range(from, to).flatMap((number) => {
        const text = known.get(number);
        return text === undefined ? [] : [{ number, text, marked: marked.includes(number) }];
      });
      const speaks = ({ text, marked: isMarked }: ExcerptLine): boolean => isMarked || text.trim() !== '';
      return lines.slice(Math.max(0, lines.findIndex(speaks)), lines.findLastIndex(speaks) + 1);
    });
  };
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
