// The files as another revision holds them, in a folder that is gone afterwards; the checkout and its index stay as they are.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt } from '../interrupt.ts';
import { Problem } from '../problem.ts';
import { commitOf, git } from './git.ts';

/** Runs the work on the folder as it was where the revision and what is checked out part; a Problem where there is no such revision. */
export async function atRevision<T>(root: string, revision: string, work: (folder: string) => Promise<T>): Promise<T> {
  const named = await commitOf(root, revision);
  if (named === undefined) throw new Problem(`--since ${revision}: there is no such revision in this clone`);
  const fork = (await git(root, ['merge-base', named, 'HEAD']))?.trim();
  const commit = fork === undefined || fork === '' ? named : fork;
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'launchgate-since-')));
  const clean = (): Promise<void> => rm(scratch, { recursive: true, force: true });
  const release = onInterrupt(clean);
  try {
    return await work(await filesOf(root, commit, scratch));
  } finally {
    release();
    await clean();
  }
}

async function filesOf(root: string, commit: string, scratch: string): Promise<string> {
  const prefix = ((await git(root, ['rev-parse', '--show-prefix'])) ?? '').trim().replace(/\/$/, '');
  const folder = join(scratch, 'tree');
  const index = { GIT_INDEX_FILE: join(scratch, 'index') };
  const read = await git(root, ['read-tree', `${commit}:${prefix}`], index);
  if (read === undefined) throw new Problem(`--since: ${root} was not there at ${commit.slice(0, 12)}`);
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.trim() ?? root;
  const written = await git(top, ['checkout-index', '--all', '--quiet', `--prefix=${folder}/`], index);
  if (written === undefined) throw new Problem(`--since: the files of ${commit.slice(0, 12)} could not be written`);
  return folder;
}
