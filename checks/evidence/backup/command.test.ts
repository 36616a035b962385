// What a command that writes a backup says when it fails, without what it was given.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runToFile } from './command.ts';

test('the last line of a command that failed holds no password that it was given', async () => {
  const word = crypto.getRandomValues(Buffer.alloc(18)).toString('base64url');
  const folder = await mkdtemp(join(tmpdir(), 'launchgate-command-'));
  const command = `PGPASSWORD=${word} sh -c 'echo "refused: $PGPASSWORD" >&2; exit 4'`;
  const ran = await runToFile(command, { file: join(folder, 'backup') }, undefined);
  await rm(folder, { recursive: true });
  expect(ran).toEqual({ missing: 'the command that writes the backup ended with code 4: refused: [PGPASSWORD]' });
});
