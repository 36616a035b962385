// A folder for what is thrown away: it belongs to whom a server, or a program that meets a backup, is run as.
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerUser, serverUser } from './process.ts';

/** What a program that meets a backup is given. */
export interface Bench {
  /** Whom it is run as; root is nobody there. */
  readonly user: ServerUser;
  /** Belongs to that user. */
  readonly folder: string;
}

/** Gone when stopped. */
export async function openBench(name: string): Promise<Bench & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `launchgate-${name}-`));
  const user = serverUser();
  if (user.uid !== undefined) await chown(folder, user.uid, user.uid);
  return { folder, user, stop: () => rm(folder, { recursive: true, force: true }) };
}
