// The Report's shape at run time: reads a saved report back, and is what report.schema.json is made from.
import { z } from 'zod';
import { cleaned } from './clean.ts';
import { comparisonSchema } from './comparison.ts';
import { load, received } from './live-schema.ts';
import { acceptance, failOn, ratchet } from './ratchet-schema.ts';
import type { Report, ReportAnswer, ReportFinding, ReportResult } from './report.ts';

const tier = z.enum(['testflight', 'app-store', 'post-launch']);
const verdict = z.enum(['pass', 'fail', 'inconclusive', 'not-applicable']);
const count = z.int().min(0);
const position = z.int().min(1);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
const fileProblem = z.strictObject({ path: z.string(), because: z.string() });

const filePlace = z.strictObject({ kind: z.literal('file'), path: z.string(), line: position, column: position });
const place = z.discriminatedUnion('kind', [
  filePlace,
  z.strictObject({ kind: z.literal('request'), method: z.string(), url: z.string(), curl: z.string() }),
  z.strictObject({ kind: z.literal('environment'), name: z.string(), source: z.string() }),
  z.strictObject({ kind: z.literal('process'), what: z.string() }),
  z.strictObject({ kind: z.literal('database'), database: z.string(), object: z.string() }),
]);
const finding: z.ZodType<ReportFinding> = z.strictObject({
  message: z.string(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  place,
  related: z.exactOptional(z.array(place)),
  anchor: z.exactOptional(filePlace),
  lineHash: z.exactOptional(z.string()),
  accepted: z.exactOptional(acceptance),
  received: z.exactOptional(received),
});
const answer: z.ZodType<ReportAnswer> = z.strictObject({
  evidence: z.enum(['code', 'environment', 'http', 'boot', 'load', 'migrations', 'database', 'backup']),
  verdict,
  because: z.exactOptional(z.string()),
  looked: z.boolean(),
  findings: z.array(finding),
});
const result: z.ZodType<ReportResult> = z.strictObject({
  id: z.string(),
  tier,
  title: z.string(),
  verdict,
  because: z.exactOptional(z.string()),
  answers: z.array(answer),
  accepted: z.exactOptional(acceptance),
});

export const reportSchema: z.ZodType<Report> = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string(), docs: z.exactOptional(z.string().regex(/^https:\/\//)) }),
  target: z.strictObject({
    path: z.exactOptional(z.string()),
    url: z.exactOptional(z.string()),
    start: z.exactOptional(z.string()),
    inRepository: z.exactOptional(z.string()),
    units: z.array(z.strictObject({ root: z.string(), languages: z.array(z.string()), frameworks: z.array(z.string()) })),
  }),
  gate: tier,
  failOn: z.exactOptional(failOn),
  maxWarnings: z.exactOptional(count),
  tierReached: tier.nullable(),
  tierReachedBecause: z.exactOptional(z.string()),
  startedAt: instant,
  durationMs: z.number().min(0),
  coverage: z.strictObject({
    checksRun: count,
    checksNotLookedAt: z.array(z.strictObject({ id: z.string(), because: z.string() })),
    files: z.strictObject({
      read: count,
      leftOut: z.array(z.strictObject({ reason: z.string(), files: count, examples: z.array(z.string()) })),
      unreadable: z.array(fileProblem),
    }),
    limitsReached: z.array(z.string()),
  }),
  results: z.array(result),
  ratchet: z.exactOptional(ratchet),
  comparison: z.exactOptional(comparisonSchema),
  load: z.exactOptional(load),
  excerpts: z.exactOptional(z.array(z.strictObject({ path: z.string(), startLine: position, lines: z.array(z.string()) }))),
});

/** JSON Schema 2020-12 of a Report. */
export function reportJsonSchema(): object {
  return {
    title: 'launchgate report',
    description: 'What an audit found: schema version 1. Fields are only ever added.',
    ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }),
  };
}

/** A saved report, or one line saying why the text is none. */
export function parseReport(text: string): { readonly report: Report } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'not a report: not JSON' };
  }
  const version = z.object({ schemaVersion: z.number() }).safeParse(data);
  if (version.success && version.data.schemaVersion !== 1) {
    return { problem: `a report of schema version ${version.data.schemaVersion}; this launchgate reads version 1` };
  }
  const parsed = reportSchema.safeParse(data);
  if (parsed.success) return { report: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.map(String).join('.');
  return { problem: cleaned(`not a report: ${where}: ${issue?.message ?? 'unknown problem'}`) };
}
