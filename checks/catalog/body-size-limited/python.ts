// Whether a Python service stops reading a body: frameworks' own limits, settings, and middleware that counts.
import { merge, type Seen } from '../../answer.ts';
import { lambdaAdapter } from '../../model/lambda.ts';
import type { CodeFunction, Finding, Middleware, Site, Unit, Value } from '../../model.ts';
import { isLibraryLimit, refusesTooLarge } from './refusing.ts';
import { inWords, sizeOf } from './sizes.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgePython(unit: Unit): Seen {
  if (!unit.languages.includes('python')) return nothing;
  const [whole] = atTheDoor(unit);
  if (whole) return { ...nothing, good: [whole] };
  return merge([
    ...(unit.frameworks.some((each) => each === 'fastapi' || each === 'starlette') ? [asgi(unit)] : []),
    flask(unit),
    django(unit),
    ...aiohttp(unit),
  ]);
}

/** Limits of what serves, whatever the framework would read. */
function atTheDoor(unit: Unit): readonly Finding[] {
  const adapter = lambdaAdapter(unit);
  const told = unit.startCommands.flatMap(({ text, place }) => {
    const given = /\bwaitress-serve\b.*--max-request-body-size[="'\s,]+(\d+)/.exec(text)?.[1];
    return given === undefined ? [] : [{ message: `waitress stops at ${inWords(Number(given))}`, place }];
  });
  return [...(adapter ? [{ message: 'its platform hands a function no more than 6 MB', place: adapter.place }] : []), ...told];
}

/** Starlette and FastAPI read whatever comes. */
function asgi(unit: Unit): Seen {
  const taking = unit.routes.filter(
    ({ method, framework }) => /^(?:POST|PUT|PATCH)$/.test(method) && /^(?:fastapi|starlette|by-name)$/.test(framework),
  );
  const [first] = taking;
  if (first === undefined) return nothing;
  const limiting = unit.middleware.filter(
    (each) => counts(each) && (isLibraryLimit(each.symbols) || each.functions.some((code) => refusesTooLarge(unit, code))),
  );
  const sound = limiting.find((each) => !trustsDeclared(unit, each) && !isPartial(each));
  if (sound) return { ...nothing, good: [{ message: 'a middleware stops reading a body that is too large', place: sound.place }] };
  const [declared] = limiting;
  if (declared && limiting.every(isPartial))
    return {
      ...nothing,
      bad: [
        { message: 'a middleware looks at bodies for the addresses that it is given alone: others are read whole', place: declared.place },
      ],
    };
  if (declared)
    return {
      ...nothing,
      bad: [
        {
          message: 'a middleware looks at the declared length alone: a body that is sent in chunks declares none and is read whole',
          place: declared.place,
        },
      ],
    };
  const place = unit.entries.find(({ path }) => path.endsWith('.py')) ?? first.place;
  const many = taking.length === 1 ? 'one route takes' : `${taking.length} routes take`;
  return {
    ...nothing,
    bad: [{ message: `nothing stops a body from being read whole, whatever its size: ${many} one`, place, related: [first.place] }],
  };
}

/** `add_middleware(UploadLimit, max_size=…, paths=["/uploads"])`. */
const isPartial = ({ hungBy }: Middleware): boolean =>
  ['paths', 'path', 'prefixes', 'prefix', 'routes', 'only', 'include_paths', 'path_prefixes'].some(
    (name) => hungBy?.node.args.some((each) => each.name === name) === true,
  );

const counts = ({ runsIn }: Site): boolean => runsIn !== 'development';

/** It compares Content-Length and never counts what arrives; one that insists on the header is fine. */
function trustsDeclared(unit: Unit, { functions, symbols }: Middleware): boolean {
  if (isLibraryLimit(symbols)) return false;
  const words = functions.flatMap((code) => wordsWithHelpers(unit, code)).map((word) => word.toLowerCase());
  const declared = words.some((word) => word === 'content-length' || word === 'content_length');
  const counting = words.some((word) => /^(?:stream|receive|more_body|iter_chunks|body)$/.test(word));
  const wrapsReceive = functions.some((code) =>
    unit.callsFrom(code).some(({ node }) => node.callee.kind === 'name' && node.callee.name === 'receive'),
  );
  const insists = words.includes('411') || words.some((word) => /length_required|chunked|transfer-encoding/.test(word));
  return (
    declared &&
    !insists &&
    !(words.includes('more_body') || words.includes('stream') || (counting && (wrapsReceive || words.includes('len'))))
  );
}

const wordsWithHelpers = (unit: Unit, code: CodeFunction): readonly string[] => [
  ...unit.words(code),
  ...unit.callsFrom(code).flatMap((call) => call.targets.flatMap((target) => unit.words(target))),
];

/** Flask takes what comes unless MAX_CONTENT_LENGTH is set; Quart has 16 MB of its own. */
function flask(unit: Unit): Seen {
  const isFlask = unit.frameworks.includes('flask');
  if (!isFlask && !unit.frameworks.includes('quart')) return nothing;
  const set = [...unit.entriesNamed('MAX_CONTENT_LENGTH'), ...unit.assignments('MAX_CONTENT_LENGTH', 'py:MAX_CONTENT_LENGTH')].filter(
    counts,
  );
  const updated = unit.calls('*.config.update', '*.config.from_mapping').filter(counts);
  const sizes = [
    ...set.map(({ value, place }) => ({ size: sizeOf(unit.value(value)), place })),
    ...updated.map((call) => ({ size: sizeOf(call.option('MAX_CONTENT_LENGTH')), place: call.place })),
  ].filter(({ size }) => size !== 'absent');
  const given = sizes.find(({ size }) => typeof size === 'number');
  if (given && typeof given.size === 'number')
    return { ...nothing, good: [{ message: `Flask stops at ${inWords(given.size)}`, place: given.place }] };
  const elsewhere = sizes.find(({ size }) => size === 'given');
  if (elsewhere) return { ...nothing, good: [{ message: 'MAX_CONTENT_LENGTH is set', place: elsewhere.place }] };
  if (sizes.some(({ size }) => size === 'unknown')) return { ...nothing, unclear: ['what MAX_CONTENT_LENGTH is could not be followed'] };
  const [entry] = unit.entries.filter(({ path }) => path.endsWith('.py'));
  if (!isFlask) return entry ? { ...nothing, good: [{ message: 'Quart stops at its own 16 MB', place: entry }] } : nothing;
  const limiting = unit.middleware.find((each) => counts(each) && each.functions.some((code) => refusesTooLarge(unit, code)));
  if (limiting) return { ...nothing, good: [{ message: 'a body that is too large is refused before a route', place: limiting.place }] };
  const takes = unit.routes.some(({ method }) => /^(?:POST|PUT|PATCH|\*)$/.test(method));
  const place = set[0]?.place ?? entry;
  return takes && place
    ? { ...nothing, bad: [{ message: 'nothing stops a body from being read whole: MAX_CONTENT_LENGTH is not set', place }] }
    : nothing;
}

/** Django refuses beyond 2.5 MB unless it is told not to. */
function django(unit: Unit): Seen {
  if (!unit.frameworks.includes('django')) return nothing;
  const set = unit
    .assignments('DATA_UPLOAD_MAX_MEMORY_SIZE', 'py:DATA_UPLOAD_MAX_MEMORY_SIZE')
    .filter(({ runsIn }) => runsIn !== 'development');
  const bad = set.flatMap(({ value, place }): readonly Finding[] =>
    isNone(unit.value(value)) ? [{ message: 'DATA_UPLOAD_MAX_MEMORY_SIZE is None: Django reads bodies of any size', place }] : [],
  );
  const [entry] = unit.entries;
  if (bad.length > 0 || entry === undefined) return { ...nothing, bad };
  const [parsed] = isPastLimit(unit) ? unit.imports('rest_framework') : [];
  if (parsed)
    return {
      ...nothing,
      bad: [
        {
          message: 'Django REST framework before 3.17 reads JSON past the limit of Django, whatever its size',
          place: entry,
          related: [parsed.place],
        },
      ],
    };
  const [last] = set.toReversed();
  return {
    ...nothing,
    good: [
      last
        ? { message: 'Django is given a limit for bodies', place: last.place }
        : { message: 'Django stops at its own 2.5 MB', place: entry },
    ],
  };
}

/** It parsed what it read from the request itself, and only 3.17 asks Django for the body. */
function isPastLimit({ packages }: Unit): boolean {
  const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(packages.djangorestframework ?? '') ?? [];
  return major !== undefined && (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 17));
}

const isNone = (value: Value): boolean => value.kind === 'literal' && value.value === null;

function aiohttp(unit: Unit): readonly Seen[] {
  return unit.calls('py:aiohttp.web.Application').map((call): Seen => {
    const size = sizeOf(call.option('client_max_size'));
    const { place } = call;
    if (size === 'endless' || size === 0) return { ...nothing, bad: [{ message: 'aiohttp is told to take bodies of any size', place }] };
    if (size === 'unknown') return { ...nothing, unclear: ['the limit of aiohttp could not be followed'] };
    return {
      ...nothing,
      good: [{ message: size === 'absent' ? 'aiohttp stops at its own 1 MiB' : 'aiohttp is given a limit for bodies', place }],
    };
  });
}
