// Verifies a backup: reads it, lists it, restores it into a server of our own, and counts what came back.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupEvidence, BackupFault, Found, Gathered, RestoreFigures } from '../../model.ts';
import { type Scratch, startScratch } from '../database/scratch/server.ts';
import { messageOf } from '../database/session.ts';
import { listArchive } from './archive.ts';
import { verifyBase } from './base/verify.ts';
import { figuresOf } from './figures.ts';
import { type Kind, kindOf } from './format.ts';
import { needsOf } from './needs.ts';
import { type Read, readPlain } from './plain-text.ts';
import type { BackupRequest } from './request.ts';
import { databaseName, restore, withClient } from './restore.ts';
import { sha256Of } from './stream.ts';

/** Everything that can be told; the backup is only read. */
export async function gatherBackup(request: BackupRequest): Promise<Gathered<BackupEvidence>> {
  const { path, now } = request;
  let kind: Kind;
  try {
    kind = await kindOf(path);
  } catch (error) {
    return { missing: `the backup can't be read: ${messageOf(error)}` };
  }
  const isFolder = kind.format === 'directory' || kind.format === 'base';
  const sha256 = await sha256Of(path, isFolder, progress(kind, request.onProgress));
  const base = {
    name: request.name ?? basename(path),
    bytes: kind.bytes,
    ageMs: Math.max(0, now.getTime() - kind.modifiedAt.getTime()),
    maxAgeMs: request.maxAgeMs,
    sha256,
    checksum: await checksumOf(request, sha256),
    ...(kind.compression === undefined ? {} : { compression: kind.compression }),
    ...(request.previousBytes === undefined ? {} : { previousBytes: request.previousBytes }),
  };
  return { found: { ...base, ...(await verified(request, kind)) } };
}

function progress({ bytes }: Kind, tell: BackupRequest['onProgress']): (more: number) => void {
  let [read, told] = [0, 0];
  return (more) => {
    read += more;
    const share = Math.floor((read / Math.max(1, bytes)) * 10);
    if (bytes > 256 * 1024 * 1024 && share > told) tell(`Read ${share * 10} % of ${Math.round(bytes / 1024 / 1024)} MB`);
    told = Math.max(told, share);
  };
}

async function checksumOf({ path, sha256: given }: BackupRequest, actual: string): Promise<BackupEvidence['checksum']> {
  const beside = await readFile(join(dirname(path), `${basename(path)}.sha256`), 'utf8').catch(() => undefined);
  const expected = given ?? /\b[0-9a-f]{64}\b/i.exec(beside ?? '')?.[0];
  return expected === undefined
    ? { missing: 'no checksum was given, and none lies beside it' }
    : { found: { matches: expected.toLowerCase() === actual } };
}

type Verified = Pick<BackupEvidence, 'format' | 'fromMajor' | 'faults' | 'restore'>;

async function verified(request: BackupRequest, kind: Kind): Promise<Verified> {
  const { format } = kind;
  if (kind.bytes === 0) return { format: { missing: 'it is empty' }, ...broken({ kind: 'empty', message: 'the file is empty' }) };
  if (format === undefined) {
    const message = 'it is neither a dump nor an archive that pg_dump writes';
    return { format: { missing: message }, ...broken({ kind: 'not-a-backup', message }) };
  }
  if (format === 'base') return { format: { found: format }, ...(await verifyBase(request)) };
  const plain = format === 'plain' ? await readPlain(request.path, kind) : undefined;
  const from = plain?.fromMajor === undefined ? {} : { fromMajor: plain.fromMajor };
  if (plain !== undefined && plain.faults.length > 0)
    return { format: { found: format }, ...from, faults: plain.faults, restore: notRestored };
  const open = request.openScratch ?? ((major) => startScratch({ ...(major === undefined ? {} : { major }), signal: request.signal }));
  const scratch = await open(plain?.fromMajor);
  const known = { format: { found: format }, ...from };
  if ('missing' in scratch) return { ...known, ...(await withoutServer(request, kind, { plain, because: scratch.missing })) };
  try {
    if (scratch.found.clients === undefined) {
      return { ...known, ...(await withoutServer(request, kind, { plain, because: 'no psql and pg_restore are installed here' })) };
    }
    return { ...known, ...(await drilled(request, kind, { scratch: scratch.found, schema: plain?.schema })) };
  } finally {
    await scratch.found.stop();
  }
}

const notRestored: Found<RestoreFigures> = { missing: 'it was not restored' };
const broken = (fault: BackupFault): Pick<Verified, 'faults' | 'restore'> => ({ faults: [fault], restore: notRestored });

interface Without {
  readonly plain: Read | undefined;
  readonly because: string;
}

/** A plain dump can be restored all the same, within limits; of anything else, only why it can't be is known. */
async function withoutServer(
  request: BackupRequest,
  kind: Kind,
  { plain, because }: Without,
): Promise<Pick<Verified, 'faults' | 'restore'>> {
  if (plain === undefined) return { faults: [], restore: { missing: `${because}, and only a plain dump can be restored without` } };
  const { restoreEmbedded } = await import('./embedded/restore.ts');
  request.onProgress(`Restoring into the embedded PostgreSQL: ${because}`);
  const answer = await restoreEmbedded(request, kind, plain);
  if (answer.kind === 'broken') return broken(answer.fault);
  if (answer.kind === 'restored') return held(answer.figures);
  const taken = plain.fromMajor === undefined ? '' : `it was taken from PostgreSQL ${plain.fromMajor}, and `;
  return { faults: [], restore: { missing: `${taken}${because}; ${answer.because}` } };
}

const held = (figures: RestoreFigures): Pick<Verified, 'faults' | 'restore'> => ({
  faults: figures.tables.length === 0 ? [{ kind: 'no-tables', message: 'it was restored, and holds no table' }] : [],
  restore: { found: figures },
});

interface Drill {
  readonly scratch: Scratch;
  /** Of a plain dump, read before. */
  readonly schema: string | undefined;
}

async function drilled(request: BackupRequest, kind: Kind, { scratch, schema }: Drill): Promise<Omit<Verified, 'format'>> {
  const { path, signal, onProgress } = request;
  const listed = schema === undefined ? await listArchive({ path, kind, scratch, signal }) : { schema };
  if ('fault' in listed) return broken(listed.fault);
  if ('missing' in listed) return { faults: [], restore: listed };
  const needs = needsOf(listed.schema);
  onProgress(`Restoring into a scratch ${scratch.engine}`);
  const restored = await restore({ path: listed.path ?? path, kind, needs, scratch, signal });
  const from = listed.fromMajor === undefined ? {} : { fromMajor: listed.fromMajor };
  if ('fault' in restored) return { ...from, ...broken(restored.fault) };
  if ('missing' in restored) return { ...from, faults: [], restore: restored };
  const { engine } = scratch;
  const figures = await withClient(scratch.url(databaseName), (ask) =>
    figuresOf(request, { ask, engine, needs, restoreMs: restored.found }),
  );
  return { ...from, ...held(figures) };
}
