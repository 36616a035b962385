// The commands as they are typed: a database that is behind, one that is current, a backup of it; no password in what is written.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noDumps, pgDump, realPostgres } from '../../checks/evidence/database/testing/real.ts';
import { launchgate } from '../testing/launchgate.ts';

describe.skipIf(noDumps !== undefined)(`launchgate db and backup ${noDumps ?? ''}`, { timeout: 60_000 }, () => {
  const real = realPostgres();
  let cwd: string;
  let url: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'launchgate-db-'));
    await mkdir(join(cwd, 'migrations'));
    await writeFile(join(cwd, 'migrations/001_plans.sql'), 'create table plans (id int primary key);\n');
    await writeFile(join(cwd, 'migrations/002_weeks.sql'), 'create table weeks (id int primary key, plan_id int references plans);\n');
    url = await real.database(
      "create table plans (id int primary key); create table schema_migrations (version text); insert into schema_migrations values ('001')",
    );
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  const resultsOf = (stdout: string): Readonly<Record<string, string>> => {
    const report: { results: readonly { id: string; verdict: string }[] } = JSON.parse(stdout);
    return Object.fromEntries(report.results.map(({ id, verdict }) => [id, verdict]));
  };

  test('what is pending fails, and its address is given by name', async () => {
    const ran = await launchgate(['db', 'APP_DATABASE', '.', '--json', '--only', 'migrations-current,migrations-safe'], {
      cwd,
      env: { APP_DATABASE: url },
    });
    expect({ exitCode: ran.exitCode, results: resultsOf(ran.stdout) }).toEqual({
      exitCode: 1,
      results: { 'migrations-current': 'fail', 'migrations-safe': 'pass' },
    });
    expect(ran.stdout).toContain('migration 002 is pending');
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(real.scratch().password);
  });

  test('kept evidence is judged again without the database, and holds no password', async () => {
    const only = ['--only', 'migrations-current,queries-optimized'];
    const first = await launchgate(['audit', '.', '--database-url', url, '--json', '--save-evidence', 'kept', ...only], { cwd });
    const again = await launchgate(['audit', '--from-evidence', 'kept', '--json', ...only], { cwd });
    expect(resultsOf(again.stdout)).toEqual(resultsOf(first.stdout));
    expect(resultsOf(first.stdout)['migrations-current']).toBe('fail');
    const texts = await Promise.all(
      ['evidence.json', 'database.json', 'migrations.json'].map((name) => readFile(join(cwd, 'kept', name), 'utf8')),
    );
    expect(texts.join()).not.toContain(real.scratch().password);
  });

  test('who can not be reached is no verdict', async () => {
    const ran = await launchgate(['db', 'postgres://u:secretword@127.0.0.1:1/x', '.'], { cwd });
    expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("can't connect to 127.0.0.1:1/x") });
    expect(`${ran.stdout}${ran.stderr}`).not.toContain('secretword');
    expect(await launchgate(['db', 'NOT_SET', '.'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('NOT_SET is not set'),
    });
  });

  test('a drill: verified against its source, recorded, and compared with by the next one', async () => {
    const dump = join(cwd, 'nightly.dump');
    await promisify(execFile)(pgDump, ['-Fc', '-f', dump, url]);
    const first = await launchgate(
      [
        'backup',
        'verify',
        'nightly.dump',
        '--against',
        'APP_DATABASE',
        '--rto',
        '10m',
        '--record',
        'drill.json',
        '--signed-off-by',
        'ops',
        '--json',
      ],
      { cwd, env: { APP_DATABASE: url, LAUNCHGATE_DRILL_KEY: 'ours' } },
    );
    expect({ exitCode: first.exitCode, results: resultsOf(first.stdout) }).toEqual({
      exitCode: 0,
      results: { 'backups-verified': 'pass' },
    });
    expect(JSON.parse(await readFile(join(cwd, 'drill.json'), 'utf8'))).toMatchObject({
      passed: true,
      verdict: 'pass',
      because: [expect.stringContaining('restored into PostgreSQL')],
      signedOffBy: 'ops',
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
      restore: {
        limitMs: 600_000,
        tables: [
          { name: 'public.plans', rows: 0 },
          { name: 'public.schema_migrations', rows: 1 },
        ],
      },
    });
    const theirs = await launchgate(['backup', 'verify', 'nightly.dump', '--previous', 'drill.json'], {
      cwd,
      env: { LAUNCHGATE_DRILL_KEY: 'theirs' },
    });
    expect(theirs).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is not signed with the key of this machine') });
    const behind = await launchgate(
      ['backup', 'verify', 'nightly.dump', '--previous', 'drill.json', '--migrations', '.', '--rpo', '0.000001d'],
      { cwd },
    );
    expect(behind.exitCode).toBe(1);
    // Where a line is broken depends on the figures in it.
    const said = behind.stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain('its newest migration is 001');
    expect(said).toContain('more than the 0.1 s that may be lost');
  });

  test('a command that writes the backup is run, and its failure is no backup', async () => {
    const good = await launchgate(['backup', 'verify', '--command', `${pgDump} "$APP_DATABASE"`, '--quiet'], {
      cwd,
      env: { APP_DATABASE: url },
    });
    expect(good.exitCode).toBe(0);
    const bad = await launchgate(['backup', 'verify', '--command', 'echo half; echo "disk full" >&2; exit 3'], { cwd });
    expect(bad).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('ended with code 3: disk full') });
    expect(await launchgate(['backup', 'verify'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('name a backup'),
    });
  });
});
