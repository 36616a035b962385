// Every suppression there is, with what it covers and whether it counts.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { pathOf } from '../../reports/baseline.ts';
import type { Report, ReportFinding, ReportResult, ReportSuppression } from '../../reports/report.ts';
import { didYouMean } from '../nearest.ts';
import { expiryOf } from './expiry.ts';
import { fileAt, filesWith } from './git.ts';
import { absent, type Governing } from './governing.ts';
import { type IgnoreEntry, ignoreNames, type ReadEntry, readIgnoreFile } from './ignore-file.ts';
import { type Comment, commentsIn, marker } from './inline.ts';

export interface Suppression {
  readonly told: Omit<ReportSuppression, 'state' | 'because' | 'findings'>;
  /** Why it does not count; it is shown all the same. */
  readonly fault?: Pick<ReportSuppression, 'state' | 'because'>;
  readonly covers: (finding: ReportFinding, result: ReportResult) => boolean;
  readonly coversUnanswered: (result: ReportResult) => boolean;
}
export interface SuppressionsFrom {
  readonly root: string;
  readonly governing: Governing | undefined;
  readonly report: Report;
  /** Ids of every check there is. */
  readonly known: readonly string[];
  /** What `markedFiles` finds, where the search began before the report was there. */
  readonly marked?: Promise<readonly string[]> | undefined;
}

/** Paths of the files that may hold a comment which suppresses. */
export const markedFiles = (root: string): Promise<readonly string[]> => filesWith(root, marker);

/** All suppressions: of the governing revision where there is one, and those of the files that do not count beside it. */
export async function suppressionsOf(from: SuppressionsFrom): Promise<readonly Suppression[]> {
  return [...(await inlineSuppressions(from)), ...(await fileSuppressions(from))];
}

async function inlineSuppressions({ root, governing, report, known, marked }: SuppressionsFrom): Promise<readonly Suppression[]> {
  const here = commentsHere(root, report, await (marked ?? markedFiles(root)));
  if (here.length > 0 && governing !== undefined && governing.commit === undefined) throw absent(governing);
  const granted = governing?.commit === undefined ? undefined : await commentsAt(root, governing.commit);
  return here.map((comment) => {
    const own = granted === undefined ? comment : taken(granted, comment);
    const fault: Suppression['fault'] =
      own === undefined
        ? { state: 'not-counted', because: `it is not on ${governing?.name ?? 'the base'}, which governs` }
        : (misspelt(own.checks, own.reason, known) ?? expired(own.until, report));
    return inline({ ...(own ?? comment), line: comment.line, ...(comment.covers === undefined ? {} : { covers: comment.covers }) }, fault);
  });
}

function inline(comment: Comment, fault: Suppression['fault']): Suppression {
  const { checks, path, line, covers, reason, owner, until } = comment;
  return {
    told: { checks, by: 'inline', in: `${path}:${line}`, ...toldOf({ reason, owner, until }) },
    ...(fault === undefined ? {} : { fault }),
    covers: ({ place }, { id }) =>
      checks.includes(id) && place.kind === 'file' && place.path === path && (covers === undefined || place.line === covers),
    coversUnanswered: () => false,
  };
}

function commentsHere(root: string, report: Report, marked: readonly string[]): readonly Comment[] {
  const ofFindings = report.results.flatMap(({ answers }) =>
    answers.flatMap(({ findings }) => findings.flatMap(({ place }) => (place.kind === 'file' ? [place.path] : []))),
  );
  const paths = new Set([...marked, ...ofFindings]);
  return [...paths].toSorted().flatMap((path) => commentsIn(path, textOf(join(root, path))));
}

async function commentsAt(root: string, commit: string): Promise<Comment[]> {
  const paths = await filesWith(root, marker, commit);
  const read = await Promise.all(paths.map(async (path) => commentsIn(path, (await fileAt(root, commit, path)) ?? '')));
  return read.flat();
}

