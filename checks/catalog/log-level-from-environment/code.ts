// What source shows of where the log level comes from, and what it is where nobody sets it.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import { loggingConfigs } from '../../model/logging-configs.ts';
import { nodesIn } from '../../model/nodes.ts';
import { openEnvironment, takesWholeEnvironment } from '../../model/whole-environment.ts';
import type { Expression, Finding, Unit, Value } from '../../model.ts';
import { type Level, levelsOf, powertools } from './levels.ts';
import { defaultOf } from './worth.ts';

export const mentions = ['log', 'pino', 'winston', 'bunyan', 'level', 'fastify', 'print', 'console'];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('the service writes no log'));

function ofUnit(unit: Unit): Seen {
  const all = levelsOf(unit).filter(({ site }) => !site.onlyAsScript);
  const levels = all.filter(({ site }) => site.runsIn !== 'development');
  const switched = switchedBy(unit, all);
  const noisy = levels.filter((each) => switched?.levels.includes(each) !== true).flatMap((each) => tooMuch(unit, each));
  if (noisy.length > 0) return { bad: noisy, good: [] };
  const first = levels.find((each) => variablesOf(unit, each).length > 0);
  if (first !== undefined) {
    const [variable = ''] = variablesOf(unit, first);
    return { bad: [], good: [{ message: `the level of ${first.logger} is set by ${variable}`, place: first.site.place }] };
  }
  if (switched !== undefined) return { bad: [], good: [switched.finding] };
  const unclear = levels.filter(({ level, tests = [] }) => !isFixed(unit.value(level)) || tests.some((test) => isHanded(unit, test)));
  if (unclear.length > 0)
    return { bad: [], good: [], unclear: unclear.map(({ logger }) => `where the level of ${logger} comes from could not be followed`) };
  if (levels.length > 0)
    return {
      bad: levels.map(({ logger, site }) => ({ message: `the level of ${logger} is written in the source`, place: site.place })),
      good: [],
    };
  return withoutLevel(unit);
}

/** What decides is handed over, and nobody in sight hands it. */
const isHanded = (unit: Unit, test: Expression): boolean =>
  asked(test).some((node) => unit.sources(node).some(({ kind }) => kind === 'parameter' || kind === 'unknown'));

const asked = (test: Expression): readonly Expression[] =>
  nodesIn(test).flatMap((node) => (node.kind === 'name' || node.kind === 'member' ? [node] : []));

interface Switched {
  readonly levels: readonly Level[];
  readonly finding: Finding;
}

/** One level where a condition on the environment holds, and another where it does not: `if debug: …setLevel(DEBUG) else: …setLevel(INFO)`. */
function switchedBy(unit: Unit, levels: readonly Level[]): Switched | undefined {
  // What a transport's own level lets through in one kind of run is no level that somebody sets.
  for (const each of levels.filter(({ site }) => site.language === 'python'))
    for (const { test, holds } of each.site.guards) {
      const others = levels.filter(
        ({ site, level }) =>
          site.guards.some((guard) => guard.test === test && guard.holds !== holds) &&
          unit.words(level).join(' ') !== unit.words(each.level).join(' '),
      );
      const [variable] = others.length > 0 ? unit.environmentBehind(test).filter((name) => name !== '?') : [];
      if (variable === undefined) continue;
      const message = `the level of ${each.logger} is chosen by ${variable}`;
      return { levels: [each, ...others], finding: { message, place: each.site.place } };
    }
  return undefined;
}

