// The baseline's file: where it lies, which entries of it count, and what may be written into it.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type BaselineEntry, readBaseline } from '../../reports/baseline.ts';
import { Problem } from '../problem.ts';
import { type Governing, governedFile } from './governing.ts';

export const baselineName = 'launchgate-baseline.json';

export interface BaselineRequest {
  readonly root: string;
  /** A file, false for none, undefined for the one that lies in the audited folder. */
  readonly baseline: string | false | undefined;
  readonly governing: Governing | undefined;
}
export interface KnownBaseline {
  /** As a reader sees it from the audited folder. */
  readonly file: string;
  /** Those that count. */
  readonly entries: readonly BaselineEntry[];
  /** Those that the audited files hold. */
  readonly here: readonly BaselineEntry[];
}

/** The baseline that counts; a Problem where one is named and missing, or can't be read. */
export async function knownBaseline({ root, baseline, governing }: BaselineRequest): Promise<KnownBaseline | undefined> {
  if (baseline === false) return undefined;
  const file = baseline === undefined ? join(root, baselineName) : resolve(baseline);
  const shown = shownFrom(root, file);
  const here = existsSync(file) ? entriesIn(shown, readFileSync(file, 'utf8')) : undefined;
  if (governing === undefined || (here === undefined && baseline === undefined && governing.commit === undefined)) {
    if (here === undefined && baseline !== undefined) throw missing(shown);
    return here === undefined ? undefined : { file: shown, entries: here, here };
  }
  const text = await governedFile(governing, root, shown);
  if (text === undefined && here === undefined) {
    if (baseline !== undefined) throw missing(shown);
    return undefined;
  }
  return { file: shown, entries: text === undefined ? [] : entriesIn(`${governing.name}:${shown}`, text), here: here ?? [] };
}

const missing = (file: string): Problem => new Problem(`no baseline ${file}; launchgate baseline write makes one`);

export const shownFrom = (root: string, file: string): string => relative(root, file).split(sep).join('/');

function entriesIn(name: string, text: string): readonly BaselineEntry[] {
  const read = readBaseline(text);
  if ('problem' in read) throw new Problem(`${name}: ${read.problem}`);
  return read.entries;
}

export interface Growth {
  /** Checks whose entries may become more, or `all`. */
  readonly allowed: readonly string[];
  readonly reason: string | undefined;
}

/** What a new baseline holds; a Problem where it would grow unasked, or without a reason. */
export function rewritten(found: readonly BaselineEntry[], before: readonly BaselineEntry[] | undefined, { allowed, reason }: Growth) {
  if (before === undefined) return reason === undefined ? found : found.map((each) => ({ ...each, reason }));
  const known = new Map(before.map((each) => [each.fingerprint, each]));
  const added = found.filter(({ fingerprint }) => !known.has(fingerprint));
  const unasked = [...new Set(added.map(({ check }) => check))].filter((check) => !allowed.includes(check) && !allowed.includes('all'));
  if (unasked.length > 0) {
    const count = added.filter(({ check }) => unasked.includes(check)).length;
    throw new Problem(
      `the baseline would grow by ${count} (${unasked.join(', ')}): fix what is new, or say --allow-increase ${unasked.join(',')} --reason "<why>"`,
    );
  }
  if (added.length > 0 && (reason ?? '').trim() === '') throw new Problem('--allow-increase needs --reason "<why>"');
  return found.map((each) => {
    const old = known.get(each.fingerprint);
    const why = old === undefined ? reason : old.reason;
    return why === undefined ? each : { ...each, reason: why };
  });
}
