// A saved report in another format.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { catalog } from '../../checks/catalog/index.ts';
import { withComparison } from '../../reports/comparison.ts';
import type { Report } from '../../reports/report.ts';
import { parseReport } from '../../reports/report-schema.ts';
import type { ExitCode } from '../command.ts';
import type { ReportFlags } from '../flags.ts';
import { codeOf, messageOf, Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { deliver, exitCodeOf } from './deliver.ts';
import { checkWritable, chosenOutputs } from './outputs.ts';

/** Reads a report.json, or stdin for `-`, and renders it again; a Problem where it is none. */
export async function renderAgain(file: string, flags: ReportFlags): Promise<ExitCode> {
  const outputs = chosenOutputs(flags);
  const parsed = parseReport(file === '-' ? await text(process.stdin) : await read(file));
  if ('problem' in parsed) throw new Problem(`${file === '-' ? 'stdin' : file}: ${parsed.problem}`);
  await checkWritable(outputs.flatMap((output) => output.file ?? []));
  const report = await compared(parsed.report, flags.compare);
  await deliver(report, { outputs, guides: catalog, again: true }, openTerminal(flags), flags);
  return flags.exitCode === true ? exitCodeOf(parsed.report, false) : 0;
}

/** The report beside an earlier one, where one is named; a Problem where that is none. */
export async function compared(report: Report, earlier: string | undefined): Promise<Report> {
  if (earlier === undefined) return report;
  const parsed = parseReport(await read(earlier));
  if ('problem' in parsed) throw new Problem(`${earlier}: ${parsed.problem}`);
  return withComparison(report, parsed.report);
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new Problem(codeOf(thrown) === 'ENOENT' ? `no such report: ${file}` : `can't read ${file}: ${messageOf(thrown)}`);
  }
}
