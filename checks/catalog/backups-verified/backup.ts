// A backup is verified when it is fresh, whole, restored in time, and what came back is what was expected.
import { inconclusive, type Seen, settle } from '../../answer.ts';
import type { Answer, BackupEvidence, BackupFault, Finding, RestoredTable, RestoreFigures } from '../../model.ts';
import { platformFaults, platformInWords } from './platform.ts';

// Rows come and go between a backup and its source; a tenth fewer is no coming and going.
const keptShare = 0.9;

export function judgeBackup(evidence: BackupEvidence): Answer {
  const { name, faults, restore, checksum, format } = evidence;
  const at = (object: string): Finding['place'] => ({ kind: 'database', database: name, object });
  const bad = [
    ...faults.filter(isOfBackup).map(({ kind, message }) => ({ message: `${kind.replaceAll('-', ' ')}: ${message}`, place: at('backup') })),
    ...('found' in checksum && !checksum.found.matches
      ? [{ message: 'its checksum is not the one it was written with', place: at('backup') }]
      : []),
    ...platformFaults(evidence, spell).map((message) => ({ message, place: at('platform') })),
    ...ageFaults(evidence).map((message) => ({ message, place: at('backup') })),
    ...('found' in restore ? restoreFaults(restore.found).map(({ object, message }) => ({ message, place: at(object) })) : []),
  ];
  const platform = evidence.platform;
  const unclear = [
    ...('missing' in restore && faults.length === 0 ? [restore.missing] : []),
    ...faults.filter((fault) => !isOfBackup(fault)).map(({ message }) => message),
    ...('found' in restore ? tooSlowToTell(restore.found) : []),
    ...(platform !== undefined && 'missing' in platform ? [platform.missing] : []),
  ];
  const good =
    'found' in restore && 'found' in format ? [{ message: summary(evidence, restore.found, format.found), place: at('backup') }] : [];
  if (platform !== undefined && 'found' in platform && good.length > 0)
    good.push({ message: platformInWords(platform.found, spell), place: at('platform') });
  return settle({ bad, good, unclear } satisfies Seen, inconclusive('the backup was not restored'));
}

// What the server at hand lacks is no fault of the backup; what it holds is not known then.
const isOfBackup = ({ kind }: BackupFault): boolean => kind !== 'missing-extension';

function ageFaults({ ageMs, maxAgeMs, bytes, previousBytes }: BackupEvidence): readonly string[] {
  const stale = ageMs > maxAgeMs ? [`it is ${spell(ageMs)} old, more than the ${spell(maxAgeMs)} that may be lost`] : [];
  const shrunk =
    previousBytes !== undefined && bytes < previousBytes / 2
      ? [`it is ${megabytes(bytes)}, less than half of the one before (${megabytes(previousBytes)})`]
      : [];
  return [...stale, ...shrunk];
}

interface Fault {
  readonly object: string;
  readonly message: string;
}

const isLate = ({ restoreMs, limitMs }: RestoreFigures): boolean => limitMs !== undefined && restoreMs > limitMs;

// What a slower engine does in time, a server does too; what it does not is no proof.
function tooSlowToTell(figures: RestoreFigures): readonly string[] {
  if (figures.limits === undefined || !isLate(figures)) return [];
  return [
    `it took ${spell(figures.restoreMs)} to restore into ${figures.engine}, which is slower than a server: whether one keeps to ${spell(figures.limitMs ?? 0)} is not known`,
  ];
}

function restoreFaults(figures: RestoreFigures): readonly Fault[] {
  const { restoreMs, limitMs, limits, tables, invariants, sequencesBehind, migration, extensionsGone = [] } = figures;
  const late =
    isLate(figures) && limits === undefined
      ? [{ object: 'restore', message: `it took ${spell(restoreMs)} to restore, more than the ${spell(limitMs ?? 0)} allowed` }]
      : [];
  const broken = invariants.flatMap(({ name, rows }): readonly Fault[] => {
    if ('missing' in rows) return [{ object: `invariant ${name}`, message: `it could not be asked: ${rows.missing}` }];
    return rows.found === 0 ? [] : [{ object: `invariant ${name}`, message: `it must return nothing and returned ${rows.found} rows` }];
  });
  const behind = sequencesBehind.map((sequence) => ({
    object: `sequence ${sequence}`,
    message: 'its next value is one that a row has already',
  }));
  const gone = extensionsGone.map((extension) => ({
    object: `extension ${extension}`,
    message: 'it is not in it, where it was expected: what is built on it is not either',
  }));
  const schema =
    migration === undefined || migration.restored === migration.expected ? [] : [{ object: 'schema', message: schemaMessage(migration) }];
  return [...late, ...tables.flatMap(tableFaults), ...broken, ...behind, ...gone, ...schema];
}

const schemaMessage = ({ restored, expected }: NonNullable<RestoreFigures['migration']>): string =>
  restored === undefined
    ? `it holds none of the migrations, of which ${expected} is the newest`
    : `its newest migration is ${restored}, and that of the checkout ${expected}`;

function tableFaults({ name, rows, expectedRows }: RestoredTable): readonly Fault[] {
  if (expectedRows === undefined || rows >= expectedRows * keptShare) return [];
  return [{ object: `table ${name}`, message: `it holds ${rows} rows where ${expectedRows} were expected` }];
}

function summary(
  { bytes, ageMs, compression, platform }: BackupEvidence,
  { engine, limits, restoreMs, tables, invariants, platformStoodIn, leftOut, rolesNeeded }: RestoreFigures,
  format: string,
): string {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0);
  const packed = compression === undefined ? '' : `, ${compression}`;
  const held = invariants.length === 0 ? '' : `, ${invariants.length} invariants hold`;
  const unasked = platform === undefined ? ', and what it keeps itself was not asked (--supabase)' : '';
  const stood = platformStoodIn ? `; the platform's own schemas were stood in for${unasked}` : '';
  const roles =
    rolesNeeded.length === 0
      ? ''
      : `; roles it takes for granted: ${rolesNeeded.slice(0, 5).join(', ')}${rolesNeeded.length > 5 ? ', …' : ''}`;
  const without = leftOut === undefined ? '' : `; without ${leftOut.join(', ')}, which only the platform has`;
  const within = limits === undefined ? '' : `; ${limits.join('; ')}`;
  return `${format}${packed}, ${megabytes(bytes)}, ${spell(ageMs)} old: restored into ${engine} in ${spell(restoreMs)}, ${rows} rows in ${tables.length} tables${held}${roles}${stood}${without}${within}`;
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${Math.round(bytes / 100_000) / 10} MB`;

function spell(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms / 100) / 10} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return ms < 172_800_000 ? `${Math.round(ms / 3_600_000)} h` : `${Math.round(ms / 86_400_000)} days`;
}
