// Which variables a service may read back from environment files by itself, so that taking them out of its environment proves nothing.
import { readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { filesIn } from '../environment/discover.ts';
import { readEnvironmentFile } from '../environment/parse.ts';

const deepest = 3;
const mostFolders = 300;
const skipped = /^(?:node_modules|\.git|\.?venv|env|dist|build|target|__pycache__|\.next|\.cache|vendor|coverage)$/;

/** Names set by environment files in the folder, three levels below and above it, and by `--env-file` of the command. */
export async function refilledNames(command: string, cwd: string): Promise<ReadonlySet<string>> {
  const folders = [...ancestors(cwd), ...(await below(cwd))];
  const files = (await Promise.all(folders.map((folder) => filesIn(folder, '', true)))).flat().filter(({ role }) => role !== 'example');
  const named = [...command.matchAll(/--env-file(?:-if-exists)?[= ]["']?([^\s"']+)/g)].flatMap(([, path]) => path ?? []);
  const paths = [...files.map(({ path }) => path), ...named.map((path) => (isAbsolute(path) ? path : join(cwd, path)))];
  const read = await Promise.all([...new Set(paths)].map(readEnvironmentFile));
  return new Set(read.flatMap((file) => ('problem' in file ? [] : file.assigned.map(({ name }) => name))));
}

function ancestors(cwd: string): readonly string[] {
  const found: string[] = [];
  for (let folder = dirname(cwd); found.length < deepest && folder !== dirname(folder); folder = dirname(folder)) found.push(folder);
  return found;
}

async function below(cwd: string): Promise<readonly string[]> {
  const found = [cwd];
  let level = [cwd];
  for (let depth = 0; depth < deepest && found.length < mostFolders; depth += 1) {
    level = (await Promise.all(level.map(subfolders))).flat().slice(0, mostFolders - found.length);
    found.push(...level);
  }
  return found;
}

async function subfolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !skipped.test(entry.name)).map((entry) => join(folder, entry.name));
}