function withoutLevel(unit: Unit): Seen {
  const [own] = unit.calls(...powertools).filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript);
  if (own) return { bad: [], good: [{ message: 'the logger of Powertools reads POWERTOOLS_LOG_LEVEL by itself', place: own.place }] };
  const read = unit.environmentReads.find(({ name }) => /LOG(?:GING|GER)?_?LEVEL/i.test(name));
  if (read !== undefined) return { bad: [], good: [], unclear: [`where ${read.name} goes could not be followed`] };
  if (unit.calls('*.useLogger').length > 0 || unit.assignments('LOGGING_CONFIG').length > 0)
    return { bad: [], good: [], unclear: ['the logger is set up by a package that could not be followed'] };
  if (loggingConfigs(unit).some((each) => unit.value(each).kind !== 'record' && isLoaded(unit, each)))
    return { bad: [], good: [], unclear: ['a file that is loaded at the start configures the logging, and what it says is in no source'] };
  const sites = unit.logs.filter(({ onlyAsScript, runsIn }) => !onlyAsScript && runsIn !== 'development');
  const [site] = sites;
  if (site === undefined) return { bad: [], good: [] };
  const logger = sites.find(({ through }) => through === 'logger');
  // Of a table of variables, or of an environment that is handed on whole, one is the level.
  if (logger !== undefined && unit.entriesNamed('LOG_LEVEL', 'LOGLEVEL', 'logLevel').length > 0 && takesWholeEnvironment(unit))
    return { bad: [], good: [], unclear: [openEnvironment] };
  const made = unit.elsewhere.find((name) => logger?.how.startsWith(name));
  if (made !== undefined)
    return { bad: [], good: [], unclear: [`where the level of the logger of ${made} comes from is not in the folder that was looked at`] };
  const message = logger
    ? `nothing sets the level of ${logger.how.replace(/\.\w+$/, '')} from the environment`
    : `lines are written by ${site.how}, which knows no level`;
  return { bad: lacking(unit, message), good: [] };
}

/** `yaml.safe_load(file)`, `json.load(file)`. */
const isLoaded = (unit: Unit, expression: Expression): boolean =>
  unit.symbols(expression).some((symbol) => /^py:(?:yaml|json|tomllib|toml|tomli)\.\w*load\w*\(\)/.test(symbol));

/** Names of the variables that decide; what could not be followed is none. */
function variablesOf(unit: Unit, { level, tests = [], set }: Level): readonly string[] {
  const behind = [level, ...tests, ...(set?.tests ?? [])].flatMap((each) => unit.environmentBehind(each));
  // `environment` of a context that the start put together.
  const handed = tests.flatMap(asked).flatMap((node) => unit.sources(node));
  const named = handed.flatMap((source) => (source.kind === 'environment' ? [source.name] : []));
  return [...new Set([...behind.filter((name) => name !== '?'), ...namesIn(unit.value(level)), ...named])];
}

const namesIn = (value: Value): readonly string[] =>
  value.kind === 'environment' ? [value.name] : value.kind === 'choice' ? value.among.flatMap((arm) => namesIn(arm.value)) : [];

function isFixed(value: Value): boolean {
  if (value.kind === 'literal') return true;
  if (value.kind === 'symbol') return /^py:logging\.[A-Z]+$/.test(value.name);
  if (value.kind === 'list') return value.items.every(isFixed);
  // One of several levels: what chooses may be the environment, read in a way that could not be followed.
  return value.kind === 'choice' && value.among.every((arm) => isFixed(arm.value)) && sameLevel(value.among.map((arm) => arm.value));
}

const sameLevel = (values: readonly Value[]): boolean =>
  new Set(values.map((each) => (each.kind === 'literal' ? String(each.value) : each.kind === 'symbol' ? each.name : '?'))).size <= 1;

/** A level that shows everything in production, by its default or in any case. */
function tooMuch(unit: Unit, each: Level): readonly Finding[] {
  const { level, logger, site } = each;
  const variables = variablesOf(unit, each);
  const found = defaultOf(unit, level, variables, each.set?.values);
  // One of several levels, chosen by a condition that nothing is known of.
  if (found === undefined || (each.tests !== undefined && each.tests.length > 0 && site.runsIn === 'every')) return [];
  const [variable] = variables;
  const how =
    variable === undefined
      ? `is ${found.word} in every run`
      : `shows everything where ${variable} is not set: it is ${found.word} by default`;
  return [{ message: `the level of ${logger} ${how}`, place: found.place ?? site.place }];
}
