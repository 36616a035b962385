// What source shows of the form of log lines: JSON that is switched on, or text.
import { eachUnit, lacking, merge, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Unit } from '../../model.ts';
import { judgeDjangoAndDicts } from './dict-config.ts';
import { judgeNode } from './node-loggers.ts';
import { judgePython } from './python-loggers.ts';
import { judgeTextLines } from './text-lines.ts';

export const mentions = ['log', 'pino', 'winston', 'bunyan', 'morgan', 'console', 'print', 'signale', 'consola', 'format'];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('the service writes no log'));

function ofUnit(unit: Unit): Seen {
  const seen = merge([judgeNode(unit), judgePython(unit), judgeDjangoAndDicts(unit), judgeTextLines(unit)]);
  if (seen.bad.length > 0 || seen.good.length > 0 || (seen.unclear?.length ?? 0) > 0) return seen;
  const byHand = writtenByHand(unit);
  if (byHand !== undefined) return byHand;
  const sites = unit.logs.filter(({ onlyAsScript, runsIn }) => !onlyAsScript && runsIn !== 'development');
  const logger = sites.find(({ through }) => through === 'logger');
  // `@crowlog/logger.Logger.warn`: a package of which nothing is known here.
  if (logger !== undefined && /^@|\//.test(logger.how) && !logger.how.startsWith('@nestjs/'))
    return { bad: [], good: [], unclear: [`what form ${logger.how} gives its lines is not known`] };
  if (logger !== undefined) return { bad: lacking(unit, `nothing was seen that makes the lines of ${logger.how} JSON`), good: [] };
  const [first] = sites;
  return first === undefined ? { bad: [], good: [] } : { bad: lacking(unit, `lines are written by ${first.how}, as plain text`), good: [] };
}

/** A logger of the service's own that writes `JSON.stringify(record)` or `json.dumps(record)`. */
function writtenByHand(unit: Unit): Seen | undefined {
  const sites = unit.logs.filter(({ through }) => through === 'stdout' || through === 'console' || through === 'print');
  const json = sites.filter(({ values }) => values.some((value) => unit.words(value).some((word) => /^(?:stringify|dumps)$/.test(word))));
  const [first] = json;
  // One line that shows an object as JSON among many that are plain is no form of the log.
  if (sites.filter(({ onlyAsScript, runsIn }) => !onlyAsScript && runsIn !== 'development').length > 2 * json.length) return undefined;
  return first && { bad: [], good: [{ message: `each record is written as JSON by ${first.how}`, place: first.place }] };
}
