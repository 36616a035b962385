// What a health route does before it answers: through its helpers, and with what happens when the database says no.
import { packageElsewhere } from '../../model/elsewhere.ts';
import type { Call, CodeFunction, Unit } from '../../model.ts';
import { isModelSymbol, isStoreSymbol, namesModel } from './dependencies.ts';
import type { HealthRoute } from './health-routes.ts';

export interface Asked {
  /** How the database is asked. */
  readonly store: string | undefined;
  readonly model: boolean;
  /** Whatever the database says, the answer is 200. */
  readonly silent: boolean;
  readonly unclear: readonly string[];
}

export function asks(unit: Unit, route: HealthRoute): Asked {
  if (route.library) return { store: route.library.store ? route.library.name : undefined, model: false, silent: false, unclear: [] };
  if (route.handlers.length === 0)
    return { store: undefined, model: false, silent: false, unclear: [`what answers ${route.path} could not be followed`] };
  const calls = route.handlers.flatMap((code) => callsOf(unit, code, route));
  const parts = [...route.handlers, ...calls.flatMap(({ targets, inFunction }) => [...targets, ...(inFunction ? [inFunction] : [])])];
  const words = [...new Set(parts.flatMap((code) => unit.words(code)))];
  const injected = route.handlers.flatMap((code) => injectedNames(code));
  const asking = calls.filter((call) => asksStore(unit, call, injected));
  const opaque = calls.filter((call) => isOpaque(call) || isElsewhere(unit, call));
  const environment = route.handlers.flatMap((code) => unit.environmentBehind(code.node));
  return {
    store: asking[0] && nameOf(asking[0]),
    model: words.some(namesModel) || environment.some(namesModel) || calls.some(({ symbols }) => symbols.some(isModelSymbol)),
    silent: asking.length > 0 && asking.every((call) => call.swallowed) && !words.some(saysFailure),
    unclear: asking.length > 0 ? [] : opaque.map((call) => `what ${nameOf(call)} asks could not be followed`),
  };
}

const saysFailure = (word: string): boolean =>
  /^5\d\d$|SERVICE_?UNAVAILABLE|INTERNAL_?SERVER|GATEWAY_?TIMEOUT|HTTP_5\d\d|^_?status_?code$|^unhealthyStatus/i.test(word);

function callsOf(unit: Unit, code: CodeFunction, { when }: HealthRoute): readonly Call[] {
  if (when === undefined) {
    const calls = unit.callsFrom(code);
    return [...calls, ...[...handed(unit, calls), ...listed(unit, calls)].flatMap((each) => unit.callsFrom(each))];
  }
  const own = unit.callsFrom(code).filter((call) => call.guards.some(({ test, holds }) => test === when.test && holds === when.holds));
  return [...own, ...own.flatMap(({ targets }) => targets.flatMap((target) => unit.callsFrom(target)))];
}

/** Checks that a package is given to run: `get_status(additional_checks=[ask_database])`. */
const handed = (unit: Unit, calls: readonly Call[]): readonly CodeFunction[] =>
  calls
    .filter(({ targets, symbols }) => targets.length === 0 && symbols.some((symbol) => /^(?:npm|py):/.test(symbol)))
    .flatMap(({ node }) => node.args.flatMap(({ value }) => (value.kind === 'list' ? value.items.map((item) => item.value) : [value])))
    .filter(({ kind }) => kind === 'name' || kind === 'member')
    .flatMap((value) => unit.functionsIn(value));

/** Probes that a runner of the service's own is given as data: `checkAll([{ name: 'database', probe: async () => … }])`, made by helpers or not. */
const listed = (unit: Unit, calls: readonly Call[]): readonly CodeFunction[] =>
  calls
    .filter(({ targets }) => targets.length > 0)
    .flatMap(({ node }) => node.args.filter(({ value }) => /^(?:call|name|member|list)$/.test(value.kind)))
    .flatMap(({ value }) => unit.pieces(value))
    .filter(
      ({ key, value }) =>
        value.kind === 'function' &&
        key !== undefined &&
        /^(?:probe|check\w*|run|test|ping|fn|handler|execute|call|is_?healthy)$/i.test(key),
    )
    .flatMap(({ value }) => unit.functionsIn(value));

