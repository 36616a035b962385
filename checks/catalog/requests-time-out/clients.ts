// Whether each call out of the service is given up in time.
import { merge, type Seen } from '../../answer.ts';
import type { Call, Unit, Value } from '../../model.ts';
import type { Library } from './library.ts';
import { best, entryOf, isAddedLater, isBoundedAround, type Limit, limitOf, optionAt, setsStatementLimit } from './limits.ts';
import { nodeLibraries } from './node-libraries.ts';
import { pythonLibraries } from './python-libraries.ts';
import { isNeverRun, isOwnFile } from './reach.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgeClients(unit: Unit): Seen {
  return merge(
    [...pythonLibraries, ...nodeLibraries].flatMap((library) =>
      unit.calls(...library.makers).map((call) => judgeCall(unit, library, call)),
    ),
  );
}

export function judgeCall(unit: Unit, library: Library, call: Call): Seen {
  if (
    call.runsIn === 'development' ||
    call.onlyAsScript ||
    isNeverRun(unit, call.inFunction, 3) ||
    (library.name === 'fetch' && isOwnFile(unit, call))
  )
    return nothing;
  const { place } = call;
  const own = isMasked(unit, library, call) ? 'given' : ownLimit(unit, library, call);
  const limit = (own === 'absent' || own === 'unknown') && isSetElsewhere(unit, library, call) ? 'given' : own;
  const good = (message: string): Seen => ({ ...nothing, good: [{ message, place }] });
  if (limit === 'given') return good(`${library.name} is given a limit`);
  if (library.blocks !== true && isBoundedAround(unit, call)) return good(`${library.name} is called within a limit`);
  if (limit !== 'endless' && library.byDefault !== undefined) return good(`${library.name} gives up after its own ${library.byDefault}`);
  if (everyCallBrings(unit, library, call)) return good(`every call of ${library.name} is given a limit`);
  if (limit === 'endless') return { ...nothing, bad: [{ message: `${library.name} is told to wait for ever`, place }] };
  if (limit === 'unknown') return { ...nothing, unclear: [`the options of ${library.name} could not be followed`] };
  if (library.name === 'the Postgres client' && setsStatementLimit(unit))
    return { ...nothing, unclear: ['the service sets statement_timeout in SQL, and which statements that bounds could not be told'] };
  return { ...nothing, bad: [{ message: `${library.name} ${library.without ?? 'waits for ever'}`, place }] };
}

function ownLimit(unit: Unit, library: Library, call: Call): Limit {
  const found = library.options.map((path) => optionLimit(unit, library, call, path));
  const [positional] = library.position === undefined ? [] : [call.argument(library.position)].flatMap((each) => each ?? []);
  if (positional) found.push(limitOf(unit.value(positional)));
  const limit = best(found);
  if (limit === 'absent' && call.node.args.some(({ value }) => isAddedLater(unit, value, library.options))) return 'given';
  return limit === 'unknown' ? throughCallers(unit, library, call) : limit;
}

function optionLimit(unit: Unit, library: Library, call: Call, path: string): Limit {
  const [name = path, ...inner] = path.split('.');
  const outer = library.at === undefined ? call.option(name) : optionAt(unit, call, library.at, name);
  const value = inner.reduce<Value | 'absent' | 'unknown'>((each, key) => (typeof each === 'object' ? entryOf(each, key) : each), outer);
  // An object of limits of its own: httpx.Timeout(…), aiohttp.ClientTimeout(…), { request: 5_000 }.
  return isEmptyLimit(unit, value) ? 'endless' : limitOf(value);
}

/** `httpx.Timeout(None)`, `aiohttp.ClientTimeout(total=None)`: an object that says there is none. */
function isEmptyLimit(unit: Unit, value: Value | 'absent' | 'unknown'): boolean {
  if (typeof value === 'string' || value.kind !== 'symbol' || !/^py:(?:httpx\.Timeout|aiohttp\.ClientTimeout)\(\)$/.test(value.name))
    return false;
  const made = unit.calls(value.name.slice(0, -2)).filter(({ place }) => place.path === value.place.path);
  const here = made.find(({ place }) => place.line === value.place.line) ?? (made.length === 1 ? made[0] : undefined);
  if (here === undefined) return false;
  const names = ['total', 'sock_read', 'timeout', 'read', 'default'];
  const first = here.argument(0);
  const limits = [
    ...(first && here.node.args[0]?.name === undefined ? [limitOf(unit.value(first))] : []),
    ...names.map((name) => limitOf(here.option(name))),
  ];
  return !limits.includes('given') && !limits.includes('unknown');
}

/** A wrapper that hands its callers' options on: where no caller gives a limit, there is none. */
function throughCallers(unit: Unit, library: Library, call: Call): Limit {
  const callers = call.inFunction ? unit.callersOf(call.inFunction) : [];
  if (callers.length === 0 || !handsOnKeywords(call)) return 'unknown';
  const found = callers.map((caller) => best(library.options.map((name) => limitOf(caller.option(name)))));
  return found.includes('absent') ? 'absent' : best(found);
}

