// The record of a drill: what was restored, when, what it held, and who signed it off. The next drill is compared with it.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { BackupEvidence, RestoreFigures } from '../../model.ts';

const restored = z.object({
  engine: z.string(),
  limits: z.array(z.string()).optional(),
  restoreMs: z.number(),
  /** The RTO it was held to. */
  limitMs: z.number().optional(),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), expectedRows: z.number().optional() })),
  /** `returned` is what may be none; -1 where it could not be asked. */
  invariants: z.array(z.object({ name: z.string(), returned: z.number() })).optional(),
  sequencesBehind: z.array(z.string()).optional(),
  migration: z.object({ restored: z.string().optional(), expected: z.string().optional() }).optional(),
  extensions: z.array(z.string()).optional(),
  leftOut: z.array(z.string()).optional(),
  rolesNeeded: z.array(z.string()).optional(),
});
const schema = z.object({
  kind: z.literal('launchgate-backup-drill'),
  schemaVersion: z.literal(1),
  at: z.string(),
  passed: z.boolean(),
  verdict: z.string().optional(),
  /** What the verdict stands on, in sentences. */
  because: z.array(z.string()).optional(),
  signedOffBy: z.string().optional(),
  backup: z.object({
    name: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    ageMs: z.number(),
    /** The RPO it was held to. */
    maxAgeMs: z.number().optional(),
    format: z.string().optional(),
    fromMajor: z.number().optional(),
  }),
  restore: restored.optional(),
  faults: z.array(z.string()),
  /** Of all of the above, so that nobody changes it by accident. */
  sha256: z.string(),
  /** HMAC-SHA-256 of all of the above, so that nobody does on purpose. */
  signature: z.string().optional(),
});
export type DrillRecord = z.infer<typeof schema>;

export interface Outcome {
  readonly at: Date;
  readonly passed: boolean;
  readonly verdict?: string;
  readonly because?: readonly string[];
  readonly signedOffBy?: string;
  /** Signs it. */
  readonly key?: string;
}

/** The text of a record, with a final newline. */
export function drillRecord(evidence: BackupEvidence, { at, key, passed, verdict, because, signedOffBy }: Outcome): string {
  const { name, sha256, bytes, ageMs, maxAgeMs, format, fromMajor, faults, restore } = evidence;
  const record = schema.omit({ sha256: true, signature: true }).parse({
    kind: 'launchgate-backup-drill',
    schemaVersion: 1,
    at: at.toISOString(),
    passed,
    verdict,
    because,
    signedOffBy,
    backup: { name, sha256, bytes, ageMs, maxAgeMs, format: 'found' in format ? format.found : undefined, fromMajor },
    restore: 'found' in restore ? figuresIn(restore.found) : undefined,
    faults: faults.map(({ kind, message }) => `${kind}: ${message}`),
  });
  const sum = sumOf(record);
  return `${JSON.stringify({ ...record, sha256: sum, ...(key === undefined ? {} : { signature: signatureOf(sum, key) }) }, null, 2)}\n`;
}

const figuresIn = ({ invariants, ...figures }: RestoreFigures) => ({
  ...figures,
  invariants: invariants.map(({ name, rows }) => ({ name, returned: 'found' in rows ? rows.found : -1 })),
});

const sumOf = (record: object): string => createHash('sha256').update(JSON.stringify(record)).digest('hex');
const signatureOf = (sum: string, key: string): string => createHmac('sha256', key).update(sum).digest('hex');

/** The last record; a problem in one line where it is none, was changed, or is not signed with the key. */
export async function readRecord(file: string, key?: string): Promise<DrillRecord | { readonly problem: string }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problem: `can't read ${file}` };
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) return { problem: `${file} is no record of a drill` };
  const { sha256, signature, ...record } = parsed.data;
  if (sumOf(record) !== sha256) return { problem: `${file} was changed since the drill` };
  if (key !== undefined && !isSigned(sha256, signature, key)) return { problem: `${file} is not signed with the key of this machine` };
  return parsed.data;
}

function isSigned(sum: string, signature: string | undefined, key: string): boolean {
  const expected = Buffer.from(signatureOf(sum, key));
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
