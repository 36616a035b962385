// Where reports and results are written, and what must never be replaced by one.
import { existsSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeSafely } from './outputs.ts';

it.skipIf(!existsSync('/dev/full'))('a full disk is told in one line, and a device stays one', async () => {
  await expect(writeSafely('/dev/full', 'report')).rejects.toThrow("can't write /dev/full: ENOSPC");
  expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  await writeSafely('/dev/null', 'report');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});
