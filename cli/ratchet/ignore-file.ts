// `.launchgate-ignore.yaml`: suppressions in one place, each with its check, its reason, and where given its paths, owner and last day.
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, Problem } from '../problem.ts';

export const ignoreNames = ['.launchgate-ignore.yaml', '.launchgate-ignore.yml'] as const;

const entry = z.strictObject({
  rule: z.string().min(1),
  /** Globs from the folder of the file: of files, of `GET /path` for requests. */
  paths: z.exactOptional(z.array(z.string().min(1)).min(1)),
  fingerprint: z.exactOptional(z.string()),
  statement: z.exactOptional(z.string()),
  /** Words of OpenSSF Scorecard's annotations. */
  reason: z.exactOptional(z.enum(['test-data', 'remediated', 'not-applicable', 'not-supported', 'not-detected'])),
  owner: z.exactOptional(z.string()),
  expired_at: z.exactOptional(z.union([z.string(), z.date()])),
});
export type IgnoreEntry = z.infer<typeof entry>;

/** What an entry says, or why it says nothing; one broken entry does not take the others with it. */
export type ReadEntry = { readonly entry: IgnoreEntry } | { readonly rule: string; readonly because: string };

/** The entries of a file in order; a Problem where it is no list of them at all. */
export function readIgnoreFile(name: string, text: string): readonly ReadEntry[] {
  let data: unknown;
  try {
    data = parse(text);
  } catch (thrown) {
    // The lines themselves are left out: whatever stands in a file by mistake is not to be printed.
    throw new Problem(`${name}: ${messageOf(thrown).replace(/(at line \d+, column \d+):.*$/s, '$1')}`);
  }
  if (data === null || data === undefined) return [];
  const list = z.array(z.unknown()).safeParse(data);
  if (!list.success)
    throw new Problem(`${name}: must be a list of entries with rule, statement and, where it helps, paths, owner, expired_at`);
  return list.data.map((each): ReadEntry => {
    const parsed = entry.safeParse(each);
    if (parsed.success) return { entry: parsed.data };
    const [issue] = parsed.error.issues;
    const named = z.object({ rule: z.string() }).safeParse(each);
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
    return { rule: named.success ? named.data.rule : '', because: `${where}${issue?.message ?? 'is no entry'}` };
  });
}
