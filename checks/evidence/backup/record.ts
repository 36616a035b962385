// The record of a drill: what was restored, when, and what it held. The next drill is compared with it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { BackupEvidence } from '../../model.ts';

const schema = z.object({
  kind: z.literal('launchgate-backup-drill'),
  schemaVersion: z.literal(1),
  at: z.string(),
  passed: z.boolean(),
  backup: z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), ageMs: z.number() }),
  restore: z
    .object({
      engine: z.string(),
      limits: z.array(z.string()).optional(),
      restoreMs: z.number(),
      tables: z.array(z.object({ name: z.string(), rows: z.number() })),
    })
    .optional(),
  faults: z.array(z.string()),
  /** Of all of the above, so that nobody changes it by accident. */
  sha256: z.string(),
});
export type DrillRecord = z.infer<typeof schema>;

/** The text of a record, with a final newline. */
export function drillRecord(evidence: BackupEvidence, { at, passed }: { readonly at: Date; readonly passed: boolean }): string {
  const { name, sha256, bytes, ageMs, faults, restore } = evidence;
  const record = {
    kind: 'launchgate-backup-drill',
    schemaVersion: 1,
    at: at.toISOString(),
    passed,
    backup: { name, sha256, bytes, ageMs },
    ...('found' in restore
      ? {
          restore: {
            engine: restore.found.engine,
            ...(restore.found.limits === undefined ? {} : { limits: restore.found.limits }),
            restoreMs: restore.found.restoreMs,
            tables: restore.found.tables.map(({ name: table, rows }) => ({ name: table, rows })),
          },
        }
      : {}),
    faults: faults.map(({ kind, message }) => `${kind}: ${message}`),
  };
  return `${JSON.stringify({ ...record, sha256: sumOf(record) }, null, 2)}\n`;
}

const sumOf = (record: object): string => createHash('sha256').update(JSON.stringify(record)).digest('hex');

/** The last record; a problem in one line where it is none, or was changed. */
export async function readRecord(file: string): Promise<DrillRecord | { readonly problem: string }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problem: `can't read ${file}` };
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) return { problem: `${file} is no record of a drill` };
  const { sha256, ...record } = parsed.data;
  return sumOf(record) === sha256 ? parsed.data : { problem: `${file} was changed since the drill` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
