// Rows that journeys take their values from: CSV, JSON, written in the scenario, or numbered.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Row, Scenario } from './schema.ts';
import type { Shared, SharedFeed } from './shared.ts';

export interface Feed {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly next: () => Row;
  /** Rows that were not given out yet, where each is given out once; Infinity else. */
  readonly left: () => number;
  readonly given: () => number;
  /** Goes on where another has got to who gives out the same rows. */
  readonly goOn: (given: number) => void;
}

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1);

/** Every feed of the scenario; throws an Error in one line for the file that can't be read. */
export async function openFeeds(feeds: Scenario['feeds'], folder: string, shared?: Shared): Promise<ReadonlyMap<string, Feed>> {
  const opened = new Map<string, Feed>();
  for (const [name, feed] of Object.entries(feeds ?? {})) {
    const { rows, given } = shared?.feeds.get(name) ?? { rows: await rowsOf(feed, { folder, name }), given: 0 };
    opened.set(name, feedOf({ rows, given }, feed.order ?? 'in-turn'));
  }
  return opened;
}

type WrittenFeed = NonNullable<Scenario['feeds']>[string];

async function rowsOf(feed: WrittenFeed, { folder, name }: { folder: string; name: string }): Promise<readonly Row[]> {
  if ('rows' in feed) return feed.rows;
  if ('count' in feed) return Array.from({ length: feed.count }, (_, at) => numbered(at + 1));
  const rows = await readRows(resolve(folder, feed.file), name);
  return feed.numbers === undefined ? rows : rows.map((row, at) => withNumbers(row, { feed: name, columns: feed.numbers ?? [], at }));
}

function withNumbers(row: Row, { feed, columns, at }: { feed: string; columns: readonly string[]; at: number }): Row {
  const wrong = columns.find((column) => String(row[column] ?? '').trim() === '' || !Number.isFinite(Number(row[column])));
  if (wrong !== undefined) throw new Error(`feed ${feed}: row ${at + 1} has no number in the column ${wrong}`);
  return { ...row, ...Object.fromEntries(columns.map((column) => [column, Number(row[column])])) };
}

/** A user, say, that is the same in every run by `number` and `id`, and new in every run by `newId`. */
function numbered(number: number): Row {
  return { number, id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, newId: randomUUID() };
}

function feedOf({ rows, given: before }: SharedFeed, order: 'in-turn' | 'random' | 'once'): Feed {
  let given = before;
  const next = () => {
    const at = order === 'random' ? Math.floor(Math.random() * rows.length) : given % rows.length;
    given += 1;
    return rows[at] ?? {};
  };
  const left = () => (order === 'once' ? Math.max(0, rows.length - given) : Number.POSITIVE_INFINITY);
  // Only what every row has can be counted on.
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.every((row) => Object.hasOwn(row, column)));
  const goOn = (to: number) => {
    given = Math.max(given, to);
  };
  return { rows, columns, next, left, given: () => given, goOn };
}

async function readRows(file: string, feed: string): Promise<readonly Row[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`feed ${feed}: can't read ${file}`);
  if (!file.endsWith('.json')) return csvRows(text, feed);
  const parsed = rowsSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new Error(`feed ${feed}: ${file} is no JSON array of flat objects`);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function csvRows(text: string, feed: string): readonly Row[] {
  const [header, ...lines] = csvFields(text);
  if (header === undefined || lines.length === 0) throw new Error(`feed ${feed}: needs a header line and at least one row`);
  return lines.map((fields, index) => {
    if (fields.length !== header.length)
      throw new Error(`feed ${feed}: row ${index + 1} has ${fields.length} fields, the header ${header.length}`);
    return Object.fromEntries(header.map((column, at) => [column, fields[at] ?? '']));
  });
}

/** RFC 4180: quoted fields may hold commas, quotes and line breaks. */
export function csvFields(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
