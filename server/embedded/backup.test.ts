// The backup of the embedded database, by its command.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../migrations/migrations.ts';
import { openEmbeddedPostgres } from '../supabase/embedded-postgres.ts';
import { lockFolder } from '../supabase/lock.ts';

const command = fileURLToPath(new URL('backup.ts', import.meta.url));
const backup = () => spawnSync(process.execPath, [command, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'training-plan-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('says where it looked for a database in vain', () => {
  expect(backup()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^there is no embedded database in .+\n$/) });
});

it('writes tables, policies and rows as pg_dump does, and waits for no server that runs on', async () => {
  await mkdir(join(folder, 'database'), { recursive: true });
  const database = await openEmbeddedPostgres(join(folder, 'database', 'postgres'));
  await database.script(await readFile(new URL('../supabase/foundation.sql', import.meta.url), 'utf8'));
  await migrate(database);
  await database.script(`insert into public.documents (title, content) values ('of "signs"', 'a \\ and a tab\t')`);
  await database.close();
  const { status, stdout } = backup();
  expect(status).toBe(0);
  expect(stdout).toContain('-- PostgreSQL database dump');
  expect(stdout).toContain('CREATE POLICY');
  expect(stdout).toContain(`'of "signs"', 'a \\ and a tab\t'`);
  const release = await lockFolder(join(folder, 'database'));
  expect(backup()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/in use by process \d+\n$/) });
  await release();
});
