// Verifies a backup: reads it, lists it, restores it into a server of our own, and counts what came back.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupEvidence, BackupFault, Found, Gathered, RestoreFigures } from '../../model.ts';
import { openBench } from '../database/scratch/folder.ts';
import { type Clients, installedClients } from '../database/scratch/programs.ts';
import { type Scratch, startScratch } from '../database/scratch/server.ts';
import { messageOf } from '../database/session.ts';
import { listArchive } from './archive.ts';
import { verifyBase } from './base/verify.ts';
import { figuresOf } from './figures.ts';
import { type Kind, kindOf } from './format.ts';
import { needsOf } from './needs.ts';
import { type Read, readPlain } from './plain-text.ts';
import type { BackupRequest } from './request.ts';
import { type Dumped, restore, withClient } from './restore.ts';
import { bytesOfSibling } from './siblings.ts';
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
  const previousBytes = request.previousBytes ?? (isFolder ? undefined : await bytesOfSibling(path));
  const base = {
    name: request.name ?? basename(path),
    bytes: kind.bytes,
    ageMs: Math.max(0, now.getTime() - kind.modifiedAt.getTime()),
    maxAgeMs: request.maxAgeMs,
    sha256,
    checksum: await checksumOf(request, sha256),
    ...(kind.compression === undefined ? {} : { compression: kind.compression }),
    ...(previousBytes === undefined ? {} : { previousBytes }),
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
  const ofDump = format === 'plain' ? await ofText(request, kind) : await ofArchive(request, kind);
  return { format: { found: format }, ...ofDump };
}

const notRestored: Found<RestoreFigures> = { missing: 'it was not restored' };
const broken = (fault: BackupFault): Pick<Verified, 'faults' | 'restore'> => ({ faults: [fault], restore: notRestored });

async function ofText(request: BackupRequest, kind: Kind): Promise<Omit<Verified, 'format'>> {
  const plain = await readPlain(request.path, kind);
  const from = plain.fromMajor === undefined ? {} : { fromMajor: plain.fromMajor };
  if (plain.faults.length > 0) return { ...from, faults: plain.faults, restore: notRestored };
  const [clients] = await installedClients();
  if (clients === undefined) return { ...from, ...(await withoutServer(request, kind, { plain, because: 'no psql is installed here' })) };
  const done = await drilled(request, kind, { clients, listed: { ...plain, path: request.path } });
  return { ...from, ...('because' in done ? await withoutServer(request, kind, { plain, because: done.because }) : done) };
}

/** Listed first, by the newest programs there are: what it is from tells which server it belongs into. */
async function ofArchive(request: BackupRequest, kind: Kind): Promise<Omit<Verified, 'format'>> {
  const [clients] = await installedClients();
  const onlyPlain = 'and only a plain dump can be restored without';
  if (clients === undefined) return { faults: [], restore: { missing: `no pg_restore is installed here, ${onlyPlain}` } };
  const bench = await openBench('archive');
  try {
    const listed = await listArchive({ path: request.path, kind, bench, clients, signal: request.signal });
    if ('fault' in listed) return broken(listed.fault);
    if ('missing' in listed) return { faults: [], restore: listed };
    const from = listed.fromMajor === undefined ? {} : { fromMajor: listed.fromMajor };
    const done = await drilled(request, kind, { clients, listed });
    if (!('because' in done)) return { ...from, ...done };
    return { ...from, faults: [], restore: { missing: `${takenFrom(listed)}${done.because}, ${onlyPlain}` } };
  } finally {
    await bench.stop();
  }
}

const takenFrom = ({ fromMajor }: Pick<Dumped, 'fromMajor'>): string =>
  fromMajor === undefined ? '' : `it was taken from PostgreSQL ${fromMajor}, and `;

interface Without {
  readonly plain: Read;
  readonly because: string;
}

/** A plain dump can be restored all the same, within limits. */
async function withoutServer(
  request: BackupRequest,
  kind: Kind,
  { plain, because }: Without,
): Promise<Pick<Verified, 'faults' | 'restore'>> {
  const { restoreEmbedded } = await import('./embedded/restore.ts');
  request.onProgress(`Restoring into the embedded PostgreSQL: ${because}`);
  const answer = await restoreEmbedded(request, kind, plain);
  if (answer.kind === 'broken') return broken(answer.fault);
  if (answer.kind === 'restored') return held(answer.figures);
  return { faults: [], restore: { missing: `${takenFrom(plain)}${because}; ${answer.because}` } };
}

const held = (figures: RestoreFigures): Pick<Verified, 'faults' | 'restore'> => ({
  faults: figures.tables.length === 0 ? [{ kind: 'no-tables', message: 'it was restored, and holds no table' }] : [],
  restore: { found: figures },
});

interface Drill {
  readonly clients: Clients;
  readonly listed: Dumped;
}
type Drilled = Pick<Verified, 'faults' | 'restore'> | { readonly because: string };

/** Into a server of its own version, or the next; where that one does not take what the pg_dump wrote, into one of the pg_dump's. */
async function drilled(request: BackupRequest, kind: Kind, drill: Drill): Promise<Drilled> {
  const open = request.openScratch ?? ((major) => startScratch({ ...(major === undefined ? {} : { major }), signal: request.signal }));
  const first = await drilledIn(await open(drill.listed.fromMajor), request, { kind, ...drill });
  if (first.wants === undefined) return first;
  const later = await drilledIn(await open(first.wants), request, { kind, ...drill });
  const { wants: _, ...said } = 'because' in later ? first : later;
  return said;
}

/** `because` where there is no server to restore it into. */
async function drilledIn(
  opened: Found<Scratch>,
  request: BackupRequest,
  { kind, clients, listed }: Drill & { readonly kind: Kind },
): Promise<Drilled & { readonly wants?: number }> {
  const { signal, onProgress } = request;
  if ('missing' in opened) return { because: opened.missing };
  const scratch = opened.found;
  try {
    onProgress(`Restoring into a scratch ${scratch.engine}`);
    const restored = await restore({ listed, kind, scratch, clients, signal, onProgress });
    if ('fault' in restored) return broken(restored.fault);
    if ('missing' in restored) {
      const { wants, ...restore } = restored;
      return { faults: [], restore, ...(wants === undefined ? {} : { wants }) };
    }
    const { restoreMs, database, leftOut } = restored.found;
    const engine = listed.isCluster === true ? `${scratch.engine}, database ${database}` : scratch.engine;
    const needs = needsOf(listed.schema);
    return held(await withClient(scratch.url(database), (ask) => figuresOf(request, { ask, engine, needs, restoreMs, leftOut })));
  } finally {
    await scratch.stop();
  }
}
