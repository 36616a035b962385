// Services that a function platform calls, through an adapter in place of a server: it bounds the size and the time of each request itself.
import type { Call, Unit } from './code.ts';

const adapters = [
  'py:mangum.Mangum',
  'py:mangum.adapter.Mangum',
  'py:apig_wsgi.make_lambda_handler',
  'py:awsgi.response',
  'py:awsgi2.response',
  'py:serverless_wsgi.handle_request',
];
const servers =
  /(?:^|[\s"'[,/])(?:gunicorn|uvicorn|hypercorn|daphne|granian|waitress-serve|uwsgi|fastapi["'\s,]+(?:run|dev)|flask["'\s,]+run)(?=["'\s,\]])/;

/** The adapter's call, where no server of its own is started beside it. */
export function lambdaAdapter(unit: Unit): Call | undefined {
  const [adapter] = unit.calls(...adapters).filter(({ runsIn }) => runsIn !== 'development');
  const isServed =
    unit.startCommands.some(({ text }) => servers.test(text)) ||
    unit.calls('py:uvicorn.run', 'py:hypercorn.*', 'py:waitress.serve').some(({ onlyAsScript }) => !onlyAsScript);
  return isServed ? undefined : adapter;
}
