// Which files set or document the configuration, and what their names say of their role. The only place that knows such names.
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import type { EnvironmentSource } from '../../model.ts';

export type Role = EnvironmentSource['role'];
export interface EnvironmentFile {
  /** Relative to the audited root where it lies inside, else as it was given. */
  readonly name: string;
  readonly path: string;
  readonly role: Role;
}

const fileName = /^(?:\.env(?:[.-][\w.-]+)?|(?:env|dotenv)[.-](?:example|sample|template|dist)|(?:example|sample|template)\.env)$/i;
const noEnvironment = /\.(?:vault|keys|bak|backup|old|orig|swp|enc|gpg|age|asc|ts|js|mjs|cjs|json|py|md|sh|txt|ya?ml)$|~$/i;
const roles: readonly (readonly [Role, RegExp])[] = [
  ['example', /(?:^|[.-])(?:example|sample|template|dist|tpl|tmpl|schema)(?:[.-]|$)/i],
  ['test', /[.-](?:test|testing|ci|e2e)(?:[.-]|$)/i],
  ['production', /[.-](?:production|prod|live|staging|stage)(?:[.-]|$)/i],
  ['development', /[.-](?:development|dev|local)(?:[.-]|$)/i],
];

/** The role a file's name tells, if it tells one. */
export function roleOf(name: string): Role | undefined {
  const base = posix.basename(name);
  return roles.find(([, words]) => words.test(base))?.[0];
}

const otherFileName = /^[\w-][\w.-]*\.env$/i;

/**
 * Environment files of a folder; a folder that cannot be listed has none. `root` and the result's `path` are absolute.
 * `all` adds files that only end like one, as `local.env`.
 */
export async function filesIn(root: string, folder: string, all = false): Promise<readonly EnvironmentFile[]> {
  const names = await readdir(join(root, folder)).catch((): string[] => []);
  return names
    .filter((name) => (fileName.test(name) || (all && otherFileName.test(name))) && !noEnvironment.test(name))
    .sort()
    .map((name) => {
      const path = join(root, folder, name);
      return { name: nameOf(root, path), path, role: roleOf(name) ?? 'development' };
    });
}

/** A file that the user named. Its role is `given` unless its name tells another. */
export function givenFile(root: string, given: string): EnvironmentFile {
  const path = isAbsolute(given) ? given : join(root, given);
  return { name: nameOf(root, path, given), path, role: roleOf(path.split(sep).join('/')) ?? 'given' };
}

function nameOf(root: string, path: string, otherwise = path): string {
  const inside = relative(root, path).split(sep).join('/');
  return inside.startsWith('../') || isAbsolute(inside) ? otherwise : inside;
}
