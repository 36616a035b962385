// What checks ask of one service, and their verdicts from what every service showed: plain data in between.
import type { Answer, Around, Check, CodeJudge, Unit, UnitSeen } from './model.ts';

/** By check; `broke` is why a judge could not answer. */
export type Shown = Readonly<Record<string, UnitSeen | { readonly broke: string }>>;

/** What the service shows to each of the checks that ask services one by one. */
export function askUnit(unit: Unit, checks: readonly Check[], around: Pick<Around, 'containers'>): Shown {
  return Object.fromEntries(
    checks.flatMap(({ id, judge: { code } }) => (code?.byUnit === undefined ? [] : [[id, shownTo(code.byUnit, unit, around)]])),
  );
}

function shownTo({ ofUnit }: NonNullable<CodeJudge['byUnit']>, unit: Unit, around: Pick<Around, 'containers'>): Shown[string] {
  try {
    return ofUnit(unit, around);
  } catch (error) {
    return { broke: error instanceof Error ? error.message : 'unknown error' };
  }
}

/** What a check answers to what the services showed. Throws where its judge broke; undefined for one that does not ask them one by one. */
export function answerTo({ id, judge: { code } }: Check, all: readonly Shown[], around: Around): Answer | undefined {
  if (code?.byUnit === undefined) return undefined;
  const seen = all.map((shown) => shown[id]).filter((each) => each !== undefined);
  if (seen.length < all.length) return undefined;
  return code.byUnit.ofAll(
    seen.map((each) => {
      if ('broke' in each) throw new Error(each.broke);
      return each;
    }),
    around,
  );
}
