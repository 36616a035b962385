// What is audited, as the command line names it.
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf, messageOf, Problem } from '../problem.ts';

/** The folder, absolute and without links; a Problem where there is none. */
export function existingFolder(path: string): string {
  try {
    const folder = realpathSync(resolve(path));
    if (statSync(folder).isDirectory()) {
      accessSync(folder, constants.R_OK | constants.X_OK);
      return folder;
    }
  } catch (thrown) {
    throw new Problem(codeOf(thrown) === 'ENOENT' ? `no such folder: ${path}` : `can't read ${path}: ${messageOf(thrown)}`);
  }
  throw new Problem(`${path} is not a folder`);
}

/** Env files that exist, absolute; a Problem names the first that does not. */
export function existingFiles(paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    const file = resolve(path);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new Problem(`no such env file: ${path}`);
    return file;
  });
}
