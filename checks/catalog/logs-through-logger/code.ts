// What source shows of how the service writes: through its logger, or past it.
import { eachUnit, notApplicable, type Seen } from '../../answer.ts';
import type { Call, Expression, LogSite, Unit } from '../../model.ts';

export const mentions = ['print', 'console', 'stdout', 'stderr', 'log'];

export const judgeCode = eachUnit(ofUnit, notApplicable('the service writes nothing'));

function ofUnit(unit: Unit): Seen {
  const starts = unit.calls('*.listen', '*.serve', '*.run', '*.run_app').filter((call) => unit.starts(call));
  const sites = unit.logs.filter(
    (site) => !site.onlyAsScript && site.runsIn !== 'development' && !isOtherErrand(unit, site, starts) && !isDead(unit, site),
  );
  const past = sites.filter((site) => site.through !== 'logger' && !isLoggersOwn(site));
  const [first] = sites.filter((site) => site.through === 'logger');
  return {
    bad: past.map((site) => ({ message: `${site.how}() writes past the logger`, place: site.place })),
    good: first ? [{ message: `${count(sites.length - past.length)} through a logger, as here by ${first.how}`, place: first.place }] : [],
  };
}

/** `if (PRINT_SCHEMA) console.log(schema); else app.listen(3000)`: a run that prints what was asked for and serves nobody. */
function isOtherErrand(unit: Unit, { guards, place }: LogSite, starts: readonly Call[]): boolean {
  const inFile = starts.filter((call) => call.place.path === place.path);
  const isUnder = (call: Call, test: Expression, holds: boolean): boolean =>
    call.guards.some((guard) => guard.test === test && guard.holds === holds);
  const ending = unit.calls('js:process.exit', 'node:process.exit', 'py:sys.exit').filter((call) => call.place.path === place.path);
  if (guards.some(({ test, holds }) => ending.some((call) => isUnder(call, test, holds)) && asksArguments(unit, test))) return true;
  return guards.some(
    ({ test, holds }) =>
      holds &&
      test.kind !== 'unary' &&
      inFile.some((call) => isUnder(call, test, false)) &&
      !inFile.some((call) => isUnder(call, test, true)) &&
      unit.environmentBehind(test).length > 0,
  );
}

/** `if (argv.help) { console.log(usage); process.exit(0); }`: somebody at a shell asked. */
const asksArguments = (unit: Unit, test: Expression): boolean => unit.words(test).some((word) => /^(?:process\.)?argv$|^cli/i.test(word));

/** In a function that nothing in the service names: a helper for somebody's shell. */
const isDead = (unit: Unit, { inFunction, through }: LogSite): boolean =>
  through !== 'logger' && inFunction !== undefined && !unit.isReferred(inFunction);

const count = (lines: number): string => (lines === 1 ? 'one line is written' : `${lines} lines are written`);

/**
 * A logger has to write somewhere: the stdout of a function that turns a record into one line of JSON is the logger itself.
 * A method named after a level that only hands on to console is a console with another name.
 */
function isLoggersOwn(site: LogSite): boolean {
  if (site.through !== 'stdout' || site.inFunction === undefined) return false;
  const { name, owner } = site.inFunction;
  return (
    /^(?:write|emit|_?log|output|transport|print_?record)$/i.test(name) &&
    (owner === undefined || /log|handler|sink|transport|stream|writer/i.test(owner))
  );
}
