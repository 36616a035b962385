// Reads a folder of saved reports; what is no report is told and left aside.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseReport } from '../../reports/report-schema.ts';
import { trendFormats, trendOf } from '../../reports/trend.ts';
import type { ExitCode } from '../command.ts';
import { Problem } from '../problem.ts';
import { openTerminal, type TerminalFlags } from '../terminal.ts';
import { checkWritable, writeSafely } from './outputs.ts';
import { existingFolder } from './target.ts';

export type TrendFlags = TerminalFlags & { readonly format: string; readonly output?: string };

/** A Problem where the folder holds no report. */
export async function trend(folder: string, flags: TrendFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const root = existingFolder(folder);
  const names = (await readdir(root)).filter((name) => name.endsWith('.json')).toSorted();
  const read = await Promise.all(names.map(async (name) => ({ name, parsed: parseReport(await readFile(join(root, name), 'utf8')) })));
  const reports = read.flatMap(({ parsed }) => ('report' in parsed ? [parsed.report] : []));
  for (const { name, parsed } of read) if ('problem' in parsed) terminal.step(`Left aside ${name}: ${parsed.problem}`);
  if (reports.length === 0) throw new Problem(`${folder} holds no report of launchgate`);
  const text = trendFormats[flags.format]?.(trendOf(reports)) ?? '';
  if (flags.output === undefined) await terminal.report(text);
  else {
    await checkWritable([resolve(flags.output)]);
    await writeSafely(resolve(flags.output), text);
  }
  return 0;
}
