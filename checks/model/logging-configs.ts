// Records that configure Python's logging: handed to it, or to a server that hands them on.
import type { Expression, Unit } from '../model.ts';
import { remembered } from './remembered.ts';

/** What `dictConfig(…)` and uvicorn's `log_config=` are given, also by way of `dict(log_config=…)`; a file's name is no record. */
export const loggingConfigs = remembered((unit: Unit): readonly Expression[] => {
  const given = unit.calls('py:logging.config.dictConfig').flatMap((call) => call.argument(0, 'config') ?? []);
  const ofServer = unit
    .calls('py:uvicorn.run', 'py:uvicorn.Config', 'py:uvicorn.config.Config', 'py:dict')
    .filter(({ runsIn }) => runsIn !== 'development')
    .flatMap(({ node }) => node.args.filter(({ name }) => name === 'log_config').map(({ value }) => value));
  return [...given, ...ofServer.filter((each) => ['record', 'unknown'].includes(unit.value(each).kind))];
});
