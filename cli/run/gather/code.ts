// What the code gatherer is told; its parsers are only loaded where code is read. The same files give the answers they gave before.
import { askUnit, type Shown } from '../../../checks/ask-unit.ts';
import { judgeBroke, type WitnessAnswer } from '../../../checks/audit.ts';
import type { CodeFacts } from '../../../checks/evidence/code/facts.ts';
import { type Listing, listFiles } from '../../../checks/evidence/code/files.ts';
import { isAsItWas } from '../../../checks/evidence/code/fingerprint.ts';
import type { CodeGathering } from '../../../checks/evidence/code/gather.ts';
import type { Answer, Check, CodeEvidence, Gathered } from '../../../checks/model.ts';
import { collectGarbage, growSlowly } from '../../brief-compiler.ts';
import { type CodeCache, codeCache } from './code-cache.ts';
import type { KeptAnswers } from './code-cache-schema.ts';
import { type CodeFrame, frameOf, settledFrame, unitFrameOf } from './code-frame.ts';

export interface KnownCode {
  readonly gathered: Gathered<CodeEvidence>;
  readonly frame: CodeFrame;
  /** Plain JSON, complete once the judges have asked. */
  readonly facts: () => Gathered<CodeFacts>;
  /** What each service showed to the checks, where each was asked and let go. */
  readonly shown?: readonly Shown[];
  /** What these very checks answered to these very files before. */
  readonly answered: (check: Check) => Answer | undefined;
  /** Keeps what was answered for the next run. */
  readonly keep: (answers: readonly KeptAnswer[]) => void;
}
export interface KeptAnswer {
  readonly check: Check;
  readonly witness: WitnessAnswer;
}

export interface Looking {
  /** Nothing is read where no file has changed. */
  readonly cached?: boolean;
  /** Nothing but the checks' judges will ask the services: each is asked at once and let go. */
  readonly askedAlone?: boolean;
}

/** The trees of Python's files are large for their text: some thirty times. */
const largePythonBytes = 16 * 1024 * 1024;
const pythonBytes = ({ sources }: Listing): number =>
  sources.reduce((sum, { language, bytes }) => (language === 'python' ? sum + bytes : sum), 0);

/** Looks for services in the folder; files are read as the judges of these checks ask for them. */
export async function knownCode(root: string | undefined, checks: readonly Check[], looking: Looking = {}): Promise<KnownCode> {
  if (root === undefined) return without({ missing: 'no folder was given', notAsked: true });
  const { gatherCode } = await import('../../../checks/evidence/code/gather.ts');
  const mentions = [...new Set(checks.flatMap((check) => check.mentions ?? []))];
  const cache = looking.cached ? codeCache(root, checks) : undefined;
  const listing = listed(root);
  const again = cache?.read();
  const look = (): Gathered<CodeGathering> => gatherCode({ root, mentions, ...(listing && { listing }) });
  if (again && listing && isAsItWas(root, listing, again.looked)) return asBefore(again, look, listing);
  if (listing && pythonBytes(listing) > largePythonBytes) growSlowly();
  const code = look();
  if (!('found' in code)) return without(code);
  const { evidence, services, facts, looked } = code.found;
  const gathered = { found: evidence };
  const asked = looking.askedAlone
    ? services.eachApart((unit) => ({ shown: askUnit(unit, checks, evidence), frame: unitFrameOf(unit) }), collectGarbage)
    : undefined;
  const frame = asked
    ? settledFrame(
        asked.map((each) => each.frame),
        listing?.all,
      )
    : frameOf(gathered, listing?.all);
  return {
    gathered,
    frame,
    ...(asked && { shown: asked.map(({ shown }) => shown) }),
    facts: () => ({ found: facts() }),
    answered: () => undefined,
    keep: (answers) => cache && write(cache, { looked, frame, evidence, answers }),
  };
}

function listed(root: string): Listing | undefined {
  try {
    return listFiles(root);
  } catch {
    return undefined;
  }
}

/** Should anything ask for more than was kept, the files are read after all. */
function asBefore({ answers, coverage, secrets, frame }: KeptAnswers, look: () => Gathered<CodeGathering>, { all }: Listing): KnownCode {
  let real: CodeGathering | undefined;
  const found = (): CodeGathering => {
    if (real !== undefined) return real;
    const code = look();
    if (!('found' in code)) throw new Error(code.missing);
    real = code.found;
    return real;
  };
  const evidence: CodeEvidence = {
    get units() {
      return found().evidence.units;
    },
    coverage,
    secrets,
    get containers() {
      return found().evidence.containers;
    },
  };
  return {
    gathered: { found: evidence },
    frame: {
      units: () => frame.units,
      files: () => all,
      entry: () => frame.entry,
      expected: () => frame.expected,
      client: () => frame.client,
    },
    facts: () => ({ found: found().facts() }),
    answered: ({ id }) => answers[id],
    keep: () => undefined,
  };
}

interface ToKeep {
  readonly looked: () => KeptAnswers['looked'];
  readonly frame: CodeFrame;
  readonly evidence: CodeEvidence;
  readonly answers: readonly KeptAnswer[];
}

function write(cache: CodeCache, { looked, frame, evidence, answers }: ToKeep): void {
  // Another time it may not break.
  if (answers.some(({ witness: { answer } }) => 'because' in answer && answer.because.startsWith(judgeBroke))) return;
  const [entry, client] = [frame.entry(), frame.client()];
  const kept = {
    answers: Object.fromEntries(answers.map(({ check, witness }) => [check.id, witness.answer])),
    coverage: evidence.coverage,
    secrets: evidence.secrets,
    frame: { units: frame.units(), expected: frame.expected(), ...(entry && { entry }), ...(client && { client }) },
  };
  // Last: whatever was asked for until now counts.
  cache.write({ ...kept, looked: looked() });
}

const without = (missing: Exclude<Gathered<never>, { readonly found: never }>): KnownCode => ({
  gathered: missing,
  frame: frameOf(missing),
  facts: () => missing,
  answered: () => undefined,
  keep: () => undefined,
});

/** For a run that looks elsewhere. */
export const noCode: KnownCode = without({ missing: 'this run looks at the database alone', notAsked: true });

/** The evidence again from facts that were kept. */
export async function codeAgain(kept: Gathered<CodeFacts>): Promise<Gathered<CodeEvidence>> {
  if (!('found' in kept)) return kept;
  const { codeFromFacts } = await import('../../../checks/evidence/code/facts.ts');
  return { found: codeFromFacts(kept.found) };
}
