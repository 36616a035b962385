// The migrations as an earlier run read them, for as long as no file that it looked at has changed: a history of years is parsed once.
import { z } from 'zod';
import { digestOver, type Looked } from '../../../checks/evidence/code/fingerprint.ts';
import { contentOf } from '../../../checks/evidence/code/reader.ts';
import { installedSquawk } from '../../../checks/evidence/migrations/squawk.ts';
import { redact } from '../../../checks/evidence/secret-shapes.ts';
import type { MigrationsEvidence } from '../../../checks/model.ts';
import { keptFile } from './kept-file.ts';

export interface MigrationsCache {
  /** Undefined where anything that was looked at is another now. */
  readonly read: () => MigrationsEvidence | undefined;
  /** `paths` are all files that were asked for, there or not. */
  readonly write: (evidence: MigrationsEvidence, paths: ReadonlySet<string>) => void;
}

// Written by this very build and whole: what the judges are given needs no second look.
const keptSchema = z.strictObject({
  looked: z.strictObject({ paths: z.array(z.string()), digest: z.string() }),
  evidence: z.custom<MigrationsEvidence>((value) => typeof value === 'object' && value !== null && 'sets' in value),
});

/** `files` are all paths of the checkout at `root`; a run that replays is another than one that doesn't. */
export function migrationsCache(root: string, files: ReadonlySet<string>, replay: boolean): MigrationsCache {
  // What a linter says hangs on the linter as well.
  if (installedSquawk(root) !== undefined) return { read: () => undefined, write: () => undefined };
  const file = keptFile(['migrations', root, replay]);
  const lookedAt = (paths: readonly string[]): Looked => ({
    paths,
    digest: digestOver(files, new Map(paths.map((path) => [path, contentOf(`${root}/${path}`)]))),
  });
  return {
    read: () => {
      const text = file.read();
      if (text === undefined) return undefined;
      const kept = keptSchema.safeParse(JSON.parse(text));
      return kept.success && lookedAt(kept.data.looked.paths).digest === kept.data.looked.digest ? kept.data.evidence : undefined;
    },
    write: (evidence, paths) => {
      // Where there are none, looking is as quick; what failed this time may do better the next.
      if (evidence.sets.length === 0 || (replay && evidence.sets.some((set) => set.servedToClients && 'missing' in set.replayed))) return;
      const text = JSON.stringify({ looked: lookedAt([...paths]), evidence });
      // Nobody's secret is kept, and evidence without it would be other evidence.
      if (redact(text) === text) file.write(text);
    },
  };
}
