// What does not decide the gate though it stands: which findings, and in what words every format tells of it.
import { decisiveFindings } from './gate.ts';
import { placeLabel } from './place-label.ts';
import type { Acceptance, Report, ReportFinding, ReportResult, ReportSuppression } from './report.ts';

export interface Accepted {
  readonly result: ReportResult;
  /** Absent where the check could not be answered and that was accepted. */
  readonly finding?: ReportFinding;
  readonly accepted: Acceptance;
}

/** Everything bad or unanswered that was accepted before, in the report's order. */
export function acceptedIn({ results }: Pick<Report, 'results'>): readonly Accepted[] {
  return results.flatMap((result): readonly Accepted[] => {
    if (result.verdict === 'inconclusive') return result.accepted === undefined ? [] : [{ result, accepted: result.accepted }];
    if (result.verdict !== 'fail') return [];
    return decisiveFindings(result).flatMap((finding) =>
      finding.accepted === undefined ? [] : [{ result, finding, accepted: finding.accepted }],
    );
  });
}

/** `accepted until 2026-12-31 by .launchgate-ignore.yaml (mobile team): the gateway limits it`. */
export function acceptanceNote({ by, in: where, reason, owner, until }: Acceptance): string {
  const how = { inline: `by the comment in ${where}`, file: `by ${where}`, baseline: `by ${where}`, base: `as it stands at ${where}` }[by];
  return [
    `accepted${until === undefined ? '' : ` until ${until}`} ${how}`,
    owner === undefined ? '' : ` (${owner})`,
    reason === undefined ? '' : `: ${reason}`,
  ].join('');
}

const stateWords: Readonly<Record<ReportSuppression['state'], string>> = {
  used: 'in use',
  unused: 'unused: nothing is found there',
  expired: 'expired',
  malformed: 'not understood, so it suppresses nothing',
  'not-counted': 'not counted',
};

/** What became of a suppression, in words. */
export function suppressionNote({ state, because, until }: ReportSuppression): string {
  const when = state === 'expired' && until !== undefined && because === undefined ? ` on ${until}` : '';
  return `${stateWords[state]}${when}${because === undefined ? '' : `: ${because}`}`;
}

/** Suppressions that somebody has to look at. */
export const faultySuppressions = ({ ratchet }: Pick<Report, 'ratchet'>): readonly ReportSuppression[] =>
  (ratchet?.suppressions ?? []).filter(({ state }) => state !== 'used');

/** What the baseline's state asks for, in sentences without an end mark. */
export function baselineNotes({ ratchet }: Pick<Report, 'ratchet'>): readonly string[] {
  const baseline = ratchet?.baseline;
  if (baseline === undefined) return [];
  const gone = baseline.fixed.filter(({ listed }) => listed).length;
  const entries = gone === 1 ? '1 entry is' : `${gone} entries are`;
  const added = baseline.notCounted ?? 0;
  return [
    ...(gone === 0 ? [] : [`${entries} fixed and still listed in ${baseline.file}; launchgate baseline prune takes them out`]),
    ...(added === 0
      ? []
      : [
          `${added} added to ${baseline.file} by this change ${added === 1 ? 'is' : 'are'} not counted: ${ratchet?.from ?? 'the base'} governs`,
        ]),
  ];
}

export interface AcceptedGroup {
  readonly note: string;
  readonly items: readonly { readonly check: string; readonly place?: string; readonly message: string }[];
}
/** What was accepted, by how it was: a baseline's many under one note, a suppression with its reason under its own. */
export function acceptedGroups(report: Pick<Report, 'results'>): readonly AcceptedGroup[] {
  const byNote = Map.groupBy(acceptedIn(report), ({ accepted }) => acceptanceNote(accepted));
  return [...byNote].map(([note, each]) => ({
    note,
    items: each.map(({ result, finding }) =>
      finding === undefined
        ? { check: result.id, message: `could not be answered: ${result.because ?? ''}` }
        : { check: result.id, place: placeLabel(finding.place), message: finding.message },
    ),
  }));
}