const builders = /\.(?:text|select|sql|literal|func\.\w+|column|and_|or_|Column|Depends|Model|Schema|InjectRepository|getRepositoryToken)$/;
const asking =
  /^(?:query|execute\w*|exec|raw|\$queryRaw\w*|\$executeRaw\w*|\$connect|scalars?|first|fetch\w*|ping\w*|authenticate|rpc|connect|acquire|command|ensure_connection|cursor|find\w*|count\w*|run|isHealthy|check\w*|schema|select|one|any|get|list\w*|stats|status|server_info|isInitialized|begin|health\w*|is_\w+|reachable|selectFrom|from|from_|table|prepare|transaction|sync|showMigrations|exists|aexists)$/;
const storeName =
  /^_?(?:db|DB|database|pool|session|conn|connection|client|prisma|knex|supabase|store|repo|repository|em|orm|sequelize|cursor|engine|sql|pg|postgres|mongo|mongoose|mongoClient)(?:_?(?:client|pool|session|connection|service|check|indicator|db))?$|(?:Repository|DataSource|data_source|_db|Db|Database|Store|Prisma\w*|Connection|Session|DbService|_session|_store|_repository|_pool|_engine)$/;

/** A call to a database: of its package, or of something that bears its name where nobody could follow it. */
function asksStore(unit: Unit, call: Call, injected: readonly string[]): boolean {
  const { symbols, node } = call;
  if (symbols.some((symbol) => isStoreSymbol(symbol) && !builders.test(symbol) && symbol.includes('('))) return true;
  if (
    symbols.some(
      (symbol) =>
        /^npm:(?:mongoose|typeorm|knex)\.\w+|^py:(?:psycopg2?|asyncpg)\.connect$|^py:sqlalchemy_utils\.(?:functions\.)?database_exists$|^py:django\.db\.connections?\b|^npm:(?:pg|postgres)$/.test(
          symbol,
        ) && !builders.test(symbol),
    )
  )
    return true;
  if (symbols.some((symbol) => /^npm:@nestjs\/terminus\.(?:TypeOrm|Mongoose|Sequelize|MikroOrm|Prisma)HealthIndicator\(\)\./.test(symbol)))
    return true;
  const { callee } = node;
  if (callee.kind !== 'member') return unit.words(callee).some((word) => injected.includes(word) && storeName.test(word));
  if (
    !asking.test(callee.name) ||
    symbols.some((symbol) => /^(?:npm|py|node):(?!typing|collections)/.test(symbol) && !isStoreSymbol(symbol))
  )
    return false;
  const receiver = callee.object.kind === 'await' ? callee.object.value : callee.object;
  const names = unit.words(receiver);
  return names.some((name) => storeName.test(name));
}

/** What a handler is handed by name: dependencies, destructured services. */
const injectedNames = ({ node }: CodeFunction): readonly string[] =>
  node.parameters.flatMap(({ pattern }) => (pattern.kind === 'bind' ? [pattern.name] : []));

/** A check that could not be followed to what it does. */
const isOpaque = ({ symbols, targets, node }: Call): boolean =>
  targets.length === 0 &&
  node.callee.kind === 'member' &&
  /health|ping|ready|alive/i.test(node.callee.name) &&
  symbols.every((symbol) => /^(?:\?|npm:|py:|js:import\(\))/.test(symbol) && !symbol.startsWith('npm:@nestjs/terminus.'));

/** What only writes a line asks nothing. */
const isElsewhere = (unit: Unit, call: Call): boolean =>
  packageElsewhere(unit, call) !== undefined && !call.symbols.some((symbol) => /log(?:ger)?(?:\W|$)/i.test(symbol));

const nameOf = ({ node: { callee } }: Call): string =>
  callee.kind === 'member'
    ? `${callee.object.kind === 'name' || callee.object.kind === 'member' ? `${callee.object.name}.` : ''}${callee.name}`
    : callee.kind === 'name'
      ? callee.name
      : 'a call';
