// For tests: a scratch git repository with the files given, and commits on demand.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Repository {
  readonly root: string;
  /** Writes files; undefined deletes one. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void;
  readonly commit: (message: string) => void;
  readonly git: (...args: readonly string[]) => string;
  readonly remove: () => void;
}

/** A repository on branch main, with one commit of these files. */
export function scratchRepository(files: Readonly<Record<string, string>>): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'launchgate-repository-')));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write: Repository['write'] = (each) => {
    for (const [path, text] of Object.entries(each)) {
      const file = join(root, path);
      if (text === undefined) rmSync(file, { force: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  const commit = (message: string): void => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  write(files);
  commit('base');
  return { root, write, commit, git, remove: () => rmSync(root, { recursive: true, force: true }) };
}
