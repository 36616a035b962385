// Whose suppressions count. Of a pull request it is the branch it goes into, so that no change exempts itself.
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { configNames } from '../config/find.ts';
import type { GovernedConfig } from '../config/settings.ts';
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
  const target = targetOf(environment) ?? (await queueTarget(environment));
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

const queued = z.object({ merge_group: z.object({ base_ref: z.string() }) });

/** A merge queue tests a change once more before it goes in, and says where only in the event itself. */
async function queueTarget({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path }: Environment): Promise<string | undefined> {
  if (name !== 'merge_group' || path === undefined) return undefined;
  const event = queued.safeParse(JSON.parse(await readFile(path, 'utf8').catch(() => '{}')));
  return event.success ? event.data.merge_group.base_ref.replace(/^refs\/heads\//, '') : undefined;
}

/** The text of a file that governs; undefined where there is none at that revision. */
export async function governedFile(governing: Governing, root: string, path: string): Promise<string | undefined> {
  if (governing.commit === undefined) throw absent(governing);
  return fileAt(root, governing.commit, path);
}

/**
 * The configuration at the revision that governs: the file that is named, else the nearest above the audited folder, as it was found then;
 * a named file outside of the repository is its own master. Undefined where there was none.
 */
export async function governedConfig(
  governing: Governing,
  root: string,
  own: { readonly file: string; readonly named: boolean } | undefined,
): Promise<GovernedConfig | undefined> {
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.trim();
  if (own?.named === true && (top === undefined || relative(top, own.file).startsWith('..'))) {
    return { file: own.file, text: await readFile(own.file, 'utf8') };
  }
  if (top === undefined) return undefined;
  if (governing.commit === undefined) {
    if (own === undefined) return undefined;
    throw absent(governing);
  }
  const file = own?.named === true ? own.file : await nearestAt(governing.commit, root, top);
  const text = file === undefined ? undefined : await fileAt(top, governing.commit, relative(top, file).split(sep).join('/'));
  return file === undefined || text === undefined ? undefined : { file, text };
}

async function nearestAt(commit: string, root: string, top: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    const way = relative(top, folder).split(sep).join('/');
    const listed = (await git(top, ['ls-tree', '--name-only', `${commit}:${way}`])) ?? '';
    const there = new Set(listed.split('\n'));
    const name = configNames.find((each) => there.has(each));
    if (name !== undefined) return join(folder, name);
    if (folder === top || dirname(folder) === folder) return undefined;
  }
}

/** What to say where the revision that governs is not at hand. */
export const absent = ({ name }: Governing): Problem =>
  new Problem(
    `this change goes into ${name}, whose baseline, suppressions and gate count and not its own, and ${name} is not in this clone: ` +
      'fetch it (fetch-depth: 0), or name what governs with --suppressions-from <revision|worktree>',
  );
