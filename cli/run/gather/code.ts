// What the code gatherer is told; its parsers are only loaded where code is read.
import type { CodeFacts } from '../../../checks/evidence/code/gather.ts';
import type { Check, CodeEvidence, Gathered } from '../../../checks/model.ts';

export interface KnownCode {
  readonly gathered: Gathered<CodeEvidence>;
  /** Plain JSON, complete once the judges have asked. */
  readonly facts: () => Gathered<CodeFacts>;
}

/** Looks for services in the folder; files are read as the judges of these checks ask for them. */
export async function knownCode(root: string | undefined, checks: readonly Check[]): Promise<KnownCode> {
  if (root === undefined) return without({ missing: 'no folder was given', notAsked: true });
  const { gatherCode } = await import('../../../checks/evidence/code/gather.ts');
  const code = gatherCode({ root, mentions: [...new Set(checks.flatMap((check) => check.mentions ?? []))] });
  if (!('found' in code)) return without(code);
  const { evidence, facts } = code.found;
  return { gathered: { found: evidence }, facts: () => ({ found: facts() }) };
}

const without = (missing: Exclude<Gathered<never>, { readonly found: never }>): KnownCode => ({ gathered: missing, facts: () => missing });

/** For a run that looks elsewhere. */
export const noCode: KnownCode = without({ missing: 'this run looks at the database alone', notAsked: true });

/** The evidence again from facts that were kept. */
export async function codeAgain(kept: Gathered<CodeFacts>): Promise<Gathered<CodeEvidence>> {
  if (!('found' in kept)) return kept;
  const { codeFromFacts } = await import('../../../checks/evidence/code/gather.ts');
  return { found: codeFromFacts(kept.found) };
}