/** undici's agents hold limits for all that goes through them: one call's dispatcher, or everybody's. */
function hasDispatcher(unit: Unit, call: Call): boolean {
  const agents = unit.calls('npm:undici.Agent', 'npm:undici.Pool', 'npm:undici.Client', 'npm:undici.ProxyAgent');
  const limited = agents.some((agent) => ['headersTimeout', 'bodyTimeout'].some((name) => limitOf(agent.option(name)) === 'given'));
  return limited && (optionAt(unit, call, 1, 'dispatcher') !== 'absent' || unit.calls('npm:undici.setGlobalDispatcher').length > 0);
}

/** `requests.get(url, **kwargs)` with the function's own `**kwargs`; a dict is no list of keywords. JavaScript hands objects on. */
function handsOnKeywords({ node, inFunction, language }: Call): boolean {
  if (language !== 'python') return true;
  const rest = inFunction?.node.parameters.find((parameter) => parameter.rest === 'keywords')?.pattern;
  const spread = node.args.find((argument) => argument.spread === 'keywords')?.value;
  return rest?.kind === 'bind' && spread?.kind === 'name' && rest.name === spread.name;
}

/** The type names of two libraries meet in one symbol: axios(config) and axios.create(config). */
const isMasked = (unit: Unit, library: Library, call: Call): boolean =>
  library.name === 'axios' && library.at === 1 && call.node.args.length === 1 && limitOf(optionAt(unit, call, 0, 'timeout')) === 'given';

/** Limits set for a whole library: `axios.defaults.timeout`, `socket.setdefaulttimeout`, an adapter of a session. */
function isSetElsewhere(unit: Unit, { name }: Library, call: Call): boolean {
  if (name === 'fetch' || name === 'undici') return hasDispatcher(unit, call);
  if (name === 'axios') {
    const owners = ['npm:axios.defaults', 'npm:axios.create().defaults'];
    return unit
      .assignments('timeout')
      .some(({ owner = [], value }) => owner.some((each) => owners.includes(each)) && limitOf(unit.value(value)) === 'given');
  }
  if (name === "Nest's HttpService") return isBoundedInNest(unit, call);
  if (name === 'urlopen' || name === 'smtplib') return unit.calls('py:socket.setdefaulttimeout').length > 0;
  if (name === 'the session of requests') {
    const mounts = unit.calls('py:requests.Session().mount', 'py:requests.session().mount');
    return mounts.some(
      (mount) =>
        mount.argument(1) !== undefined &&
        !unit.symbols(mount.node.args[1]?.value ?? mount.node).includes('py:requests.adapters.HTTPAdapter()'),
    );
  }
  if (name === 'the request of node:http') return call.symbols.some((symbol) => unit.calls(`${symbol}().setTimeout`).length > 0);
  return (
    name === 'the Redis client' &&
    call.option('maxRetriesPerRequest') !== 'absent' &&
    limitOf(call.option('maxRetriesPerRequest')) === 'endless'
  );
}

/** `HttpModule.register({ timeout })`, and `.pipe(timeout(5_000))` on what a call gives. */
function isBoundedInNest(unit: Unit, call: Call): boolean {
  const modules = unit.calls('npm:@nestjs/axios.HttpModule.register').some((made) => limitOf(made.option('timeout')) === 'given');
  const later = unit.calls('npm:@nestjs/axios.HttpModule.registerAsync').length > 0;
  const limits = unit
    .calls('npm:rxjs.timeout', 'npm:rxjs/operators.timeout')
    .filter(({ around }) =>
      around.some(({ node: { callee } }) => callee.kind === 'member' && callee.name === 'pipe' && callee.object === call.node),
    );
  return modules || later || limits.length > 0;
}

const sending =
  /\.(?:create|parse|stream|list|get|post|put|patch|delete|head|options|request|retrieve|generate|embed|send|fetch|fetchrow|fetchval|execute|invoke|ainvoke|run|batch|urlopen|build_request|count_tokens|withResponse)$/;

/** Every call that sends something through what was made brings its own limit, or waits within one. */
function everyCallBrings(unit: Unit, library: Library, call: Call): boolean {
  const { perCall } = library;
  if (perCall === undefined) return false;
  const sends = call.symbols
    .flatMap((symbol) => unit.calls(`${symbol}().*`))
    .filter(({ symbols }) => symbols.some((symbol) => sending.test(symbol)));
  return (
    sends.length > 0 &&
    sends.every(
      (each) =>
        best(perCall.map((name) => limitOf(each.option(name)))) === 'given' ||
        each.symbols.some((symbol) => /\.with_?options\(\)/i.test(symbol)) ||
        (library.blocks !== true && isBoundedAround(unit, each)),
    )
  );
}
