// What the backup gatherer is told: the file, what it should hold, and how old it may be.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BackupRequest } from '../../../checks/evidence/backup/request.ts';
import { secretsInCommand } from '../../../checks/evidence/boot/given-secrets.ts';
import { redact } from '../../../checks/evidence/secret-shapes.ts';
import type { BackupEvidence, Gathered } from '../../../checks/model.ts';
import { interrupted, onInterrupt } from '../../interrupt.ts';
import { messageOf, Problem } from '../../problem.ts';
import type { Terminal } from '../../terminal.ts';
import { urlBehind } from './database.ts';

export interface BackupAsk {
  readonly path?: string;
  /** Writes the backup to its stdout. */
  readonly command?: string;
  /** Where it runs; else here. */
  readonly commandFolder?: string | undefined;
  readonly maxAgeMs?: number;
  readonly restoreLimitMs?: number;
  readonly checksum?: string;
  /** A file of SQL that must return nothing. */
  readonly invariants?: string;
  /** The source, whose rows are counted. */
  readonly against?: string;
  /** Reference of a project at Supabase, which is asked what it keeps. */
  readonly supabase?: string;
  /** The record of the last drill. */
  readonly previous?: string;
  /** Where the migrations lie that it should have. */
  readonly root: string | undefined;
}
/** A nightly backup, and two hours for it to be written. */
export const defaultMaxAgeMs = 26 * 3_600_000;

/** Verifies it; nothing is written but to a server of our own. A Problem where what it should hold can't be read. */
export async function knownBackup(ask: BackupAsk, terminal: Terminal): Promise<Gathered<BackupEvidence>> {
  const platform = ask.supabase === undefined ? undefined : await platformOf(ask.supabase, terminal);
  const gathered = await drilled(ask, terminal);
  return platform === undefined || !('found' in gathered) ? gathered : { found: { ...gathered.found, platform } };
}

/** Its token is only read from the environment: a command line is seen by others on the machine. */
async function platformOf(ref: string, terminal: Terminal) {
  const token = process.env.SUPABASE_ACCESS_TOKEN ?? '';
  if (token === '') throw new Problem('--supabase: the variable SUPABASE_ACCESS_TOKEN is not set');
  terminal.step('Asking Supabase what it keeps of the project');
  const { readPlatform } = await import('../../../checks/evidence/backup/platform.ts');
  const api = process.env.LAUNCHGATE_SUPABASE_API;
  return readPlatform({ ref, token, now: new Date(), signal: interrupted, ...(api === undefined ? {} : { api }) });
}

async function drilled(ask: BackupAsk, terminal: Terminal): Promise<Gathered<BackupEvidence>> {
  if (ask.command === undefined) return verified(ask, resolve(ask.path ?? ''), terminal);
  const folder = await mkdtemp(join(tmpdir(), 'launchgate-backup-'));
  const release = onInterrupt(() => rm(folder, { recursive: true, force: true }));
  try {
    const file = join(folder, 'backup');
    terminal.step(`Running: ${redact(ask.command, secretsInCommand(ask.command))}`);
    const { runToFile } = await import('../../../checks/evidence/backup/command.ts');
    const ran = await runToFile(ask.command, { file, cwd: ask.commandFolder }, interrupted);
    if ('missing' in ran) return ran;
    return await verified(ask, file, terminal);
  } finally {
    release();
    await rm(folder, { recursive: true, force: true });
  }
}

async function verified(ask: BackupAsk, path: string, terminal: Terminal): Promise<Gathered<BackupEvidence>> {
  const { gatherBackup } = await import('../../../checks/evidence/backup/gather.ts');
  const previous = await previousOf(ask);
  const counted = ask.against === undefined ? undefined : await sourceRows(ask.against, terminal);
  if (counted !== undefined && 'missing' in counted) return counted;
  const expectedRows = counted?.found.rows ?? previous?.rows;
  const expectedExtensions = counted?.found.extensions ?? previous?.extensions;
  const request: BackupRequest = {
    path,
    ...(ask.command === undefined ? {} : { name: 'backup of the command' }),
    now: new Date(),
    maxAgeMs: ask.maxAgeMs ?? defaultMaxAgeMs,
    ...(ask.restoreLimitMs === undefined ? {} : { restoreLimitMs: ask.restoreLimitMs }),
    ...(ask.checksum === undefined ? {} : { sha256: ask.checksum }),
    ...(ask.invariants === undefined ? {} : { invariants: await textOf(ask.invariants) }),
    ...(expectedRows === undefined ? {} : { expectedRows }),
    ...(expectedExtensions === undefined ? {} : { expectedExtensions }),
    ...(previous === undefined ? {} : { previousBytes: previous.bytes }),
    sets: await setsIn(ask.root),
    onProgress: (what) => terminal.step(what),
    signal: interrupted,
  };
  const verifying = gatherBackup(request);
  const release = onInterrupt(async () => void (await Promise.allSettled([verifying])));
  try {
    return await verifying;
  } finally {
    release();
  }
}

async function setsIn(root: string | undefined): Promise<BackupRequest['sets']> {
  if (root === undefined) return [];
  const { gatherMigrations } = await import('../../../checks/evidence/migrations/gather.ts');
  return (await gatherMigrations({ root, replay: false })).raw;
}

async function previousOf({ previous }: BackupAsk) {
  if (previous === undefined) return undefined;
  const { readRecord } = await import('../../../checks/evidence/backup/record.ts');
  const record = await readRecord(resolve(previous), process.env.LAUNCHGATE_DRILL_KEY || undefined);
  if ('problem' in record) throw new Problem(record.problem);
  return {
    bytes: record.backup.bytes,
    rows: new Map(record.restore?.tables.map(({ name, rows }) => [name, rows])),
    extensions: record.restore?.extensions?.map((each) => each.split(' ')[0] ?? '') ?? [],
  };
}

interface Source {
  readonly rows: ReadonlyMap<string, number>;
  readonly extensions: readonly string[];
}

async function sourceRows(against: string, terminal: Terminal): Promise<Gathered<Source>> {
  terminal.step('Counting the rows of the source, read-only');
  const { addressOf, reading } = await import('../../../checks/evidence/database/connect.ts');
  const { countRows } = await import('../../../checks/evidence/backup/measure.ts');
  const { readExtensions } = await import('../../../checks/evidence/backup/figures.ts');
  const address = addressOf(urlBehind(against, '--against'));
  if ('problem' in address) throw new Problem(`--against: ${address.problem}`);
  const isOwn = (name: string): boolean => !name.startsWith('auth.') && !name.startsWith('storage.');
  return reading(
    address,
    async (ask) => ({
      rows: new Map((await countRows(ask, isOwn)).map(({ name, rows }) => [name, rows])),
      extensions: (await readExtensions(ask)).map(({ name }) => name),
    }),
    { limits: { connectMs: 10_000, statementMs: 300_000, lockMs: 2_000 }, signal: interrupted },
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8');
  } catch (thrown) {
    throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
  }
}
