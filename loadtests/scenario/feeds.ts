// Rows that journeys take their values from: CSV, JSON, or written in the scenario.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Row, Scenario } from './schema.ts';

export interface Feed {
  readonly columns: readonly string[];
  readonly next: () => Row;
}

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1);

/** Every feed of the scenario; throws an Error in one line for the file that can't be read. */
export async function openFeeds(feeds: Scenario['feeds'], folder: string): Promise<ReadonlyMap<string, Feed>> {
  const opened = new Map<string, Feed>();
  for (const [name, feed] of Object.entries(feeds ?? {})) {
    const rows = 'rows' in feed ? feed.rows : await readRows(resolve(folder, feed.file), name);
    opened.set(name, feedOf(rows, feed.order ?? 'in-turn'));
  }
  return opened;
}

function feedOf(rows: readonly Row[], order: 'in-turn' | 'random'): Feed {
  let at = -1;
  const next = () => {
    at = order === 'random' ? Math.floor(Math.random() * rows.length) : (at + 1) % rows.length;
    return rows[at] ?? {};
  };
  // Only what every row has can be counted on.
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.every((row) => Object.hasOwn(row, column)));
  return { columns, next };
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
