// Whether a Python service gives up on a request that takes too long.
import type { Seen } from '../../answer.ts';
import { lambdaAdapter } from '../../model/lambda.ts';
import type { Call, CodeFunction, Expression, Finding, Unit, Value } from '../../model.ts';
import { isAsyncLimit, limitOf } from './limits.ts';

const needing = ['fastapi', 'starlette', 'flask', 'django', 'aiohttp'];
/** Their own limits hold without being asked for. */
const limiting: Readonly<Record<string, string>> = {
  sanic: 'Sanic gives up on a request and on a response after its own 60 s',
  quart: 'Quart gives up on a body and on a response after its own 60 s',
};

export function judgePythonServer(unit: Unit): Seen {
  const nothing: Seen = { bad: [], good: [] };
  const entries = unit.entries.filter(({ path }) => path.endsWith('.py'));
  const [place, ...related] = entries;
  if (place === undefined) return nothing;
  const own = unit.frameworks.flatMap((framework) => limiting[framework] ?? []);
  const [message] = own;
  if (message !== undefined) return { ...nothing, good: [{ message, place }] };
  if (!unit.frameworks.some((framework) => needing.includes(framework))) return nothing;
  const adapter = lambdaAdapter(unit);
  if (adapter)
    return { ...nothing, good: [{ message: 'its platform ends a function that takes longer than its limit', place: adapter.place }] };
  const good = [...middlewareLimits(unit), ...serverLimits(unit)];
  if (good.length > 0) return { ...nothing, good };
  const first: Finding = {
    message: 'nothing gives up on a request that takes too long: no middleware with a time limit and no limit of the server was seen',
    place,
  };
  return { ...nothing, bad: [related.length > 0 ? { ...first, related } : first] };
}

/** Middleware that is hung up and stops waiting for the next in line. */
function middlewareLimits(unit: Unit): readonly Finding[] {
  if (!unit.languages.includes('python')) return [];
  const hung = unit.calls('*.add_middleware', '*.Middleware', 'py:starlette.middleware.Middleware');
  const given = hung.flatMap((call) =>
    [call.argument(0, 'middleware_class') ?? call.argument(0, 'cls'), call.argument(1, 'dispatch')].flatMap((each) => each ?? []),
  );
  const library = given.filter((each) => unit.symbols(each).some((symbol) => /timeout/i.test(symbol)));
  const wired = new Set(given.flatMap((each) => unit.functions(each)).map(({ node }) => node));
  for (const call of unit.calls('*.middleware().*', '*.middleware()')) {
    const [first] = call.node.args;
    if (first) for (const { node } of unit.functions(first.value)) wired.add(node);
  }
  const limiters = unit
    .calls('*')
    .flatMap((call) => (passesOn(call) && call.around.some((each) => isAsyncLimit(unit, each)) ? [call] : []));
  return [
    ...library.map((each) => ({ message: 'a middleware of a library gives up on a request that takes too long', place: unit.place(each) })),
    ...limiters
      .filter(({ inFunction }) => inFunction !== undefined && isWired(unit, inFunction, wired, 3))
      .map(({ place }) => ({ message: 'a middleware stops waiting for a request that takes too long', place })),
  ];
}

/** `call_next(request)`, `self.app(scope, receive, send)`. */
function passesOn({ node, inFunction }: Call): boolean {
  const { callee } = node;
  if (callee.kind === 'member') return /^_?app$/.test(callee.name);
  if (callee.kind !== 'name' || inFunction === undefined) return false;
  return /^_?(?:app|call_next|next_?(?:call|handler)?|handler|get_response)$/.test(callee.name);
}

function isWired(unit: Unit, code: CodeFunction, wired: ReadonlySet<Expression>, depth: number): boolean {
  if (wired.has(code.node)) return true;
  const decorated = (code.node.decorators ?? []).some(
    (each) => each.kind === 'call' && each.callee.kind === 'member' && each.callee.name === 'middleware',
  );
  if (decorated) return true;
  if (code.owner !== undefined && code.name === '__call__')
    return unit.functions().some((each) => isConstructor(each, code) && unit.callersOf(each).length > 0);
  return (
    depth > 0 && unit.callersOf(code).some(({ inFunction }) => inFunction !== undefined && isWired(unit, inFunction, wired, depth - 1))
  );
}

/** `app = TimeLimit(app)`: the class is wrapped round the app by hand. */
const isConstructor = (each: CodeFunction, code: CodeFunction): boolean =>
  each.name === '__init__' && each.owner === code.owner && each.path === code.path;

const asyncWorker = /uvicorn|gevent|eventlet|tornado|gthread|asgi/i;

/** One thread, also where the environment may ask for more: gunicorn's worker stays a sync one. */
const isOne = (value: Value): boolean =>
  value.kind === 'environment'
    ? value.fallback !== undefined && isOne(value.fallback)
    : value.kind === 'literal' && String(value.value) === '1';

/** Limits of the process that serves: gunicorn's holds for sync workers only, others' beat on while a request hangs. */
function serverLimits(unit: Unit): readonly Finding[] {
  const isConfig = (path: string): boolean => /gunicorn[\w.-]*\.py$/.test(path);
  const settings = unit.assignments('timeout', 'worker_class', 'threads').filter(({ place }) => isConfig(place.path));
  const worker = settings.find(({ name }) => name === 'worker_class');
  const workerName = worker && unit.value(worker.value);
  const isAsync =
    settings.some(({ name, value }) => name === 'threads' && !isOne(unit.value(value))) ||
    (workerName !== undefined && !(workerName.kind === 'literal' && !asyncWorker.test(String(workerName.value))));
  const timeout = settings.find(({ name }) => name === 'timeout');
  const configured: readonly Finding[] =
    timeout && !isAsync && limitOf(unit.value(timeout.value)) === 'given'
      ? [{ message: 'gunicorn ends a worker whose request takes longer than its timeout', place: timeout.place }]
      : [];
  return [
    ...configured,
    ...unit.startCommands.flatMap(({ text, settings = '', place }) =>
      commandLimit(`${text} ${settings}`, isAsync).map((message) => ({ message, place })),
    ),
  ];
}

function commandLimit(text: string, isAsync: boolean): readonly string[] {
  if (/\bgunicorn\b/.test(text) && !isAsync && !asyncWorker.test(text) && !/--threads/.test(text)) {
    const given = /(?:--timeout|\s-t)[=\s"',]+(\d+)/.exec(text)?.[1];
    if (given === '0') return [];
    return [
      given === undefined
        ? 'gunicorn ends a worker whose request takes longer than its own 30 s'
        : `gunicorn ends a worker whose request takes longer than ${given} s`,
    ];
  }
  if (/\buwsgi\b.*--harakiri/.test(text)) return ['uWSGI ends a worker whose request takes too long'];
  return /\bdaphne\b.*(?:--http-timeout|\s-t\s)/.test(text) ? ['Daphne gives up on a request that takes too long'] : [];
}
