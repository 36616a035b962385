// What a member of a request or an exception holds, by its name, as frameworks and libraries call it.
import type { Source } from '../../model.ts';
import type { Key } from './context.ts';
import { isEnvironmentMap } from './environment-reads.ts';

type RequestPart = Extract<Source, { kind: 'request' }>['part'];
type ExceptionPart = Extract<Source, { kind: 'exception' }>['part'];

const byName = <P>(names: readonly (readonly [P, string])[]): ReadonlyMap<string, P> =>
  new Map(names.flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const)));

const requestParts = byName<RequestPart>([
  ['body', 'body rawBody json text form data POST get_json get_data formData parseBody files values'],
  ['query', 'query query_params args GET searchParams queries querystring'],
  ['headers', 'headers header get META cookies rawHeaders'],
  ['path', 'params path_params param view_args'],
  ['url', 'url path originalUrl full_path base_url href hostname'],
]);
const exceptionParts = byName<ExceptionPart>([
  ['message', 'message args detail msg toString __str__ description reason'],
  ['stack', 'stack __traceback__ stacktrace sqlMessage sqlState sql query'],
  ['inputs', 'errors body issues json format flatten details validation raw_errors validationErrors'],
  ['whole', 'cause __cause__ __context__ __dict__ original orig parent response config toJSON'],
]);

/** What a member of what was found holds; a status or a name holds nothing private, a length nothing of the value. */
export function part(source: Source, name: string): readonly Source[] {
  if (name === 'length' || name === 'size') return [];
  if (source.kind === 'request') {
    if (source.part !== 'whole') return [{ ...source, field: source.field ?? name }];
    if (/^(?:req|request|raw|getRequest|switchToHttp)$/.test(name)) return [source];
    const found = requestParts.get(name);
    return found ? [{ ...source, part: found }] : [];
  }
  if (source.kind === 'exception') {
    if (source.part === 'inputs') return [{ ...source, field: source.field ?? name }];
    if (source.part !== 'whole') return [source];
    const found = exceptionParts.get(name);
    return found ? [{ ...source, part: found }] : [];
  }
  // `const { PORT } = process.env`
  if (source.kind === 'result' && source.symbols.some(isEnvironmentMap)) return [{ kind: 'environment', name, place: source.place }];
  // A variable is a text, and a settings object was asked for its field before.
  return source.kind === 'environment' || source.kind === 'secret' ? [] : [source];
}

/** What calling a method gives: `body.decode()` is the body, `headers.get('x')` one of them. */
export function partByCall(source: Source, method: string, argument: string | undefined): readonly Source[] {
  if (source.kind !== 'request' && source.kind !== 'exception') return [];
  if (source.part !== 'whole') {
    if (/^(?:keys|has|includes|startsWith|startswith|isprintable)$/.test(method)) return [];
    if (!/^(?:get|getlist|getAll|pop)$/.test(method) || argument === undefined) return [source];
    return source.kind === 'request' || source.part === 'inputs' ? [{ ...source, field: source.field ?? argument }] : [source];
  }
  return part(source, method).map((each) =>
    each.kind === 'request' && argument !== undefined && /^(?:get|header|param|query|cookies)$/.test(method)
      ? { ...each, field: argument }
      : each,
  );
}

/** What destructuring takes out of it. */
export const narrowed = (sources: readonly Source[], keys: readonly Key[]): readonly Source[] =>
  keys.reduce<readonly Source[]>(
    (current, key) => (typeof key === 'string' && key !== '*' ? current.flatMap((each) => part(each, key)) : current),
    sources,
  );

/** An exception put into a text is its message. */
export const asText = (sources: readonly Source[]): readonly Source[] =>
  sources.map((source) =>
    source.kind === 'exception' && source.part === 'whole' ? { ...source, part: 'message' as const, spelled: true as const } : source,
  );

/** A slice or a piece of a variable is no longer all of it. */
export const partOf = (source: Source): Source => (source.kind === 'environment' ? { ...source, partial: true } : source);

/** Each origin once per place. */
export function distinctSources(found: readonly Source[]): readonly Source[] {
  const kept = new Map<string, Source>();
  for (const source of found) {
    const what =
      source.kind === 'exception' || source.kind === 'request'
        ? `${source.part} ${source.field ?? ''}`
        : source.kind === 'literal'
          ? String(source.value)
          : source.kind === 'environment'
            ? `${source.name} ${source.partial ?? ''}`
            : 'name' in source
              ? source.name
              : '';
    kept.set(`${source.kind} ${what} ${source.place.path}:${source.place.line}:${source.place.column}`, source);
  }
  return [...kept.values()];
}
