// Holds a report against what was known before: suppressions, baseline, another revision. Nothing is taken out of it.
import { createHash } from 'node:crypto';
import { withAccepted } from '../../reports/accept.ts';
import { type BaselineEntry, entriesOf, fixedEntries, unansweredPrint } from '../../reports/baseline.ts';
import type { Acceptance, FailOn, Report, ReportBaseline, ReportFinding, ReportResult, ReportSuppression } from '../../reports/report.ts';
import { type KnownBaseline, knownBaseline } from './baseline-file.ts';
import type { Governing } from './governing.ts';
import { type Suppression, suppressionsOf } from './suppressions.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface RatchetRequest {
  /** Undefined where no files are at hand: then only a named baseline counts. */
  readonly root: string | undefined;
  readonly governing: Governing | undefined;
  readonly known: readonly string[];
  readonly baseline: string | false | undefined;
  readonly suppressions: boolean;
  readonly marked?: Promise<readonly string[]> | undefined;
  readonly staleFails: boolean;
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  /** Revision that the run is compared with, and the report of it. */
  readonly since?: { readonly revision: string; readonly report: Report };
}

/** The report with everything marked that was accepted before; Problems for files that are missing or can't be read. */
export async function ratcheted(report: Report, request: RatchetRequest): Promise<Report> {
  const { root, governing, known, marked, failOn, maxWarnings, since } = request;
  const asked = { ...report, ...(failOn === undefined ? {} : { failOn }), ...(maxWarnings === undefined ? {} : { maxWarnings }) };
  const from = { governing, report, known, marked };
  const suppressions = root === undefined || !request.suppressions ? [] : await suppressionsOf({ root, ...from });
  const baseline = await knownBaseline({
    root: root ?? process.cwd(),
    baseline: root === undefined && request.baseline === undefined ? false : request.baseline,
    governing,
  });
  if (suppressions.length === 0 && baseline === undefined && since === undefined) return asked;
  const used = new Map<Suppression, number>();
  const suppressed = withAccepted(asked, {
    finding: (finding, result) =>
      taking(
        suppressions.find((each) => each.fault === undefined && each.covers(finding, result)),
        used,
      ),
    unanswered: (result) =>
      taking(
        suppressions.find((each) => each.fault === undefined && each.coversUnanswered(result)),
        used,
      ),
  });
  const told = suppressions.map((each): ReportSuppression => toldOf(each, used.get(each) ?? 0, suppressed));
  const counting = governing?.commit === undefined ? undefined : governing.name;
  const ratchet = {
    ...(counting === undefined ? {} : { from: counting }),
    ...(since === undefined ? {} : { since: since.revision }),
    ...(baseline === undefined ? {} : { baseline: baselineOf(asked, baseline, request) }),
    suppressions: told,
  };
  const entries = baseline === undefined ? suppressed : byEntries(suppressed, baseline.entries, { by: 'baseline', in: baseline.file });
  const compared = since === undefined ? entries : byEntries(entries, entriesOf(since.report, sha256), { by: 'base', in: since.revision });
  return { ...compared, ratchet };
}

function taking(suppression: Suppression | undefined, used: Map<Suppression, number>): Acceptance | undefined {
  if (suppression === undefined) return undefined;
  used.set(suppression, (used.get(suppression) ?? 0) + 1);
  const { checks: _, ...told } = suppression.told;
  return told;
}

function toldOf({ told, fault }: Suppression, findings: number, { results }: Report): ReportSuppression {
  if (fault !== undefined) return { ...told, ...fault, findings: 0 };
  const run = new Set(results.map(({ id }) => id));
  if (findings === 0 && !told.checks.some((check) => run.has(check))) {
    return { ...told, state: 'used', because: 'its check was not part of this run', findings };
  }
  return { ...told, state: findings > 0 ? 'used' : 'unused', findings };
}

function baselineOf(report: Report, { file, entries, here }: KnownBaseline, { governing, staleFails }: RatchetRequest): ReportBaseline {
  const listed = new Set(here.map(({ fingerprint }) => fingerprint));
  const counted = new Set(entries.map(({ fingerprint }) => fingerprint));
  const added = here.filter(({ fingerprint }) => !counted.has(fingerprint)).length;
  return {
    file,
    entries: entries.length,
    fixed: fixedEntries(report, entries, sha256).map(({ check, path, message, fingerprint }) => ({
      check,
      path,
      message,
      listed: listed.has(fingerprint),
    })),
    ...(governing?.commit === undefined || added === 0 ? {} : { notCounted: added }),
    staleFails,
  };
}

function byEntries(report: Report, entries: readonly BaselineEntry[], how: Pick<Acceptance, 'by' | 'in'>): Report {
  const known = new Map(entries.map((each) => [each.fingerprint, each]));
  const by = (fingerprint: string): Acceptance | undefined => {
    const entry = known.get(fingerprint);
    return entry === undefined ? undefined : { ...how, ...(entry.reason === undefined ? {} : { reason: entry.reason }) };
  };
  return withAccepted(report, {
    finding: ({ fingerprint }: ReportFinding) => by(fingerprint),
    unanswered: (result: ReportResult) => by(unansweredPrint(result, sha256)),
  });
}
