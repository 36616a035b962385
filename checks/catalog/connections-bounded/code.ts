// What source shows of connections: whether clients are made once, and bounded.
import { eachUnit, merge, notApplicable, type Seen, unlessElsewhere } from '../../answer.ts';
import type { Call, Unit, Value } from '../../model.ts';
import type { Client } from './client.ts';
import { clients, tooMany } from './clients.ts';
import { isPerRequest } from './per-request.ts';

export const mentions = [
  'pool',
  'connect',
  'client',
  'knex',
  'sequelize',
  'typeorm',
  'prisma',
  'postgres',
  'mongo',
  'redis',
  'engine',
  'httpx',
  'aiohttp',
  'openai',
  'anthropic',
  'supabase',
  'undici',
  'psycopg',
];

const nothing: Seen = { bad: [], good: [] };

export const judgeCode = eachUnit(
  (unit) => unlessElsewhere(unit, ofUnit(unit)),
  notApplicable('no client that keeps connections was found'),
);

function ofUnit(unit: Unit): Seen {
  const seen = clients.flatMap((client) =>
    unit
      .calls(...client.makers)
      .filter((call) => call.runsIn !== 'development' && !call.onlyAsScript)
      .map((call) => ofCall(unit, client, call)),
  );
  return merge([...seen, inThreads(unit), django(unit)]);
}

/** `await asyncio.to_thread(MongoClient, url)`: made there, by whoever asks. */
function inThreads(unit: Unit): Seen {
  const bad = unit
    .calls('py:asyncio.to_thread')
    .filter((call) => call.runsIn !== 'development' && isPerRequest(unit, call))
    .flatMap((call) => {
      const made = call.argument(0);
      const symbols = made ? unit.symbols(made) : [];
      const client = clients.find(({ makers, mayBeBrief }) => mayBeBrief !== true && makers.some((maker) => symbols.includes(maker)));
      return client ? [{ message: `${client.name} is made anew for every request`, place: call.place }] : [];
    });
  return { ...nothing, bad };
}

function ofCall(unit: Unit, client: Client, call: Call): Seen {
  const { place } = call;
  const isBrief = client.mayBeBrief === true && isClosedHere(unit, call);
  if (!isBrief && isPerRequest(unit, call))
    return { ...nothing, bad: [{ message: `${client.name} is made anew for every request`, place }] };
  const lifted = (client.endless ?? []).find(([option, value]) => isLiteral(call.option(option), value));
  if (lifted)
    return {
      ...nothing,
      bad: [{ message: `${client.name} may open any number of connections: ${lifted[0]} is ${lifted[1] ?? 'None'}`, place }],
    };
  const most = (client.limits ?? []).map((name) => optionOf(call, name));
  const large = most.map(numberOf).find((each) => each !== undefined && each >= (client.admitted ?? tooMany));
  if (large !== undefined)
    return {
      ...nothing,
      bad: [
        {
          message: `${client.name} may open ${large} connections, more than ${client.admitted === undefined ? 'a database admits' : 'it will ever need'}`,
          place,
        },
      ],
    };
  // What brings the schema up to date opens one connection, and is gone.
  if (isNullPool(unit, call) && /migrat|alembic/i.test(`${call.place.path} ${call.inFunction?.name ?? ''}`)) return nothing;
  if (isNullPool(unit, call))
    return {
      ...nothing,
      unclear: ['the engine opens a connection for each use (NullPool), and what stands before the database is not in the source'],
    };
  if (most.some((each) => typeof each === 'object'))
    return { ...nothing, good: [{ message: `${client.name} is not made anew for every request, and has a limit`, place }] };
  const own =
    client.keeps === undefined ? '' : `, and keeps at most ${/^what /.test(client.keeps) ? '' : 'its own '}${client.keeps} connections`;
  return {
    ...nothing,
    good: [{ message: `${client.name} is ${isBrief ? 'closed where it was made' : 'not made anew for every request'}${own}`, place }],
  };
}

/** Entered by `with`, or closed by hand in the same function. */
function isClosedHere(unit: Unit, call: Call): boolean {
  if (call.inFunction === undefined) return false;
  if (isEntered(call)) return true;
  return unit
    .callsFrom(call.inFunction)
    .some(
      ({ node: { callee }, inFunction }) =>
        inFunction?.node === call.inFunction?.node &&
        callee.kind === 'member' &&
        /^(?:a?close|disconnect|quit|end|destroy)$/.test(callee.name) &&
        unit.symbols(callee.object).some((symbol) => call.symbols.includes(symbol.replace(/\(\)$/, ''))),
    );
}

/** `async with httpx.AsyncClient() as client:`. */
function isEntered({ inFunction, node }: Call): boolean {
  const bodies: unknown[] = [inFunction?.node.body];
  while (bodies.length > 0) {
    const each = bodies.pop();
    if (Array.isArray(each)) bodies.push(...each);
    else if (typeof each === 'object' && each !== null) {
      if (
        'kind' in each &&
        each.kind === 'with' &&
        'items' in each &&
        Array.isArray(each.items) &&
        each.items.some((item: { value: unknown }) => item.value === node)
      )
        return true;
      bodies.push(...Object.values(each).filter((inner) => typeof inner === 'object'));
    }
  }
  return false;
}

const isLiteral = (given: Value | 'absent' | 'unknown', value: number | null): boolean =>
  typeof given === 'object' && given.kind === 'literal' && given.value === value;

function optionOf(call: Call, path: string): Value | 'absent' | 'unknown' {
  const [name = path, inner] = path.split('.');
  const outer = call.option(name);
  if (inner === undefined || typeof outer === 'string') return outer;
  if (outer.kind !== 'record') return 'unknown';
  return outer.entries.findLast(([key]) => key === inner)?.[1] ?? (outer.complete ? 'absent' : 'unknown');
}

function numberOf(value: Value | 'absent' | 'unknown'): number | undefined {
  if (typeof value === 'string') return undefined;
  if (value.kind === 'environment') return value.fallback && numberOf(value.fallback);
  return value.kind === 'literal' && /^\d+$/.test(String(value.value)) ? Number(value.value) : undefined;
}

const isNullPool = (unit: Unit, call: Call): boolean => {
  const given = call.node.args.find(({ name }) => name === 'poolclass')?.value;
  return given !== undefined && unit.symbols(given).some((symbol) => symbol.endsWith('.NullPool'));
};

/** Django holds one connection for each thread that serves. */
function django(unit: Unit): Seen {
  const [entry] = unit.entries;
  const [databases] = unit.assignments('py:DATABASES', 'DATABASES');
  if (!unit.frameworks.includes('django') || entry === undefined) return nothing;
  // The settings may be those of a package, by which every service of a house finds its database.
  const asks =
    databases === undefined ? unit.queries.find(({ call }) => call.language === 'python' && call.runsIn !== 'development') : undefined;
  const place = databases?.place ?? asks?.call.place;
  return place === undefined
    ? nothing
    : { ...nothing, good: [{ message: 'Django holds one connection for each thread that serves', place }] };
}
