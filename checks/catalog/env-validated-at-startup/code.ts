// What source shows of whether a missing setting stops the service before it listens.
import { eachUnit, handedOn, inconclusive, notApplicable, orElse, type Seen, saidBy, unlessReadElsewhere } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import { openEnvironment, takesWholeEnvironment } from '../../model/whole-environment.ts';
import type { CodeFunction, EnvironmentRead, Expression, Finding, Unit } from '../../model.ts';
import { checkers, checks, type Event, eventsOf, isAboutSettings, stoppers } from './events.ts';
import { isCrucial, isNeeded, neededReads } from './required.ts';
import { makeRuns, type Run } from './start-path.ts';

export const mentions = ['env', 'settings', 'config', 'valid', 'check', 'ensure', 'assert', 'listen', 'uvicorn', 'serve'];

const nothing: Seen = { bad: [], good: [] };

export const judgeCode = eachUnit(
  (unit) => orElse(ofUnit(unit), () => ({ ...handedOn(unit), ...(takesWholeEnvironment(unit) && { whole: 'yes' }) })),
  (all) =>
    saidBy(all, 'whole') === undefined
      ? unlessReadElsewhere(all, notApplicable('no variable that must be set is read from the environment'))
      : inconclusive(openEnvironment),
);

interface Placed extends Event {
  readonly run: Run;
}

function ofUnit(unit: Unit): Seen {
  const runs = makeRuns(unit);
  const placed = (events: readonly Event[]): readonly Placed[] => events.map((event) => ({ ...event, run: runs(event.site) }));
  const made = placed(eventsOf(unit));
  const isWhole = ({ run, returns, single }: Placed): boolean => run.when === 'start' && returns !== true && single !== true;
  // What the service checks by hand is looked for where no library does it.
  const byHand = made.some(isWhole) ? [] : placed(stoppers(unit, (site) => runs(site).when !== 'never'));
  const events = [...made, ...byHand];
  const good = events.filter(({ run, returns }) => run.when === 'start' && returns !== true);
  const whole = good.filter(({ single }) => single !== true);
  if (whole.length > 0) return partly(unit, whole) ?? { ...nothing, good: told(whole), unclear: madeLate(unit, made) };
  const bad = events.filter(({ single }) => single !== true).flatMap(faultOf);
  if (bad.length > 0) return { ...nothing, bad: distinct(bad) };
  if (good.length > 0) return partly(unit, good) ?? { ...nothing, good: told(good) };
  const idle = checkers(unit);
  const called = idle.flatMap((check) =>
    unit
      .callersOf(check)
      .filter((call) => runs(call).when === 'start')
      .map(
        (call): Finding => ({
          message: `${check.name}() looks at the settings, and ${unit.uses(call).dropped ? 'what it finds is dropped' : 'what it finds stops nothing'}`,
          place: call.place,
        }),
      ),
  );
  if (called.length > 0) return { ...nothing, bad: distinct(called) };
  return nobodyChecks(unit, idle);
}

/** Where only some variables are looked at by hand, and others that the service can hardly do without are not; undefined where all is well. */
function partly(unit: Unit, events: readonly Placed[]): Seen | undefined {
  const looked = new Set(events.flatMap(({ names }) => names ?? ['?']));
  if (looked.has('?')) return undefined;
  const needed = [
    ...new Set(
      neededReads(unit)
        .filter(isCrucial)
        .map(({ name }) => name),
    ),
  ];
  const unmet = needed.filter((name) => !looked.has(name));
  if (unmet.length * 2 <= needed.length) return undefined;
  const only = [...looked].filter((name) => isNeeded(unit, name));
  const message = `only ${listed(only)} ${only.length === 1 ? 'is' : 'are'} checked before the service listens, and not ${listed(unmet)}`;
  const [place] = unit.entries;
  // Where one of them is among the checked, the others may belong to features that are off without them.
  if (place === undefined || unmet.length < needed.length) return { ...nothing, unclear: [message] };
  return { ...nothing, bad: [{ message, place, related: events.slice(0, 3).map(({ site }) => site.place) }] };
}

/** Settings whose class is made by what requests lead to, and nowhere before: nobody misses what they need until then. */
function madeLate(unit: Unit, events: readonly Placed[]): readonly string[] {
  const atStart = new Set(events.filter(({ run }) => run.when === 'start').map(({ site }) => keyOf(site)));
  const late = new Set(events.filter(({ run }) => run.when === 'never').map(({ site }) => keyOf(site)));
  const reads = unit.environmentReads.filter(({ required, through }) => required && through === 'settings');
  const isOnlyLate = ({ checkedBy }: EnvironmentRead): boolean =>
    checkedBy.some((call) => late.has(keyOf(call))) && !checkedBy.some((call) => atStart.has(keyOf(call)));
  const names = [...new Set(reads.filter((read) => isOnlyLate(read) && isNeeded(unit, read.name)).map(({ name }) => name))];
  return names.length === 0
    ? []
    : [`whether ${listed(names)} ${names.length === 1 ? 'is' : 'are'} looked at before the service listens could not be followed`];
}
const keyOf = ({ place }: Placed['site']): string => `${place.path}:${place.line}:${place.column}`;

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

