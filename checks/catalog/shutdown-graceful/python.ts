// Python services: their servers finish open requests by themselves, unless they are told not to or are made for development.
import type { Seen } from '../../answer.ts';
import { lambdaAdapter } from '../../model/lambda.ts';
import type { Containers, StartCommand, Unit, Value } from '../../model.ts';
import { namesTerm, signalled } from './signals.ts';

const nothing: Seen = { bad: [], good: [] };
const good = /(?:^|[\s"'[,/])(gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|uwsgi|fastapi["'\s,]+run)(?=["'\s,\]])/;
const development = /manage\.py["'\s,]+runserver|flask["'\s,]+(?:--[\w-]+["'\s,=]+\S+["'\s,]+)*run\b|fastapi["'\s,]+dev\b/;

export function judgePython(unit: Unit, containers: Containers): Seen {
  if (
    !unit.languages.includes('python') ||
    !unit.frameworks.some((name) => /^(?:fastapi|starlette|flask|quart|django|sanic|aiohttp)$/.test(name))
  )
    return nothing;
  // The platform freezes a function between requests, and stops none in the midst of one.
  if (lambdaAdapter(unit)) return nothing;
  const bad = [...toldNotTo(unit), ...commandsToldNotTo(unit), ...behindShells(unit), ...killedBySignal(unit), ...ofGevent(unit)];
  if (bad.length > 0) return { ...nothing, bad };
  const served = unit.calls(
    'py:uvicorn.run',
    'py:uvicorn.Server',
    'py:uvicorn.main.run',
    'py:hypercorn.*',
    'py:waitress.serve',
    'py:granian.*',
    'py:gunicorn.*',
    'py:aiohttp.web.run_app',
    'py:sanic.Sanic().run',
    'py:cheroot.*',
  );
  const [call] = served;
  const command = unit.startCommands.find(({ text }) => good.test(text) && !development.test(text));
  if (command) {
    const server = (good.exec(command.text)?.[1] ?? 'its server').replace(/["'\s,]+/g, ' ');
    if (server === 'uwsgi' && !/gracefully_kill_them_all/.test(command.text + (command.settings ?? '')))
      return {
        ...nothing,
        bad: [
          {
            message: 'uWSGI cuts open requests off on SIGTERM, where no hook of its own makes it gracefully_kill_them_all',
            place: command.place,
          },
        ],
      };
    return signalled(unit, containers, server, command.place) ?? told(server, command.place);
  }
  if (call) {
    const server = call.symbols[0]?.replace(/^py:/, '').split('.')[0] ?? 'its server';
    return signalled(unit, containers, server, call.place) ?? told(server, call.place);
  }
  const [only] = unit.startCommands.filter(({ text }) => development.test(text));
  if (only)
    return {
      ...nothing,
      bad: [{ message: 'it is started with a server for development, which cuts open requests off on SIGTERM', place: only.place }],
    };
  const runs = unit.calls('py:flask.Flask().run', 'py:quart.Quart().run').filter(({ runsIn }) => runsIn !== 'development');
  const [run] = runs;
  if (run && (!run.onlyAsScript || unit.startCommands.some(({ text }) => /\bpython3?\b/.test(text))))
    return {
      ...nothing,
      bad: [{ message: 'app.run serves with a server for development, which cuts open requests off on SIGTERM', place: run.place }],
    };
  return { ...nothing, unclear: ['which server runs it is not in sight'] };
}

const told = (name: string, place: StartCommand['place']): Seen => ({
  ...nothing,
  good: [{ message: `${name} finishes open requests on SIGTERM by its own default`, place }],
});

const isZero = (value: Value | 'absent' | 'unknown'): boolean => typeof value === 'object' && value.kind === 'literal' && value.value === 0;

function toldNotTo(unit: Unit): Seen['bad'] {
  return unit
    .calls('py:uvicorn.run', 'py:uvicorn.Config')
    .filter((call) => isZero(call.option('timeout_graceful_shutdown')))
    .map(({ place }) => ({ message: 'uvicorn is given no time to finish open requests: timeout_graceful_shutdown is 0', place }));
}

const commandsToldNotTo = (unit: Unit): Seen['bad'] =>
  unit.startCommands
    .filter(({ text }) => good.test(text) && /--(?:timeout-)?graceful-(?:timeout|shutdown)["'\s,=]+0\b/.test(text))
    .map(({ place }) => ({ message: 'the server is given no time to finish open requests', place }));

/** `CMD migrate && serve`: the shell that waits for the server hands no signal on to it. */
const behindShells = (unit: Unit): Seen['bad'] =>
  unit.startCommands
    .filter(
      ({ text, place }) => /(?:^|\/)(?:Dockerfile[\w.-]*|[\w.-]+\.Dockerfile)$/i.test(place.path) && good.test(text) && isBehindShell(text),
    )
    .map(({ place }) => ({
      message: 'a shell stands before the server and hands no SIGTERM on to it: open requests are cut off when it is killed',
      place,
    }));

function isBehindShell(text: string): boolean {
  const [, given = ''] = /^\s*(?:CMD|ENTRYPOINT)\s+(.*)$/is.exec(text) ?? [];
  const script = given.startsWith('[') ? /^\[\s*"(?:\/bin\/)?(?:ba|da|a)?sh"\s*,\s*"-\w*c"\s*,\s*"(.*)"\s*\]\s*$/s.exec(given)?.[1] : given;
  if (script === undefined) return false;
  const steps = script.split(/&&|;/);
  return steps.length > 1 && !/^\s*(?:\w+=\S+\s+)*exec\s/.test(steps.find((step) => good.test(step)) ?? 'exec ');
}

/** A handler of its own that ends the process on the spot. */
/** The server that gevent brings listens to no signal by itself: SIGTERM ends the process with whatever it was answering. */
function ofGevent(unit: Unit): Seen['bad'] {
  if (unit.startCommands.some(({ text }) => good.test(text) && !development.test(text))) return [];
  const heard = unit.calls(
    'py:gevent.signal_handler',
    'py:gevent.signal',
    'py:gevent.hub.signal',
    'py:signal.signal',
    '*.add_signal_handler',
  );
  if (heard.some((call) => namesTerm(unit, call))) return [];
  return unit
    .calls('py:gevent.pywsgi.WSGIServer')
    .filter(({ runsIn }) => runsIn !== 'development')
    .map(({ place }) => ({ message: 'the server of gevent listens to no SIGTERM: open requests are cut off', place }));
}

function killedBySignal(unit: Unit): Seen['bad'] {
  const listens = unit
    .calls('py:signal.signal', '*.add_signal_handler')
    .filter((call) => call.language === 'python' && namesTerm(unit, call) && call.runsIn !== 'development');
  return listens.flatMap((call) => {
    const given = call.argument(1);
    const codes = given ? unit.functionsIn(given) : [];
    const kills = codes
      .flatMap((code) => unit.callsFrom(code))
      .some(({ symbols }) => symbols.some((symbol) => /^py:os\.(?:_exit|abort|kill)$/.test(symbol)));
    return kills ? [{ message: 'on SIGTERM the process is ended on the spot: open requests are cut off', place: call.place }] : [];
  });
}
