// Base backups of a real server: whole, packed, changed, without what they need; each is started on a copy, or it is said why not.
import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeBackup } from '../../../catalog/backups-verified/backup.ts';
import type { BackupEvidence } from '../../../model.ts';
import { noDumps, pgDump, realPostgres } from '../../database/testing/real.ts';
import { gatherBackup } from '../gather.ts';

describe.skipIf(noDumps !== undefined)(`base backups ${noDumps ?? ''}`, { timeout: 120_000 }, () => {
  const real = realPostgres();
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const take = async (name: string, ...options: readonly string[]): Promise<void> => {
    await rm(at(name), { recursive: true, force: true });
    await promisify(execFile)(join(dirname(pgDump), 'pg_basebackup'), [
      '-D',
      at(name),
      '-d',
      real.scratch().url(),
      '-c',
      'fast',
      ...options,
    ]);
  };
  const evidenceOf = async (name: string): Promise<BackupEvidence> => {
    const gathered = await gatherBackup({ path: at(name), now: new Date(), maxAgeMs: 86_400_000, sets: [], onProgress: () => undefined });
    if ('missing' in gathered) throw new Error(gathered.missing);
    return gathered.found;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'launchgate-base-'));
    await chmod(folder, 0o755);
    await real.database('create table public.plans as select n as id, md5(n::text) as title from generate_series(1, 20000) n');
    await take('whole');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('a server is started on a copy of it, and its rows are counted; the backup stays as it was', async () => {
    const before = await readFile(at('whole/postgresql.conf'), 'utf8');
    // What a backup's own settings name is not run, and whom they follow is not asked.
    await writeFile(at('whole/standby.signal'), '');
    const good = await evidenceOf('whole');
    await rm(at('whole/standby.signal'));
    expect(good).toMatchObject({
      format: { found: 'base' },
      faults: [],
      fromMajor: real.scratch().major,
      restore: {
        found: { engine: expect.stringContaining(real.scratch().engine), tables: [{ name: 'public.plans', rows: 20_000 }] },
      },
    });
    expect(judgeBackup(good)).toMatchObject({ verdict: 'pass' });
    expect(await readFile(at('whole/postgresql.conf'), 'utf8')).toBe(before);
    expect(await readdir(at('whole'))).not.toContain('postmaster.pid');
  });

  test('kept as packed tar files, it is unpacked first', async () => {
    await take('packed', '-Ft', '-z');
    const evidence = await evidenceOf('packed');
    expect(evidence).toMatchObject({ faults: [], restore: { found: { tables: [{ name: 'public.plans', rows: 20_000 }] } } });
  });

  test('one changed byte shows against the manifest, and half of a packed one as well', async () => {
    await cp(at('whole'), at('changed'), { recursive: true });
    const file = join(at('changed'), 'global', '1262');
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect(await evidenceOf('changed')).toMatchObject({ faults: [{ kind: 'corrupted', message: expect.stringContaining('global/1262') }] });
    await cp(at('packed'), at('half'), { recursive: true });
    const tar = await readFile(at('half/base.tar.gz'));
    await writeFile(at('half/base.tar.gz'), tar.subarray(0, tar.length / 2));
    const half = await evidenceOf('half');
    expect(half.faults).toHaveLength(1);
    expect(judgeBackup(half)).toMatchObject({ verdict: 'fail' });
  });

  test('without its write-ahead log nothing can be told of it', async () => {
    await take('dry', '-X', 'none');
    const evidence = await evidenceOf('dry');
    expect(evidence).toMatchObject({ faults: [], restore: { missing: expect.stringContaining('write-ahead log') } });
    expect(judgeBackup(evidence)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('of a version that is not installed here, nothing is started', async () => {
    await cp(at('whole'), at('other'), { recursive: true });
    await writeFile(at('other/PG_VERSION'), '99\n');
    const manifest = JSON.parse(await readFile(at('other/backup_manifest'), 'utf8'));
    expect(manifest.Files.some((file: { Path: string }) => file.Path === 'PG_VERSION')).toBe(true);
    const evidence = await evidenceOf('other');
    expect(judgeBackup(evidence).verdict).not.toBe('pass');
    expect(evidence.fromMajor).toBe(99);
  });
});
