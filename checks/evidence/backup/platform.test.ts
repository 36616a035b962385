// A server on this machine that answers as the Management API is documented to; what becomes of what it says, and of the token.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeBackup } from '../../catalog/backups-verified/backup.ts';
import type { BackupEvidence, PlatformBackups } from '../../model.ts';
import { readPlatform } from './platform.ts';

const now = new Date('2026-06-10T12:00:00Z');
const token = `sbp_${'0'.repeat(40)}`;
const backup = (at: string, status: string) => ({ is_physical_backup: false, status, inserted_at: at });
const base = { region: 'eu-central-1', walg_enabled: true, pitr_enabled: false, backups: [], physical_backup_data: {} };
const projects: Readonly<Record<string, unknown>> = {
  daily: { ...base, backups: [backup('2026-06-09T02:00:00Z', 'COMPLETED'), backup('2026-06-10T02:00:00Z', 'COMPLETED')] },
  pitr: {
    ...base,
    pitr_enabled: true,
    physical_backup_data: {
      earliest_physical_backup_date_unix: now.getTime() / 1000 - 7 * 86_400,
      latest_physical_backup_date_unix: now.getTime() / 1000 - 120,
    },
  },
  stale: { ...base, backups: [backup('2026-06-10T02:00:00Z', 'FAILED'), backup('2026-06-05T12:00:00Z', 'COMPLETED')] },
  none: base,
  odd: { message: 'what is this' },
};

let api: Server;
let url: string;
const asked: (string | undefined)[] = [];
beforeAll(async () => {
  api = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const ref = /^\/v1\/projects\/(\w+)\/database\/backups$/.exec(request.url ?? '')?.[1] ?? '';
    if (ref === 'moved') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    const status = request.headers.authorization !== `Bearer ${token}` ? 401 : ref in projects ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(projects[ref] ?? { message: 'no' }));
  });
  await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
  const address: AddressInfo | string | null = api.address();
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => new Promise((done) => api.close(done)));

const read = (ref: string, given = token) => readPlatform({ ref, token: given, api: url, now });
const judged = (platform: { found: PlatformBackups } | { missing: string }) => {
  const evidence: BackupEvidence = {
    name: 'nightly.dump',
    format: { found: 'custom' },
    bytes: 1_000,
    ageMs: 1,
    maxAgeMs: 26 * 3_600_000,
    sha256: '0',
    checksum: { missing: '' },
    faults: [],
    restore: {
      found: {
        engine: 'PostgreSQL 15.1',
        restoreMs: 1,
        tables: [{ name: 'public.a', rows: 1 }],
        invariants: [],
        sequencesBehind: [],
        rolesNeeded: [],
        platformStoodIn: false,
      },
    },
    platform,
  };
  const answer = judgeBackup(evidence);
  return [answer.verdict, ...('findings' in answer ? answer.findings.map(({ message }) => message) : [answer.because])].join(' | ');
};

test.each([
  ['daily', /^pass .*keeps 2 backups, the newest 10 h old, and point-in-time recovery is off$/],
  ['pitr', /^pass .*keeps 0 backups, and point-in-time recovery is on over the last 7 days$/],
  ['stale', /^fail \| the newest backup that the platform tried to take failed \| the newest moment .* 5 days ago, more than the 26 h/],
  ['none', /^fail \| the platform keeps no backup of the project$/],
  ['odd', /^inconclusive \| .*in a form that is not known$/],
  ['unknown', /^inconclusive \| Supabase knows no project/],
  ['moved', /^inconclusive \| .*could not be asked/],
])('%s', async (ref, says) => {
  expect(judged(await read(ref))).toMatch(says);
  expect(asked.at(-1)).toBe(`GET /v1/projects/${ref}/database/backups`);
});

test('a token that is not accepted is not quoted', async () => {
  const wrong = `sbp_${'1'.repeat(40)}`;
  const found = await read('daily', wrong);
  expect(found).toEqual({ missing: 'the Management API of Supabase does not accept the token' });
});
