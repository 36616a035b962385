import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'training-plan-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a data folder', () => {
  it('is held by one at a time, and free once released', async () => {
    const release = await lockFolder(folder, 0);
    await expect(lockFolder(folder, 100)).rejects.toThrow(`in use by process ${process.pid}`);
    await release();
    await (await lockFolder(folder, 0))();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is waited for while its holder leaves', async () => {
    const release = await lockFolder(folder, 0);
    setTimeout(release, 200);
    await (await lockFolder(folder, 5_000))();
  });

  it('left behind by a process that died goes to one of those who ask', async () => {
    const child = spawn('true');
    await new Promise((resolve) => child.once('exit', resolve));
    await writeFile(join(folder, 'lock'), String(child.pid));
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder, 300)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('that a container left with our own process id is ours', async () => {
    await writeFile(join(folder, 'lock'), String(process.pid));
    await (await lockFolder(folder, 300))();
  });
});
