// Where a target's knee is, from steps of which any may have been lucky: a rate holds where most of its runs held.

/** What one step came to, as the judge of load sees it. */
export type StepVerdict = 'held' | 'broke' | 'unclear';
export interface Tried {
  readonly perSecond: number;
  readonly verdict: StepVerdict;
}
export interface Knee {
  /** The middle between the most that held and the least that broke, and how far it is to either. */
  readonly perSecond: number;
  readonly plusMinus: number;
  /** Runs at either end, and how many of them said the same. */
  readonly held: Runs;
  readonly broke: Runs;
}
export interface Runs {
  readonly perSecond: number;
  readonly runs: number;
  readonly agreed: number;
}

/** The least rate that broke, and the most below it that held. */
export function boundsOf(steps: readonly Tried[]): { readonly heldPerSecond?: number; readonly brokePerSecond?: number } {
  const rates = [...new Set(steps.map(({ perSecond }) => perSecond))].toSorted((one, other) => one - other);
  const broke = rates.find((rate) => mostSay(steps, rate) === 'broke');
  const held = rates.findLast((rate) => mostSay(steps, rate) === 'held' && rate < (broke ?? Number.POSITIVE_INFINITY));
  return { ...(held !== undefined && { heldPerSecond: held }), ...(broke !== undefined && { brokePerSecond: broke }) };
}

/** The end that has not been run often enough; undefined where both have, or where there is no second end. */
export function toRepeat(steps: readonly Tried[], repeats: number): number | undefined {
  const { heldPerSecond, brokePerSecond } = boundsOf(steps);
  if (heldPerSecond === undefined || brokePerSecond === undefined) return undefined;
  const few = [heldPerSecond, brokePerSecond].filter((rate) => runsAt(steps, rate).length < repeats);
  return few.toSorted((one, other) => runsAt(steps, one).length - runsAt(steps, other).length)[0];
}

export function kneeOf(steps: readonly Tried[]): { readonly knee?: Knee } {
  const { heldPerSecond: held, brokePerSecond: broke } = boundsOf(steps);
  if (held === undefined || broke === undefined) return {};
  const runs = (perSecond: number, verdict: StepVerdict): Runs => {
    const all = runsAt(steps, perSecond);
    return { perSecond, runs: all.length, agreed: all.filter((step) => step.verdict === verdict).length };
  };
  return { knee: { perSecond: (held + broke) / 2, plusMinus: (broke - held) / 2, held: runs(held, 'held'), broke: runs(broke, 'broke') } };
}

/** How sure the two ends are, where they were run more than once. */
export function repeatedText(steps: readonly Tried[]): string {
  const { knee } = kneeOf(steps);
  if (knee === undefined || knee.held.runs + knee.broke.runs < 3) return '';
  const of = ({ perSecond, runs, agreed }: Runs, what: string) => `${perSecond} ${what} in ${agreed} of ${runs} runs`;
  return `; ${of(knee.held, 'held')}, ${of(knee.broke, 'broke')}`;
}

const runsAt = (steps: readonly Tried[], perSecond: number) => steps.filter((step) => step.perSecond === perSecond);

// Half and half is no holding.
function mostSay(steps: readonly Tried[], perSecond: number): StepVerdict {
  const clear = runsAt(steps, perSecond).filter(({ verdict }) => verdict !== 'unclear');
  if (clear.length === 0) return 'unclear';
  return clear.filter(({ verdict }) => verdict === 'held').length * 2 > clear.length ? 'held' : 'broke';
}
