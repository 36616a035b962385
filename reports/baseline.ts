// The baseline: what a run found, as entries that the next run knows again. Content decides, never a line number.
import { z } from 'zod';
import type { EvidenceKind, Place } from '../checks/model.ts';
import { cleanedJson } from './clean.ts';
import { steady } from './fingerprint.ts';
import { severityOf } from './gate.ts';
import type { Report, ReportResult } from './report.ts';

export interface BaselineEntry {
  readonly check: string;
  /** Which witness it comes from; absent where the check as a whole had no answer. */
  readonly evidence?: EvidenceKind;
  readonly path: string;
  readonly fingerprint: string;
  /** What was seen, for the reader of the file; it takes no part in the comparison. */
  readonly message: string;
  /** Why it was let in after the baseline was first written. */
  readonly reason?: string;
}
export type Sha256 = (text: string) => string;

const evidenceKind = z.enum([
  'code',
  'environment',
  'http',
  'boot',
  'load',
  'migrations',
  'database',
  'backup',
] as const satisfies readonly EvidenceKind[]);

const entry = z.strictObject({
  check: z.string().min(1),
  evidence: z.exactOptional(evidenceKind),
  path: z.string(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  message: z.string(),
  reason: z.exactOptional(z.string()),
});
const file = z.strictObject({ $schema: z.exactOptional(z.string()), version: z.literal(1), entries: z.array(entry) });

/** JSON Schema 2020-12 of a baseline file. */
export function baselineJsonSchema(): object {
  return {
    title: 'launchgate baseline',
    description: 'What was found before: it does not hinder the gate and may only shrink.',
    ...z.toJSONSchema(file, { target: 'draft-2020-12' }),
  };
}

/** Everything that fails or could not be answered and is not suppressed, sorted. */
export function entriesOf(report: Pick<Report, 'results' | 'gate'>, sha256: Sha256): readonly BaselineEntry[] {
  const entries = report.results.flatMap((result): readonly BaselineEntry[] => {
    const { id: check, verdict, because = '' } = result;
    // Nobody asked for an answer beyond the gate.
    if (verdict === 'inconclusive' && severityOf(result.tier, report.gate) !== 'error') return [];
    if (verdict === 'inconclusive') return [{ check, path: '', fingerprint: unansweredPrint(result, sha256), message: because }];
    if (verdict !== 'fail') return [];
    return result.answers
      .filter((answer) => answer.looked && answer.verdict === 'fail')
      .flatMap(({ evidence, findings }) =>
        findings
          .filter(({ accepted }) => accepted === undefined || accepted.by === 'baseline' || accepted.by === 'base')
          .map(({ fingerprint, message, place }) => ({ check, evidence, path: pathOf(place), fingerprint, message })),
      );
  });
  return sorted(entries);
}

/** The fingerprint of a check's having no answer, for this reason: another reason is news. */
export const unansweredPrint = ({ id, because = '' }: ReportResult, sha256: Sha256): string =>
  sha256([id, 'inconclusive', steady(because)].join('\n'));

/** Where a finding is known again: a path, a variable's file, a route, an object. */
export function pathOf(place: Place): string {
  switch (place.kind) {
    case 'file':
      return place.path;
    case 'environment':
      return place.source;
    case 'request':
      return `${place.method.toUpperCase()} ${URL.parse(place.url)?.pathname ?? place.url}`;
    case 'process':
      return place.what;
    case 'database':
      return place.object;
  }
}

const key = ({ check, path, fingerprint }: BaselineEntry): string => `${check}\n${path}\n${fingerprint}`;

export function sorted(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map(entries.map((each) => [key(each), each]));
  return [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** The file: one entry a line, so that a change of it reads well. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sorted(entries).map((each) => `    ${cleanedJson(JSON.stringify(each))}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "entries": ${list}\n}\n`;
}

/** The entries of a file, or one line saying why it holds none. */
export function readBaseline(text: string): { readonly entries: readonly BaselineEntry[] } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'not a baseline: not JSON' };
  }
  const parsed = file.safeParse(data);
  if (parsed.success) return { entries: parsed.data.entries };
  const [issue] = parsed.error.issues;
  return { problem: `not a baseline: ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'unknown problem'}` };
}

/** Entries that nothing was found for, though their witnesses looked and answered: what they told of is fixed. */
export function fixedEntries(report: Pick<Report, 'results'>, entries: readonly BaselineEntry[], sha256: Sha256): readonly BaselineEntry[] {
  const results = new Map(report.results.map((result) => [result.id, result]));
  return sorted(
    entries.filter((each) => {
      const result = results.get(each.check);
      return result !== undefined && (each.evidence === undefined ? isAnswered(each, result, sha256) : isGone(each, result));
    }),
  );
}

// A witness that did not look, or had no answer, may still know of what is no longer found.
const isGone = ({ evidence, fingerprint }: BaselineEntry, { answers }: ReportResult): boolean =>
  answers.some((answer) => answer.evidence === evidence && answer.looked && answer.verdict !== 'inconclusive') &&
  !answers.some((answer) => answer.verdict === 'fail' && answer.findings.some((finding) => finding.fingerprint === fingerprint));

const isAnswered = ({ fingerprint }: BaselineEntry, result: ReportResult, sha256: Sha256): boolean =>
  result.verdict !== 'inconclusive' || unansweredPrint(result, sha256) !== fingerprint;
