// How a judge answers: the only constructors of an Answer, and the two ways most judges settle.

import { handedTo } from './model/handed-app.ts';
import type { Answer, Around, Check, CodeEvidence, CodeJudge, Exchange, Finding, ProbeOutcome, Seen, Unit, UnitSeen } from './model.ts';

export type { Seen } from './model.ts';

/** Keeps a check's probe names together with its judges, so that each judge sees only the probes it declared. */
export function defineCheck<P extends string = never>(check: Check<P>): Check<P> {
  return check;
}

export const pass = (first: Finding, ...more: readonly Finding[]): Answer => ({ verdict: 'pass', findings: [first, ...more] });
export const fail = (first: Finding, ...more: readonly Finding[]): Answer => ({ verdict: 'fail', findings: [first, ...more] });
export const inconclusive = (because: string): Answer => ({ verdict: 'inconclusive', because });
export const notApplicable = (because: string): Answer => ({ verdict: 'not-applicable', because });

/** The answer to an HTTP probe; undefined where there was none. */
export function exchangeOf(outcome: ProbeOutcome): Exchange | undefined {
  return 'found' in outcome && outcome.found.kind === 'http' ? outcome.found : undefined;
}

/** A header of an answer by its lower-case name, several of one name joined; undefined where it has none. */
export function headerOf({ headers }: Exchange, name: string): string | undefined {
  const values = headers.filter(([each]) => each === name).map(([, value]) => value.trim());
  return values.length === 0 ? undefined : values.join(', ');
}

/** What a target wrote, short enough for a message. */
export const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

/** Anything bad fails; else anything unclear is inconclusive; else anything good passes; else `otherwise`. */
export function settle(seen: Seen, otherwise: Answer): Answer {
  const [bad, ...moreBad] = seen.bad;
  if (bad !== undefined) return fail(bad, ...moreBad);
  if (seen.unclear !== undefined && seen.unclear.length > 0) return inconclusive(listed(seen.unclear));
  const [good, ...moreGood] = seen.good;
  return good === undefined ? otherwise : pass(good, ...moreGood);
}

/** Joins what was seen in several places; a file that two services share is told once. */
export function merge(all: readonly Seen[]): Seen {
  return {
    bad: distinct(all.flatMap((seen) => seen.bad)),
    good: distinct(all.flatMap((seen) => seen.good)),
    unclear: all.flatMap((seen) => seen.unclear ?? []),
  };
}

/** What a service lacks as a whole, told where it begins. */
export function lacking({ entries }: Pick<Unit, 'entries'>, message: string): readonly Finding[] {
  const [place, ...related] = entries;
  if (place === undefined) return [];
  return [related.length > 0 ? { message, place, related } : { message, place }];
}

/** What a service lacks may be set up by a package of the house that its application is handed to: then nobody can tell. */
export function unlessHanded(unit: Unit, seen: Seen): Seen {
  const by = seen.bad.length > 0 && seen.good.length === 0 ? handedTo(unit) : undefined;
  const [entry] = unit.entries;
  const lacks = seen.bad.every(({ place }) => place.kind === 'file' && place.path === entry?.path && place.line === entry.line);
  return by !== undefined && lacks
    ? { bad: [], good: [], unclear: [`what ${by} sets up on the application stands in no source that is here`] }
    : seen;
}

/** Where nothing is seen, packages of the same repository that are not here may do it. */
export function unlessElsewhere(unit: Unit, seen: UnitSeen): UnitSeen {
  const [first, ...more] = unit.elsewhere;
  if (first === undefined || !isSilent(seen)) return seen;
  const others = more.length === 0 ? '' : ` and ${more.length} more packages`;
  return { ...seen, unclear: [`what ${first}${others} of this repository do is not in the folder that was looked at`] };
}

const isSilent = (seen: Seen): boolean => seen.bad.length === 0 && seen.good.length === 0 && (seen.unclear ?? []).length === 0;

/** Adds what decides where nothing is seen anywhere, worked out only where nothing is seen here. */
export function orElse(seen: Seen, said: () => Readonly<Record<string, string>>): UnitSeen {
  return isSilent(seen) ? { ...seen, said: said() } : seen;
}

/** The first that any service said under this word; undefined where none did. */
export function saidBy(all: readonly UnitSeen[], word: string): string | undefined {
  return all.map(({ said }) => said?.[word]).find((each) => each !== undefined);
}

/** For `orElse`: a package of the house that an application is handed to may read the variables that nobody saw. */
export function handedOn(unit: Unit): Readonly<Record<string, string>> {
  const by = handedTo(unit);
  return by === undefined ? {} : { handedTo: by };
}

/** Nothing of a kind in sight: where a service is handed to a package of the house, that may bring it. */
export function unlessBrought(all: readonly UnitSeen[], otherwise: Answer): Answer {
  const by = saidBy(all, 'handedTo');
  return by === undefined ? otherwise : inconclusive(`what ${by} sets up on the application stands in no source that is here`);
}

/** No variable in sight: where a service is handed to a package of the house, nobody can tell. */
export function unlessReadElsewhere(all: readonly UnitSeen[], otherwise: Answer): Answer {
  const by = saidBy(all, 'handedTo');
  return by === undefined ? otherwise : inconclusive(`which variables ${by} reads for the application stands in no source that is here`);
}

/** A judge of what each service shows. `otherwise` where nothing is seen in any. */
export function eachUnit(
  ofUnit: (unit: Unit, around: Pick<Around, 'containers'>) => UnitSeen,
  otherwise: Answer | ((all: readonly UnitSeen[]) => Answer),
): CodeJudge {
  return judgeByUnit(ofUnit, (all) =>
    all.length === 0 ? noService : settle(merge(all), typeof otherwise === 'function' ? otherwise(all) : otherwise),
  );
}

export const noService: Answer = notApplicable('no backend service was found here');

/** The same with an end of its own, which is asked where there is no service, too. */
export function judgeByUnit(
  ofUnit: (unit: Unit, around: Pick<Around, 'containers'>) => UnitSeen,
  ofAll: (all: readonly UnitSeen[], around: Around) => Answer,
): CodeJudge {
  const judge = (code: CodeEvidence): Answer =>
    ofAll(
      code.units.map((unit) => ofUnit(unit, code)),
      code,
    );
  return Object.assign(judge, { byUnit: { ofUnit, ofAll } });
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map(findings.map((finding) => [JSON.stringify([finding.message, finding.place]), finding]));
  return [...kept.values()];
}

function listed(reasons: readonly string[]): string {
  const distinct = [...new Set(reasons)];
  const shown = distinct.slice(0, 3).join('; ');
  return distinct.length > 3 ? `${shown}; and ${distinct.length - 3} more` : shown;
}
