// Lines are gathered and written together: none may be lost or change places, however the process ends.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const log = JSON.stringify(new URL('log.ts', import.meta.url).href);
const lines = 2_000;

/** A process that logs its lines and ends as told; what it wrote, and how it ended. */
async function ended(by: string, stdout: 'pipe' | number = 'pipe'): Promise<{ readonly written: string; readonly code: number | null }> {
  const script = `import { createLog } from ${log};
    const log = createLog({ LOG_LEVEL: 'INFO', DEBUG: false, LOG_FILE: undefined });
    for (let n = 0; n < ${lines}; n += 1) log.info({ n }, 'line');
    ${by}`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], { stdio: ['ignore', stdout, 'ignore'] });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const written = child.stdout === null ? '' : await text(child.stdout);
  return { written, code: await exit };
}

describe('a log', () => {
  const ends: readonly (readonly [how: string, by: string, code: number])[] = [
    ['by itself', '', 0],
    ['at once', 'process.exit(3);', 3],
    ['by an error nobody caught', "throw new Error('gone');", 1],
    ['after a fatal line', "log.fatal('gone'); process.exit(1);", 1],
  ];
  for (const [how, by, expected] of ends) {
    it(`is whole and in order when the process ends ${how}`, async () => {
      const { written, code } = await ended(by);
      const numbers = [...written.matchAll(/"n":(\d+)/g)].map(([, n]) => Number(n));
      expect([code, numbers]).toEqual([expected, Array.from({ length: lines }, (_, n) => n)]);
    });
  }

  it('on a full disk holds up neither the process nor its end', async () => {
    const full = openSync('/dev/full', 'w');
    expect((await ended("log.fatal('gone');", full)).code).toBe(0);
    closeSync(full);
  });
});
