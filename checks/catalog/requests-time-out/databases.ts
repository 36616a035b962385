// Clients whose limit stands in an object of its own or depends on what they talk to: SQLAlchemy's engines, Supabase in Python.
import { merge, type Seen } from '../../answer.ts';
import type { Call, Unit, Value } from '../../model.ts';
import { best, entryOf, isAddedLater, type Limit, limitOf } from './limits.ts';
import { isNeverRun } from './reach.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgeDatabases(unit: Unit): Seen {
  const wanted = ({ runsIn, onlyAsScript, inFunction }: Call): boolean =>
    runsIn !== 'development' && !onlyAsScript && !isNeverRun(unit, inFunction, 3);
  const engines = unit
    .calls('*.create_engine', '*.create_async_engine')
    .filter(({ symbols }) => symbols.some((symbol) => /^py:sql(?:alchemy|model)\b/.test(symbol)));
  const clients = unit
    .calls('*.create_client', '*.acreate_client', '*.create_async_client')
    .filter(({ symbols }) => symbols.some((symbol) => symbol.startsWith('py:supabase')));
  return merge([
    ...engines.filter(wanted).map((call) => judgeEngine(unit, call)),
    ...clients.filter(wanted).map((call) => judgeSupabase(unit, call)),
  ]);
}

const statementLimits = [
  'timeout',
  'command_timeout',
  'connect_timeout',
  'statement_timeout',
  'options',
  'server_settings',
  'read_timeout',
];

function judgeEngine(unit: Unit, call: Call): Seen {
  const { place } = call;
  const url = call.argument(0, 'url');
  const known = url && unit.value(url);
  const texts = known === undefined ? [] : literals(known);
  const given = call.option('connect_args');
  const written = call.node.args.find(({ name }) => name === 'connect_args')?.value;
  const isFile =
    (texts.length > 0 && texts.every((text) => text.startsWith('sqlite'))) ||
    (typeof given === 'object' && entryOf(given, 'check_same_thread') !== 'absent' && given.kind === 'record');
  if (isFile) return nothing;
  if (texts.some((text) => /[?&](?:connect_timeout|command_timeout|timeout|options)=/.test(text)))
    return { ...nothing, good: [{ message: 'the database engine is given a limit in its URL', place }] };
  const limits =
    typeof given === 'object' ? statementLimits.map((name) => driverLimit(given, name)) : [given === 'unknown' ? 'unknown' : 'absent'];
  if (limits.includes('given') || isAddedLater(unit, written, statementLimits))
    return { ...nothing, good: [{ message: 'the database engine is given a limit for its connections or statements', place }] };
  if (limits.includes('unknown') || call.option('creator') !== 'absent' || call.option('async_creator') !== 'absent')
    return { ...nothing, unclear: ['what the database engine hands to its driver could not be followed'] };
  return { ...nothing, bad: [{ message: 'the database engine lets a statement take for ever: connect_args give no timeout', place }] };
}

/** `server_settings` and `options` hold many settings: a limit only where one of them is a time. */
function driverLimit(given: Value, name: string): Limit {
  const entry = entryOf(given, name);
  if (typeof entry === 'object' && name === 'server_settings')
    return best(['statement_timeout', 'idle_in_transaction_session_timeout'].map((inner) => limitOf(entryOf(entry, inner))));
  if (typeof entry === 'object' && name === 'options' && entry.kind === 'literal')
    return String(entry.value).includes('timeout') ? 'given' : 'absent';
  return limitOf(entry);
}

/** The known addresses among what a value may be, as far as each is known. */
function literals(value: Value): readonly string[] {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'text':
      return [value.parts.map((part) => literals(part)[0] ?? '').join('')];
    case 'environment':
      return value.fallback ? literals(value.fallback) : [];
    case 'choice':
      return value.among.flatMap((arm) => literals(arm.value));
    default:
      return [];
  }
}

/** The options are an object of their own; auth calls have httpx's 5 s, tables wait 120 s. */
function judgeSupabase(unit: Unit, call: Call): Seen {
  const { place } = call;
  const made = unit
    .calls('*.ClientOptions', '*.AsyncClientOptions', '*.SyncClientOptions')
    .filter(({ symbols }) => symbols.some((symbol) => symbol.startsWith('py:supabase')));
  const hasOptions = call.argument(2, 'options') !== undefined;
  const limits = made.flatMap((each) => ['postgrest_client_timeout', 'httpx_client'].map((name) => limitOf(each.option(name))));
  if (hasOptions && limits.includes('given')) return { ...nothing, good: [{ message: 'the Supabase client is given a timeout', place }] };
  if (hasOptions && (made.length === 0 || limits.includes('unknown')))
    return { ...nothing, unclear: ['the options of the Supabase client could not be followed'] };
  return { ...nothing, bad: [{ message: 'the Supabase client waits 120 s for the database by default', place }] };
}
