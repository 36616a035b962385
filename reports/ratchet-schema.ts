// The part of a Report's shape that tells what was known before and what is suppressed.
import { z } from 'zod';
import type { Acceptance, FailOn, ReportRatchet } from './report.ts';

const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const told = { reason: z.exactOptional(z.string()), owner: z.exactOptional(z.string()), until: z.exactOptional(day) };

export const failOn: z.ZodType<FailOn> = z.enum(['never', 'error', 'warning', 'info']);

export const acceptance: z.ZodType<Acceptance> = z.strictObject({
  by: z.enum(['inline', 'file', 'baseline', 'base']),
  in: z.string(),
  ...told,
});

export const ratchet: z.ZodType<ReportRatchet> = z.strictObject({
  from: z.exactOptional(z.string()),
  since: z.exactOptional(z.string()),
  baseline: z.exactOptional(
    z.strictObject({
      file: z.string(),
      entries: count,
      fixed: z.array(z.strictObject({ check: z.string(), path: z.string(), message: z.string(), listed: z.boolean() })),
      notCounted: z.exactOptional(count),
      staleFails: z.boolean(),
    }),
  ),
  suppressions: z.array(
    z.strictObject({
      checks: z.array(z.string()),
      by: z.enum(['inline', 'file']),
      in: z.string(),
      state: z.enum(['used', 'unused', 'expired', 'malformed', 'not-counted']),
      because: z.exactOptional(z.string()),
      ...told,
      findings: count,
    }),
  ),
});
