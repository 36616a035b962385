// Which report goes where: `-f`, `-o`, `--json`.

import { randomUUID } from 'node:crypto';
import { access, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { makeFolder } from '../../checks/evidence/make-folder.ts';
import { formats } from '../../reports/formats.ts';
import type { OutputFlags } from '../flags.ts';
import { didYouMean } from '../nearest.ts';
import { codeOf, messageOf, Problem } from '../problem.ts';
import { runByAgent } from './agent.ts';

export interface Output {
  readonly format: string;
  /** Absolute; absent for stdout. */
  readonly file?: string;
}

/** What the flags ask for; a Problem where two reports would share stdout or a file. */
export function chosenOutputs(flags: OutputFlags): readonly Output[] {
  const asked = (flags.format ?? []).map(parseOutput);
  if (flags.checklist !== undefined) asked.push({ format: 'checklist', file: resolve(flags.checklist) });
  if (flags.json === true && !asked.some(({ format, file }) => format === 'json' && file === undefined)) asked.push({ format: 'json' });
  const { output } = flags;
  if (flags.format === undefined && flags.json !== true) asked.push({ format: output === undefined ? unasked() : formatOf(output) });
  const toStdout = asked.filter(({ file }) => file === undefined);
  if (toStdout.length > 1) throw new Problem(`only one report fits stdout: write -f ${toStdout[1]?.format}=<file>`);
  if (output !== undefined && toStdout.length === 0) throw new Problem('-o has no report to write: every -f names its own file');
  const outputs = output === undefined ? asked : asked.map((each) => ({ ...each, file: each.file ?? resolve(output) }));
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new Problem(`two reports would be written to ${twice}`);
  return outputs;
}

function parseOutput(text: string): Output {
  const [name = '', ...rest] = text.split('=');
  const known = Object.keys(formats);
  const format = known.find((each) => each === (name === 'md' ? 'markdown' : name));
  if (format === undefined) throw new Problem(`unknown format "${name}"${didYouMean(name, known)}; formats are ${known.join(', ')}`);
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new Problem(`-f ${name}= names no file`);
  return rest.length === 0 ? { format } : { format, file: resolve(file) };
}

const unasked = (): string => (runByAgent(process.env) ? 'agent' : 'text');

const endings: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};
const formatOf = (file: string): string => (/\.sarif\.json$/i.test(file) ? 'sarif' : (endings[extname(file).toLowerCase()] ?? 'text'));

/** A Problem, before any work is done, where a file, or the folder of what is kept, can't be written. */
export async function checkWritable(files: readonly string[], folder?: string): Promise<void> {
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory() === true) throw new Problem(`can't write ${file}: it is a folder`);
    await makeFolder(dirname(file)).catch((thrown) => {
      throw new Problem(`can't write ${file}: ${messageOf(thrown)}`);
    });
  }
  if (folder === undefined) return;
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (thrown) {
    throw new Problem(`can't write to ${folder}: ${messageOf(thrown)}`);
  }
  if (!(await stat(folder)).isDirectory()) throw new Problem(`can't write to ${folder}: it is no folder`);
}

/** Writes beside the file and renames, so that nobody ever reads half of it; a link stays a link. */
export async function writeSafely(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const there = await stat(target).catch(() => undefined);
  const mode = there === undefined ? 0o644 : there.mode & 0o777;
  // A device or a pipe is written to; put in its place, a file would take it away from everybody.
  if (there !== undefined && !there.isFile() && !there.isDirectory()) {
    return writeFile(target, text).catch((thrown: unknown) => {
      throw new Problem(`can't write ${file}: ${messageOf(thrown)}`);
    });
  }
  const beside = join(dirname(target), `.${randomUUID()}.launchgate`);
  try {
    await makeFolder(dirname(target));
    await writeFile(beside, text, { mode });
    await rename(beside, target);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw new Problem(`can't write ${file}: ${messageOf(thrown)}`);
  }
}

/** The text of a file, undefined where there is none; a Problem where it can't be read. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
  }
}