/** Takes the comment that grants this one out of those left, so that a copy of it grants nothing. */
function taken(granted: Comment[], { path, checks, covers, content }: Comment): Comment | undefined {
  const at = granted.findIndex(
    (each) =>
      each.path === path &&
      each.content === content &&
      (each.covers === undefined) === (covers === undefined) &&
      checks.every((check) => each.checks.includes(check)),
  );
  const [found] = at === -1 ? [] : granted.splice(at, 1);
  return found === undefined ? undefined : { ...found, checks };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function fileSuppressions({ root, governing, report, known }: SuppressionsFrom): Promise<readonly Suppression[]> {
  const file = ignoreFileOf(root);
  const here = file === undefined ? [] : readIgnoreFile(shown(root, file), textOf(file));
  if (here.length > 0 && governing !== undefined && governing.commit === undefined) throw absent(governing);
  const name = shown(root, file ?? join(root, ignoreNames[0]));
  const faultOf = (entry: IgnoreEntry): Suppression['fault'] =>
    misspelt([entry.rule], entry.statement ?? entry.reason, known) ?? expired(dayOf(entry.expired_at), report);
  const count = (read: ReadEntry): Suppression =>
    'entry' in read ? filed(read.entry, { name, root, fault: faultOf(read.entry) }) : broken(read, name);
  if (governing?.commit === undefined) return here.map(count);
  const granted = readIgnoreFile(name, (await fileAt(root, governing.commit, name)) ?? '');
  const known_ = new Set(granted.map((each) => JSON.stringify(each)));
  const fault = { state: 'not-counted', because: `it is not on ${governing.name}, which governs` } as const;
  const added = here.filter((each) => !known_.has(JSON.stringify(each)));
  return [...granted.map(count), ...added.flatMap((each) => ('entry' in each ? [filed(each.entry, { name, root, fault })] : []))];
}

/** The nearest ignore file: in the folder, or above it up to the root of its repository. */
function ignoreFileOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const name = ignoreNames.find((each) => existsSync(join(folder, each)));
    if (name !== undefined) return join(folder, name);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

const shown = (root: string, file: string): string => relative(root, file).split(sep).join('/');

interface Filed {
  readonly name: string;
  readonly root: string;
  readonly fault: Suppression['fault'];
}

function filed(entry: IgnoreEntry, { name, root, fault }: Filed): Suppression {
  const { rule, paths, fingerprint, statement, reason, owner } = entry;
  const lead = shown(dirname(join(root, name)), root);
  const matches = paths === undefined ? undefined : picomatch([...paths], { dot: true });
  const located = ({ place }: ReportFinding): string => {
    const path = pathOf(place);
    return lead === '' || (place.kind !== 'file' && place.kind !== 'environment') ? path : `${lead}/${path}`;
  };
  return {
    told: { checks: [rule], by: 'file', in: name, ...toldOf({ reason: statement ?? reason, owner, until: dayOf(entry.expired_at) }) },
    ...(fault === undefined ? {} : { fault }),
    covers: (finding, { id }) =>
      id === rule &&
      (fingerprint === undefined || finding.fingerprint === fingerprint) &&
      (matches === undefined || matches(located(finding))),
    coversUnanswered: ({ id }) => id === rule && fingerprint === undefined && paths === undefined,
  };
}

const broken = ({ rule, because }: Exclude<ReadEntry, { readonly entry: IgnoreEntry }>, name: string): Suppression => ({
  told: { checks: rule === '' ? [] : [rule], by: 'file', in: name },
  fault: { state: 'malformed', because },
  covers: () => false,
  coversUnanswered: () => false,
});

function misspelt(checks: readonly string[], reason: string | undefined, known: readonly string[]): Suppression['fault'] {
  const [first] = checks;
  const stranger = checks.find((check) => !known.includes(check));
  if (first === undefined) return { state: 'malformed', because: 'it names no check' };
  if (stranger !== undefined) return { state: 'malformed', because: `no check is called "${stranger}"${didYouMean(stranger, known)}` };
  return reason === undefined || reason.trim() === '' ? { state: 'malformed', because: 'it gives no reason' } : undefined;
}

function expired(until: string | undefined, report: Report): Suppression['fault'] {
  const expiry = expiryOf(until, report.startedAt.slice(0, 10));
  if (expiry.holds) return undefined;
  return { state: 'expired', ...(expiry.because === undefined ? {} : { because: expiry.because }) };
}

const dayOf = (value: string | Date | undefined): string | undefined => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** What is said of it beside its check; a last day only where it is one. */
function toldOf({ reason, owner, until }: Record<'reason' | 'owner' | 'until', string | undefined>) {
  const isDay = until !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(until);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(isDay ? { until } : {}),
  };
}
