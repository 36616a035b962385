// Levels that are given where lines go: loguru's sinks, and the server whose loggers a service borrows.
import type { Call, Expression, Site, Unit } from '../../model.ts';

interface Sink {
  readonly logger: string;
  readonly level: Expression;
  readonly site: Site;
}

const sinks = ['', '.bind()', '.opt()', '.patch()'].map((bound) => `py:loguru.logger${bound}.add`);

/** Where one sink is the output of the process, files and queues beside it keep what they like. */
export function ofLoguru(unit: Unit): readonly Sink[] {
  const added = unit.calls(...sinks).filter(({ runsIn }) => runsIn !== 'development');
  const isOutput = (call: Call): boolean => {
    const sink = call.argument(0, 'sink');
    return sink !== undefined && unit.symbols(sink).some((symbol) => /^py:sys\.(?:__)?std(?:out|err)/.test(symbol));
  };
  const outputs = added.filter(isOutput);
  return (outputs.length > 0 ? outputs : added).flatMap((call) => {
    const level = call.argument(99, 'level');
    return level ? [{ logger: 'loguru', level, site: call }] : [];
  });
}

/** `uvicorn.run("main:app", log_level=…)` sets the level of the loggers that a service borrows from uvicorn. */
export function ofUvicorn(unit: Unit): readonly Sink[] {
  const borrowed = unit.calls('py:logging.getLogger').some((call) => {
    const name = call.argument(0, 'name');
    return name?.kind === 'string' && /^uvicorn(?:\.|$)/.test(name.value);
  });
  if (!borrowed) return [];
  return unit.calls('py:uvicorn.run', 'py:uvicorn.Config').flatMap((call) => {
    const level = call.argument(99, 'log_level');
    return level && unit.environmentBehind(level).length > 0
      ? [{ logger: "uvicorn's loggers", level, site: { ...call.site, onlyAsScript: false } }]
      : [];
  });
}
