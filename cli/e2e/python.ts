// A Python with what a target needs, made by the tests themselves: nothing is expected of the machine but python3 and its package index.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const place = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'launchgate-python');

/** The interpreter's path, or why there is none. The environment is kept between runs. */
export function pythonWith(packages: readonly string[]): { readonly python: string } | { readonly missing: string } {
  const python = join(place, 'bin', 'python');
  const runs = (args: readonly string[], timeout: number): boolean => spawnSync(python, args, { stdio: 'ignore', timeout }).status === 0;
  const modules = packages.map((name) => name.replace(/==.*$/, '').replace('PyJWT', 'jwt'));
  if (!existsSync(python)) {
    mkdirSync(join(place, '..'), { recursive: true });
    const made = spawnSync('python3', ['-m', 'venv', place], { stdio: 'ignore', timeout: 120_000 });
    if (made.error) return { missing: 'there is no python3 on this machine' };
    if (made.status !== 0) return { missing: 'python3 could not make a virtual environment here (is python3-venv installed?)' };
  }
  if (runs(['-c', `import ${modules.join(', ')}`], 60_000)) return { python };
  return runs(['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], 240_000)
    ? { python }
    : { missing: `pip could not install ${packages.join(', ')}` };
}
