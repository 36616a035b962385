// One process per data folder: two on the same one would each see only their own writes, and lose the other's.
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const held = new Set<string>();

/** Takes the folder, waiting so long for a process that is just leaving; gives what releases it. */
export async function lockFolder(folder: string, patienceMs = 5_000): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(resolve(folder), 'lock');
  for (const until = Date.now() + patienceMs; ; await sleep(50)) {
    const holder = await take(file);
    if (holder === undefined) {
      held.add(file);
      return async () => {
        await rm(file, { force: true });
        held.delete(file);
      };
    }
    if (!isRunning(holder, file)) await removeLeftBehind(file, holder);
    else if (Date.now() > until) throw new Error(`the data folder ${folder} is in use by process ${holder}`);
  }
}

/** Undefined when the lock is ours now; else the process that holds it. */
async function take(file: string): Promise<number | undefined> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return Number(await readFile(file, 'utf8').catch(() => Number.NaN));
  }
}

/** Moves it aside first: of two who find the same lock left behind, one must not remove what the other has just taken. */
async function removeLeftBehind(file: string, holder: number): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if (Number(await readFile(aside, 'utf8')) !== holder) await link(aside, file).catch(() => undefined);
  await rm(aside);
}

function isRunning(processId: number, file: string): boolean {
  // Just made and not yet written: somebody is at it.
  if (!Number.isInteger(processId) || processId <= 0) return true;
  // In a container every start has the same id: a lock that says so and is not ours was left behind.
  if (processId === process.pid) return held.has(file);
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
