// Middleware that writes a line of text per request beside the logger.
import type { Seen } from '../../answer.ts';
import type { Call, Unit } from '../../model.ts';
import { whenOf } from './switches.ts';

export function judgeTextLines(unit: Unit): Seen {
  const made = unit.middleware.flatMap((each) => (whenOf(unit, each) === 'development' ? [] : each.made));
  const text = made.filter((call) => whenOf(unit, call) !== 'development' && writesText(unit, call));
  return { bad: text.map((call) => ({ message: `${nameOf(call)} writes lines of text`, place: call.place })), good: [] };
}

function writesText(unit: Unit, call: Call): boolean {
  const { symbols } = call;
  if (symbols.includes('npm:koa-logger')) return !handsOn(unit, call, 0);
  if (symbols.some((symbol) => /^npm:hono\/logger(?:\.logger)?$/.test(symbol))) return call.argument(0) === undefined;
  if (!symbols.includes('npm:morgan')) return false;
  const stream = call.option('stream');
  return stream === 'absent' && !isJsonFormat(unit, call);
}

/** koa-logger gives its lines to a function where it is handed one. */
function handsOn(unit: Unit, call: Call, position: number): boolean {
  const given = call.argument(position);
  return given !== undefined && (unit.functionsIn(given).length > 0 || call.option('transporter') !== 'absent');
}

function isJsonFormat(unit: Unit, call: Call): boolean {
  const format = call.argument(0);
  if (format === undefined) return false;
  if (unit.functionsIn(format).some((code) => unit.words(code).includes('stringify'))) return true;
  const value = unit.value(format);
  const texts =
    value.kind === 'literal'
      ? [value.value]
      : value.kind === 'choice'
        ? value.among.map((arm) => (arm.value.kind === 'literal' ? arm.value.value : ''))
        : [];
  return texts.length > 0 && texts.every((text) => String(text).trim().startsWith('{') || String(text) === 'json');
}

const nameOf = ({ symbols }: Call): string => symbols[0]?.replace(/^npm:/, '').replace(/\.logger$/, '') ?? 'a middleware';
