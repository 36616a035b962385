// The source files of a folder, all of them, tests included: what every contestant of this bench is given.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const skipped = /^(?:node_modules|\.git|dist|build|\.venv|venv|__pycache__)$/;
const scripts = /\.[mc]?[jt]sx?$/;

export interface SourceFiles {
  readonly scripts: readonly string[];
  readonly python: readonly string[];
}

export function sourceFiles(root: string): SourceFiles {
  const files = walk(root);
  return { scripts: files.filter((path) => scripts.test(path)), python: files.filter((path) => path.endsWith('.py')) };
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.test(entry.name) ? [] : walk(path);
    return entry.isFile() && (scripts.test(entry.name) || entry.name.endsWith('.py')) ? [path] : [];
  });
}
