// Sinks of loguru: which of them write JSON.
import type { Seen } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Unit } from '../../model.ts';
import { told, whenOf } from './switches.ts';

const nothing: Seen = { bad: [], good: [] };

export function loguru(unit: Unit): readonly Seen[] {
  if (unit.imports('loguru').length === 0) return [];
  const all = unit
    .calls(...['', '.bind()', '.opt()', '.patch()'].map((bound) => `py:loguru.logger${bound}.add`), 'py:loguru.logger.configure')
    .filter(({ onlyAsScript }) => !onlyAsScript);
  const written = all.filter((call) => !collects(unit, call));
  const added = written.length > 0 ? written : all;
  const [used] = unit.imports('loguru');
  if (added.length === 0)
    return used ? [told('production', false, { message: 'loguru writes text: nothing gives it a sink of JSON', place: used.place })] : [];
  return added.map((call) => {
    const option = call.option('serialize');
    const isSerialized = typeof option === 'object' && option.kind === 'literal' && option.value === true;
    const makers = [call.argument(0, 'sink'), call.argument(99, 'format')].flatMap((each) => (each ? unit.functionsIn(each) : []));
    const words = makers.flatMap((code) => unit.words(code));
    const isJson =
      isSerialized ||
      (unit.words(call.node).includes('serialize') &&
        !isFalse(option) &&
        option !== 'absent' &&
        typeof option === 'object' &&
        option.kind === 'literal') ||
      words.some((word) => /^(?:json_?)?dumps$|^serialize/.test(word));
    if (makers.some((code) => choosesJson(unit, code)))
      return { ...nothing, unclear: ['whether loguru writes JSON in production could not be followed'] };
    if (!isJson && typeof option === 'object' && option.kind !== 'literal') return ofSwitch(option, call);
    return told(whenOf(unit, call), isJson, {
      message: isJson ? 'loguru writes JSON into a sink' : 'loguru writes text into a sink',
      place: call.place,
    });
  });
}

/** A sink that keeps lines for somebody of the service's own: `logger.add(lambda line: queue.put_nowait(line))`. */
function collects(unit: Unit, call: Call): boolean {
  const sink = call.argument(0, 'sink');
  if (sink?.kind === 'name' && sink.name === 'self') return true;
  const words = (sink ? unit.functionsIn(sink) : []).flatMap((code) => unit.words(code));
  return (
    words.some((word) => /^(?:put|put_nowait|publish)$/.test(word)) && !words.some((word) => /^(?:print|write|stdout|stderr)$/.test(word))
  );
}

/** `if settings.log_mode == "json":` inside a sink. */
const choosesJson = (unit: Unit, { node }: CodeFunction): boolean =>
  nodesIn(node.body).some((each) => each.kind === 'if' && unit.words(each.test).some((word) => /json/i.test(word)));

const isFalse = (option: ReturnType<Call['option']>): boolean =>
  typeof option === 'object' && option.kind === 'literal' && option.value === false;

/** `serialize=settings.LOG_JSON`. */
function ofSwitch(option: Exclude<ReturnType<Call['option']>, string>, { place }: Call): Seen {
  if (option.kind === 'environment' && option.fallback?.kind === 'literal') {
    const on = !/^(?:|false|0|no|off|null)$/i.test(String(option.fallback.value));
    return told('production', on, {
      message: on ? 'loguru writes JSON into a sink' : `loguru writes JSON only where ${option.name} says so, which it does not by default`,
      place,
    });
  }
  if (option.kind === 'choice') {
    const arms = option.among
      .filter(({ runsIn }) => runsIn !== 'development')
      .map(({ value }) => value.kind === 'literal' && value.value === true);
    if (arms.length > 0 && arms.every((arm) => arm))
      return told('production', true, { message: 'loguru writes JSON into a sink in production', place });
  }
  return { ...nothing, unclear: ['whether loguru writes JSON in production could not be followed'] };
}
