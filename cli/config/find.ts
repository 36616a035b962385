// Finds the configuration file: from the audited folder upward to the root of its repository.
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

export const configNames = ['json', 'jsonc', 'yaml', 'yml', 'toml', 'ts', 'mts', 'js', 'mjs'].map(
  (ending) => `launchgate.config.${ending}`,
);

export interface FoundConfig {
  readonly file: string;
  /**
   * A configuration names a command to start, so one that came along with somebody else's folder is not obeyed unasked:
   * it must lie in the working directory, above it, or in the same repository.
   */
  readonly trusted: boolean;
}

/** The nearest file, or undefined; outside a repository the search ends at the working directory, or where it began. */
export function findConfig(auditedRoot: string, workingDirectory: string): FoundConfig | undefined {
  const start = resolve(auditedRoot);
  const end = repositoryOf(start) ?? (inside(start, workingDirectory) ? resolve(workingDirectory) : start);
  for (let folder = start; ; folder = dirname(folder)) {
    const name = configNames.find((each) => existsSync(join(folder, each)));
    if (name !== undefined) return { file: join(folder, name), trusted: isOwn(folder, workingDirectory) };
    if (folder === end || dirname(folder) === folder) return undefined;
  }
}

function isOwn(folder: string, workingDirectory: string): boolean {
  if (inside(workingDirectory, folder)) return true;
  const repository = repositoryOf(workingDirectory);
  return repository !== undefined && repository === repositoryOf(folder);
}

function repositoryOf(folder: string): string | undefined {
  for (let each = resolve(folder); ; each = dirname(each)) {
    if (existsSync(join(each, '.git'))) return each;
    if (dirname(each) === each) return undefined;
  }
}

function inside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}
