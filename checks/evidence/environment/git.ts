// What git knows of the checkout: which files it tracks, and where a name is written. The repository's own hooks and monitors never run.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const limitMs = 5_000;
const longestOutputBytes = 16 * 1024 * 1024;

/** Paths, of those given, that git tracks; or why it could not say. Paths are relative to `root`. */
export async function trackedFiles(
  root: string,
  paths: readonly string[],
): Promise<{ tracked: ReadonlySet<string> } | { missing: string }> {
  if (paths.length === 0) return { tracked: new Set() };
  try {
    const { stdout } = await git(root, ['ls-files', '-z', '--', ...paths.map((path) => `:(literal)${path}`)]);
    return { tracked: new Set(stdout.split('\0').filter(Boolean)) };
  } catch {
    return { missing: 'git could not say which files are committed' };
  }
}

/** Names, of those given, that stand as a word in any text of the checkout but environment files and prose; undefined where nobody could look. */
export async function namesWritten(root: string, names: readonly string[]): Promise<readonly string[] | undefined> {
  const searched = names.filter((name) => /^\w+$/.test(name)).slice(0, 500);
  if (searched.length === 0) return [];
  const left = ['**/.env*', '**/*.env', '**/env.*', '**/*.md', '**/*.mdx', '**/*.rst', '**/node_modules/**', '**/.git/**', '**/.venv/**'];
  const options = ['--no-index', '--exclude-standard', '-I', '-h', '-o', '-w', '-F', '--no-color'];
  const words = searched.flatMap((name) => ['-e', name]);
  if (await isIgnored(root)) return undefined;
  try {
    const where = ['--', '.', ...left.map((glob) => `:(exclude,glob)${glob}`)];
    const whole = await matching(root, ['grep', ...options, ...words, ...where]);
    const built = await matching(root, [
      'grep',
      '--no-index',
      '--exclude-standard',
      '-I',
      '-h',
      '-o',
      '-E',
      '--no-color',
      '-e',
      template,
      ...where,
    ]);
    const forms = built.map((each) => new RegExp(`^${each.replace(/\$?\{[^}]*\}/g, '\\w+')}$`));
    return [...new Set([...whole, ...searched.filter((name) => forms.some((form) => form.test(name)))])].sort();
  } catch {
    return undefined;
  }
}

/** A name with a hole in it, `f"{prefix}_URL"` or `${service}_URL`: what is read is known at run time alone. */
const template = '[A-Z0-9_]*[A-Z]_[$]?\\{[^}"\']+\\}[A-Z0-9_]*|[$]?\\{[^}"\']+\\}_[A-Z0-9_]*[A-Z][A-Z0-9_]*';

async function matching(root: string, args: readonly string[]): Promise<readonly string[]> {
  try {
    const { stdout } = await git(root, args);
    return [...new Set(stdout.split('\n').filter(Boolean))];
  } catch (error) {
    // Exit code 1 is git's way to say that nothing matched.
    if (error instanceof Error && 'code' in error && error.code === 1) return [];
    throw error;
  }
}

// Inside a folder that an outer repository ignores, the search would find nothing and prove nothing.
async function isIgnored(root: string): Promise<boolean> {
  return git(root, ['check-ignore', '-q', '.']).then(
    () => true,
    () => false,
  );
}

function git(root: string, args: readonly string[]): Promise<{ stdout: string }> {
  const inert = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return run('git', [...inert, ...args], {
    cwd: root,
    timeout: limitMs,
    maxBuffer: longestOutputBytes,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
}
