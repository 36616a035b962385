// Writes the baseline, or takes out of it what is fixed: on demand alone, and never more than is asked for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BaselineEntry, entriesOf, fixedEntries, readBaseline, writeBaseline } from '../../reports/baseline.ts';
import { gateResult } from '../../reports/gate.ts';
import type { Report } from '../../reports/report.ts';
import { counted } from '../../reports/summary.ts';
import type { ExitCode } from '../command.ts';
import type { Settings } from '../config/settings.ts';
import type { AuditFlags } from '../flags.ts';
import { Problem } from '../problem.ts';
import { baselineName, rewritten, shownFrom } from '../ratchet/baseline-file.ts';
import { sha256 } from '../ratchet/ratchet.ts';
import type { Terminal } from '../terminal.ts';
import { writeSafely } from './outputs.ts';

export interface Change {
  readonly flags: AuditFlags;
  readonly root: string | undefined;
  readonly settings: Settings;
  readonly terminal: Terminal;
}

/** 0 where it was written, 2 where nothing was checked that could be written down. */
export async function changeBaseline(report: Report, { flags, root, settings, terminal }: Change): Promise<ExitCode> {
  const file = settings.baseline ?? join(root ?? process.cwd(), baselineName);
  const shown = shownFrom(process.cwd(), file);
  const before = existsSync(file) ? entriesIn(shown, readFileSync(file, 'utf8')) : undefined;
  if (gateResult(report) === 'nothing-checked') throw new Problem('nothing was checked, so there is nothing to write down');
  if (flags.pruneBaseline === true) return prune(report, { file, shown, before, terminal });
  const found = entriesOf(report, sha256);
  const entries = [...found, ...unseen(report, before ?? [])];
  const written = rewritten(entries, before, { allowed: flags.allowIncrease ?? [], reason: flags.reason });
  await writeSafely(file, writeBaseline(written));
  terminal.step(
    `Wrote ${counted(written.length, 'entry').replace(/entrys$/, 'entries')} to ${shown}${before === undefined ? '' : ` (${before.length} before)`}`,
  );
  return 0;
}

interface Prune extends Pick<Change, 'terminal'> {
  readonly file: string;
  readonly shown: string;
  readonly before: readonly BaselineEntry[] | undefined;
}

async function prune(report: Report, { file, shown, before, terminal }: Prune): Promise<ExitCode> {
  if (before === undefined) throw new Problem(`no baseline ${shown}; launchgate baseline write makes one`);
  const gone = new Set(fixedEntries(report, before, sha256).map(({ fingerprint }) => fingerprint));
  if (gone.size > 0) await writeSafely(file, writeBaseline(before.filter(({ fingerprint }) => !gone.has(fingerprint))));
  terminal.step(gone.size === 0 ? `Nothing to take out of ${shown}` : `Took ${gone.size} of ${before.length} out of ${shown}`);
  return 0;
}

/** Entries of checks and witnesses that this run did not look at: what nobody saw is not known to be fixed. */
function unseen(report: Report, before: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const gone = new Set(fixedEntries(report, before, sha256).map(({ fingerprint }) => fingerprint));
  const found = new Set(entriesOf(report, sha256).map(({ fingerprint }) => fingerprint));
  return before.filter(({ fingerprint }) => !gone.has(fingerprint) && !found.has(fingerprint));
}

function entriesIn(name: string, text: string): readonly BaselineEntry[] {
  const read = readBaseline(text);
  if ('problem' in read) throw new Problem(`${name}: ${read.problem}`);
  return read.entries;
}