const told = (events: readonly Placed[]): readonly Finding[] =>
  distinct(
    events.map(({ what, site, run }) => ({
      message: `${what} before the service listens`,
      place: site.place,
      ...related(site.place, run),
    })),
  ).slice(0, 12);

const related = (place: Finding['place'], { at }: Run): { readonly related?: readonly Finding['place'][] } =>
  at.place === place ? {} : { related: [at.place] };

function faultOf({ site, run, returns, byHand }: Placed): readonly Finding[] {
  if (byHand === true && run.at !== site && !isCheck(run.at)) return [];
  switch (run.when) {
    case 'start':
      return returns === true ? [{ message: 'the environment is parsed, and a failure of it stops nothing', place: site.place }] : [];
    case 'swallowed':
      return [{ message: 'the settings are checked, and the error is caught and the service starts anyway', place: run.at.place }];
    case 'development':
      return [{ message: 'the settings are checked in development only', place: run.at.place }];
    case 'after':
      return [{ message: 'the settings are checked only once the service listens', place: run.at.place }];
    default:
      return [];
  }
}

/** `validate_settings()`: a call of something that is there to check. */
const isCheck = (at: Run['at']): boolean => 'targets' in at && at.targets.some(({ name }) => checks.test(name));

/** Django refuses to start without its key. */
const isDjangosOwn = (unit: Unit, { name, fallback }: EnvironmentRead): boolean =>
  unit.frameworks.includes('django') && /^(?:DJANGO_)?SECRET_KEY$/.test(name) && fallback === undefined;

/** Settings that a system check of Django names, itself or in a list that it goes through: its commands, `migrate` among them, stop for those. */
function systemChecked(unit: Unit): ReadonlySet<string> {
  if (!unit.frameworks.includes('django')) return new Set();
  const isCheck = (each: Expression): boolean =>
    unit
      .symbols(each.kind === 'call' ? each.callee : each)
      .some((symbol) => /^py:django\.core\.checks\.(?:registry\.)?register$/.test(symbol));
  const named = unit
    .functions()
    .filter(({ node }) => (node.decorators ?? []).some(isCheck))
    .flatMap((code) => unit.words(code));
  const listed = named
    .filter((name) => /^[A-Z][A-Z_]{3,}$/.test(name))
    .flatMap((name) => unit.assignments(name).flatMap(({ value }) => unit.words(value)));
  return new Set([...named, ...listed]);
}

/** A key or the address of a store is what a report must name. */
const cruxFirst = (reads: readonly EnvironmentRead[]): readonly EnvironmentRead[] => [
  ...reads.filter(isCrucial),
  ...reads.filter((read) => !isCrucial(read)),
];

function nobodyChecks(unit: Unit, idle: readonly CodeFunction[]): Seen {
  const looked = systemChecked(unit);
  const all = neededReads(unit).filter((read) => !isDjangosOwn(unit, read) && !looked.has(read.name));
  // A field that is declared optional says that the service may go without.
  const plain = all.filter(({ through, required, fallback }) => through !== 'settings' || required || fallback !== undefined);
  const needed = cruxFirst(plain.length > 0 ? plain : all);
  const [place] = unit.entries;
  if (place === undefined || needed.length === 0) return handed(unit);
  const names = [...new Set(needed.map(({ name }) => name))];
  const shown = listed(names);
  // `[settings_class() for settings_class in found]`: which classes those are is worked out as the service starts.
  const maker = needed.some(({ through, checkedBy }) => through === 'settings' && checkedBy.length === 0) ? makerOfAny(unit) : undefined;
  if (maker !== undefined) return { ...nothing, unclear: [`whether ${maker}() looks at ${shown} could not be followed`] };
  const unused = idle.find(isAboutSettings);
  const hint = unused === undefined ? '' : `: ${unused.name}() is there, and the start does not call it`;
  return {
    ...nothing,
    bad: [
      {
        message: `nothing checks ${shown} before the service listens${hint}`,
        place,
        related: needed.slice(0, 3).map((read) => read.place),
      },
    ],
  };
}

/** A name that stands for one settings class after another, and is called. */
function makerOfAny(unit: Unit): string | undefined {
  for (const { node } of unit.functions())
    for (const each of nodesIn(node.body))
      if (each.kind === 'call' && each.callee.kind === 'name' && /^\w*(?:settings|config)_?(?:cls|class|type)$/i.test(each.callee.name))
        return each.callee.name;
  return undefined;
}

/** A host that hands the environment over with each request leaves nothing to check at the start: a schema that each request's is parsed by is as good. */
function handed(unit: Unit): Seen {
  const reads = unit.environmentReads.filter(({ through }) => through === 'request');
  const names = [...new Set(reads.map(({ name }) => name))];
  if (names.length === 0) return nothing;
  const parsed = reads.flatMap(({ checkedBy }) => checkedBy).find((call) => !call.swallowed && !unit.uses(call).dropped);
  if (parsed)
    return {
      ...nothing,
      good: [{ message: 'the environment that comes with each request is parsed before it is used', place: parsed.place }],
    };
  const come = names.length === 1 ? 'comes' : 'come';
  return {
    ...nothing,
    unclear: [`${listed(names)} ${come} with each request, and whether they are checked before one is answered could not be followed`],
  };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(
      findings.map((each) => [each.place.kind === 'file' ? `${each.place.path}:${each.place.line}` : each.message, each]),
    ).values(),
  ];
}
