// What the repository knows, by calling git: no shell, no output on the terminal, nothing changed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const largest = 256 * 1024 * 1024;

/** stdout of a git command in a folder, undefined where it fails or there is no git. */
export async function git(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', [...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: largest,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', ...environment },
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/** The commit that a revision names here; undefined for none, and for what could be taken for an option. */
export async function commitOf(folder: string, revision: string): Promise<string | undefined> {
  if (revision.startsWith('-')) return undefined;
  const found = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return found?.trim();
}

/** A file as a commit holds it; the path is relative to the folder, which may lie anywhere in the repository. */
export const fileAt = (folder: string, commit: string, path: string): Promise<string | undefined> =>
  git(folder, ['show', `${commit}:./${path}`]);

/** Paths, relative to the folder, of the text files that hold a word: of a commit, or as they lie there, ignored ones left out. */
export async function filesWith(folder: string, word: string, commit?: string): Promise<readonly string[]> {
  const search = ['grep', '-I', '-l', '-z', '-F', '-e', word];
  const inRepository = (await git(folder, ['rev-parse', '--is-inside-work-tree']))?.trim() === 'true';
  const where = commit !== undefined ? [commit] : inRepository ? ['--untracked'] : ['--no-index', '--exclude-standard'];
  const found = await git(folder, commit === undefined ? [...search, ...where, '--', '.'] : [...search, ...where, '--', '.']);
  return (found ?? '')
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => (commit === undefined ? path : path.slice(commit.length + 1)));
}
