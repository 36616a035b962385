// Whose suppressions count. Of a pull request it is the branch it goes into, so that no change exempts itself.
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { Problem } from '../problem.ts';
import { commitOf, fileAt, git } from './git.ts';

export interface Governing {
  /** As a reader knows it: `origin/main`. */
  readonly name: string;
  /** Absent where it is not in this clone. */
  readonly commit?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The revision that governs: the one named, else the target of the pull request this job runs for; undefined for the files as they lie there. */
export async function governingRevision(root: string, named: string | undefined, environment: Environment): Promise<Governing | undefined> {
  if (named === 'worktree') return undefined;
  if (named !== undefined) {
    const commit = await commitOf(root, named);
    if (commit === undefined) throw new Problem(`--suppressions-from ${named}: there is no such revision in this clone`);
    return { name: named, commit };
  }
  const target = targetOf(environment);
  if (target === undefined) return undefined;
  for (const name of [`origin/${target}`, target]) {
    const commit = await commitOf(root, name);
    if (commit !== undefined) return { name, commit };
  }
  const base = environment.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  const commit = base === undefined || base === '' ? undefined : await commitOf(root, base);
  return { name: target, ...(commit === undefined ? {} : { commit }) };
}

// GitHub, GitLab, Bitbucket, Azure, Buildkite, Jenkins: each says in a variable what a change is meant for.
const targets = [
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  'SYSTEM_PULLREQUEST_TARGETBRANCHNAME',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
  'CHANGE_TARGET',
] as const;

function targetOf(environment: Environment): string | undefined {
  return targets.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
}

/** The text of a file that governs; undefined where there is none at that revision. */
export async function governedFile(governing: Governing, root: string, path: string): Promise<string | undefined> {
  if (governing.commit === undefined) throw absent(governing);
  return fileAt(root, governing.commit, path);
}

/** A configuration file's text at the revision that governs; undefined where it lies outside of the repository, or was not there. */
export async function governedConfig(governing: Governing, root: string, file: string): Promise<string | undefined> {
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.trim();
  if (top === undefined || relative(top, file).startsWith('..')) return readFile(file, 'utf8');
  return governedFile(governing, top, relative(top, file).split(sep).join('/'));
}

/** What to say where the revision that governs is not at hand. */
export const absent = ({ name }: Governing): Problem =>
  new Problem(
    `this change goes into ${name}, whose baseline, suppressions and gate count and not its own, and ${name} is not in this clone: ` +
      'fetch it (fetch-depth: 0), or name what governs with --suppressions-from <revision|worktree>',
  );
