// The answers to the same files from an earlier run.
import type { Check } from '../../../checks/model.ts';
import { type KeptAnswers, keptSchema } from './code-cache-schema.ts';
import { keptFile } from './kept-file.ts';

export interface CodeCache {
  /** Undefined where there is nothing, or nothing that can be read. */
  readonly read: () => KeptAnswers | undefined;
  readonly write: (kept: KeptAnswers) => void;
}

/** What earlier runs of these very checks kept of a folder. */
export function codeCache(root: string, checks: readonly Check[]): CodeCache {
  const file = keptFile(['code', root, checks.map(({ id, judge }) => `${id} ${Object.keys(judge).join(' ')}`)]);
  return {
    read: () => {
      const text = file.read();
      if (text === undefined) return undefined;
      try {
        return keptSchema.parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    write: (kept) => file.write(JSON.stringify(kept)),
  };
}
