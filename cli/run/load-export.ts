// `launchgate load export`: a scenario as a script for another engine.
import { resolve } from 'node:path';
import { k6Script } from '../../loadtests/k6/export.ts';
import { readForExport } from '../../loadtests/scenario/read.ts';
import type { ExitCode } from '../command.ts';
import type { LoadExportFlags } from '../load-flags.ts';
import { Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { checkWritable, writeSafely } from './outputs.ts';

/** Writes the script; a Problem where the scenario is wrong or can't be said there. */
export async function runLoadExport(given: string, flags: LoadExportFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const read = await readForExport(given);
  if ('problem' in read) throw new Problem(read.problem);
  const exported = k6Script(read, flags.url ?? read.url ?? 'http://127.0.0.1:3000');
  if ('problem' in exported) throw new Problem(exported.problem);
  if (flags.output === undefined) await terminal.report(exported.script);
  else {
    const file = resolve(flags.output);
    await checkWritable([file]);
    await writeSafely(file, exported.script);
    terminal.step(`Wrote ${flags.output}`);
  }
  return 0;
}
