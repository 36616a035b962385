// Which of the files beside a backup is the one before it.
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import { gatherBackup } from './gather.ts';
import { bytesOfSibling } from './siblings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-siblings-'));
  const files: readonly (readonly [name: string, bytes: number, day: number])[] = [
    ['app-2026-01-01.sql', 9_000, 1],
    ['app-2026-01-02.sql', 8_000, 2],
    ['app-2026-01-03.sql', 700, 3],
    ['app-2026-01-04.sql', 9_500, 4],
    ['other-2026-01-02.sql', 100, 2],
    ['app-2026-01-02.sql.sha256', 64, 2],
    ['latest.sql', 10, 3],
  ];
  for (const [name, bytes, day] of files) {
    await writeFile(join(folder, name), 'x'.repeat(bytes));
    await utimes(join(folder, name), day, day);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['app-2026-01-03.sql', 8_000],
  ['app-2026-01-02.sql', 9_000],
  ['app-2026-01-01.sql', undefined],
  ['other-2026-01-02.sql', undefined],
  ['latest.sql', undefined],
])('before %s', async (name, bytes) => {
  expect(await bytesOfSibling(join(folder, name))).toBe(bytes);
});

test('one that is half as large as the one before is told, also where it is no backup at all', async () => {
  const path = join(folder, 'app-2026-01-03.sql');
  const gathered = await gatherBackup({ path, now: new Date(), maxAgeMs: 1e15, sets: [], onProgress: () => undefined });
  if ('missing' in gathered) throw new Error(gathered.missing);
  const answer = judgeBackup(gathered.found);
  expect('findings' in answer ? answer.findings.map(({ message }) => message) : []).toContain(
    'it is 1 kB, less than half of the one before (8 kB)',
  );
});
