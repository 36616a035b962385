// Where the data in an expression comes from: followed back through names, pieces, results of helpers and arguments of callers.
import type { CallExpression, Expression, Source } from '../../model.ts';
import { callersOf } from './callers.ts';
import { type Binding, contextOf } from './context.ts';
import { definitions, ofBinding, returns } from './definitions.ts';
import { bindingsOf, entities, symbolsOf } from './entities.ts';
import { readOfCall, readOfMember } from './environment-reads.ts';
import type { Program } from './program.ts';
import { argumentFor, codeFunction, placeOf } from './values.ts';
import { passesFirstArgument, passesReceiver } from './vocabulary.ts';

interface Trail {
  readonly seen: Set<Expression>;
  readonly depth: number;
}
const maxDepth = 8;

/** Every origin of the data in an expression. Nothing is guessed: what can't be followed is `unknown`. */
export function sourcesOf(program: Program, expression: Expression): readonly Source[] {
  return program.memory.once<readonly Source[]>('sources', expression, [], () =>
    distinct(trace(program, expression, { seen: new Set(), depth: 0 })),
  );
}

function distinct(found: readonly Source[]): readonly Source[] {
  const kept = new Map<string, Source>();
  for (const source of found) {
    const what =
      source.kind === 'exception' || source.kind === 'request'
        ? source.part
        : source.kind === 'literal'
          ? String(source.value)
          : 'name' in source
            ? source.name
            : '';
    kept.set(`${source.kind} ${what} ${source.place.path}:${source.place.line}:${source.place.column}`, source);
  }
  return [...kept.values()];
}

function trace(program: Program, expression: Expression, trail: Trail): readonly Source[] {
  if (trail.seen.has(expression) || trail.depth > maxDepth) return [];
  trail.seen.add(expression);
  const place = placeOf(expression);
  switch (expression.kind) {
    case 'string':
      return expression.secret
        ? [{ kind: 'secret', secret: expression.secret, place }]
        : [{ kind: 'literal', value: expression.value, place }];
    case 'number':
    case 'boolean':
      return [{ kind: 'literal', value: expression.value, place }];
    case 'null':
    case 'regex':
    case 'function':
    case 'class':
      return [];
    case 'template':
      return expression.parts.flatMap((part) => asText(trace(program, part, trail)));
    case 'list':
      return expression.items.flatMap(({ value }) => trace(program, value, trail));
    case 'object':
      return expression.entries.flatMap(({ value }) => trace(program, value, trail));
    case 'conditional':
      return [...trace(program, expression.then, trail), ...trace(program, expression.otherwise, trail)];
    case 'binary':
      return ofBinary(program, expression, trail);
    case 'unary':
      return [];
    case 'await':
    case 'assign':
      return trace(program, expression.value, trail);
    case 'comprehension':
      return [...trace(program, expression.element, trail), ...(expression.key ? trace(program, expression.key, trail) : [])];
    case 'name':
      return ofName(program, expression, trail);
    case 'member':
    case 'index':
      return ofMember(program, expression, trail);
    case 'call':
      return ofCall(program, expression, trail);
    case 'other':
      return expression.parts.flatMap((part) => trace(program, part, trail));
  }
}

/** An exception put into a text is its message. */
const asText = (sources: readonly Source[]): readonly Source[] =>
  sources.map((source) => (source.kind === 'exception' && source.part === 'whole' ? { ...source, part: 'message' as const } : source));

function ofBinary(program: Program, { operator, left, right }: Extract<Expression, { kind: 'binary' }>, trail: Trail): readonly Source[] {
  if (operator === '+' || operator === '%') return asText([...trace(program, left, trail), ...trace(program, right, trail)]);
  if (operator === 'or' || operator === '??' || operator === '|') return [...trace(program, left, trail), ...trace(program, right, trail)];
  if (operator === 'and' || operator === 'comma') return trace(program, right, trail);
  return [];
}

const deeper = (trail: Trail): Trail => ({ seen: trail.seen, depth: trail.depth + 1 });

function ofName(program: Program, expression: Extract<Expression, { kind: 'name' }>, trail: Trail): readonly Source[] {
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  if (bindings.length === 0) return symbolSource(program, expression);
  const found = bindings.flatMap((binding) => ofOne(program, binding, expression, deeper(trail)));
  return found;
}

function ofOne(program: Program, binding: Binding, expression: Expression, trail: Trail): readonly Source[] {
  const place = placeOf(expression);
  if (binding.kind === 'exception')
    return [{ kind: 'exception', part: 'whole', types: binding.handler.types.flatMap((type) => symbolsOf(program, type)), place }];
  if (binding.kind === 'parameter') return ofParameter(program, binding, expression, trail);
  const found = ofBinding(program, binding);
  if (found.length === 0) return symbolSource(program, expression);
  return found.flatMap(({ value, keys }) => {
    // `const { message, stack } = error` takes a part of it.
    const whole = trace(program, value, trail);
    return keys.reduce<readonly Source[]>(
      (sources, key) => (typeof key === 'string' && key !== '*' ? sources.flatMap((source) => part(source, key)) : sources),
      whole,
    );
  });
}

function ofParameter(
  program: Program,
  binding: Extract<Binding, { kind: 'parameter' }>,
  expression: Expression,
  trail: Trail,
): readonly Source[] {
  const place = placeOf(expression);
  const { code, index, keys } = binding;
  const role = program.roles.get(code);
  const handed = role?.parameters[index];
  if (role && handed === 'exception') {
    const types = role.types.flatMap((type) => symbolsOf(program, type));
    return narrowed({ kind: 'exception', part: 'whole', types, place }, keys);
  }
  if (handed === 'request' || handed === 'context') return narrowed({ kind: 'request', part: 'whole', place }, keys);
  if (handed === 'input') return [{ kind: 'request', part: 'body', place }];
  const given = callersOf(program, code).flatMap((call) => {
    const argument = argumentFor(call, binding);
    return argument ? trace(program, argument, trail) : [];
  });
  if (given.length > 0) return given;
  // Nobody in sight calls it: a framework or a callback does, and names what it hands over.
  if (/^(?:req|request|ctx|context)$/.test(binding.name)) return narrowed({ kind: 'request', part: 'whole', place }, keys);
  if (/^(?:e|err|error|ex|exc|exception)$/.test(binding.name))
    return narrowed({ kind: 'exception', part: 'whole', types: [], place }, keys);
  return [{ kind: 'parameter', name: binding.name, code: codeFunction(code), place }];
}

const narrowed = (source: Source, keys: readonly (string | number)[]): readonly Source[] =>
  keys.reduce<readonly Source[]>(
    (sources, key) => (typeof key === 'string' && key !== '*' ? sources.flatMap((each) => part(each, key)) : sources),
    [source],
  );

type RequestPart = Extract<Source, { kind: 'request' }>['part'];
type ExceptionPart = Extract<Source, { kind: 'exception' }>['part'];

const byName = <P>(names: readonly (readonly [P, string])[]): ReadonlyMap<string, P> =>
  new Map(names.flatMap(([part, words]) => words.split(' ').map((word) => [word, part] as const)));

const requestParts = byName<RequestPart>([
  ['body', 'body rawBody json text form data POST get_json formData parseBody files values'],
  ['query', 'query query_params args GET searchParams queries querystring'],
  ['headers', 'headers header META cookies rawHeaders'],
  ['path', 'params path_params param view_args'],
  ['url', 'url path originalUrl full_path base_url href hostname'],
]);
const exceptionParts = byName<ExceptionPart>([
  ['message', 'message args detail msg toString __str__ description reason'],
  ['stack', 'stack __traceback__ stacktrace sqlMessage sqlState sql query'],
  ['inputs', 'errors body issues json format flatten details validation raw_errors validationErrors'],
  ['whole', 'cause __cause__ __context__ original orig parent response config toJSON'],
]);

/** What a member of a request or an exception holds; a status or a name holds nothing private. */
function part(source: Source, name: string): readonly Source[] {
  if (source.kind === 'request') {
    if (source.part !== 'whole') return [source];
    if (name === 'request' || name === 'req' || name === 'raw') return [source];
    const found = requestParts.get(name);
    return found ? [{ ...source, part: found }] : [];
  }
  if (source.kind === 'exception') {
    if (source.part !== 'whole') return [source];
    const found = exceptionParts.get(name);
    return found ? [{ ...source, part: found }] : [];
  }
  return [source];
}

function ofMember(program: Program, expression: Extract<Expression, { kind: 'member' | 'index' }>, trail: Trail): readonly Source[] {
  const place = placeOf(expression);
  const read = readOfMember(program, expression);
  if (read?.name !== undefined) return [{ kind: 'environment', name: read.name, place }];
  const found = definitions(program, expression);
  if (found.length > 0) return found.flatMap(({ value }) => trace(program, value, deeper(trail)));
  const flask = symbolsOf(program, expression).find((symbol) => symbol.startsWith('py:flask.request.'));
  if (flask) return part({ kind: 'request', part: 'whole', place }, flask.split('.')[2]?.replace('()', '') ?? '');
  const name = expression.kind === 'member' ? expression.name : expression.index?.kind === 'string' ? expression.index.value : undefined;
  const owner = trace(program, expression.object, trail);
  if (owner.length === 0) return symbolSource(program, expression);
  return name === undefined
    ? owner
    : owner.flatMap((source) => part(source, name)).map((source) => (source.kind === 'unknown' ? { ...source, place } : source));
}

function ofCall(program: Program, call: CallExpression, trail: Trail): readonly Source[] {
  const place = placeOf(call);
  const read = readOfCall(program, call);
  if (read?.name !== undefined) return [{ kind: 'environment', name: read.name, place }];
  const symbols = symbolsOf(program, call.callee);
  if (symbols.some((symbol) => /^py:traceback\.(?:format_\w+)$/.test(symbol)))
    return [{ kind: 'exception', part: 'stack', types: [], place }];
  const args = (): readonly Source[] => call.args.flatMap(({ value }) => trace(program, value, trail));
  if (symbols.some((symbol) => /^py:(?:str|repr|format)$|^js:String$|inspect$/.test(symbol))) return asText(args());
  if (symbols.some((symbol) => passesFirstArgument.has(symbol) || passesAll.test(symbol))) return args();
  const targets = entities(program, call.callee).flatMap((each) => (each.kind === 'function' ? [each.code] : []));
  if (targets.length > 0) return targets.flatMap((target) => returns(target)).flatMap((value) => trace(program, value, deeper(trail)));
  const { callee } = call;
  if (callee.kind === 'member') {
    const owner = trace(program, callee.object, trail);
    const parts = owner.flatMap((source) => (source.kind === 'request' || source.kind === 'exception' ? part(source, callee.name) : []));
    if (parts.length > 0) return parts;
    if (/^(?:format|join|concat)$/.test(callee.name)) return asText([...owner, ...args()]);
    if (
      passesReceiver.has(callee.name) ||
      /^(?:dict|model_dump|json|get|items|values|keys|model_dump_json|toJSON|toString|entries)$/.test(callee.name)
    )
      return owner;
  }
  const made = call.isNew === true || entities(program, callee).some((each) => each.kind === 'class');
  return [{ kind: 'result', symbols, place }, ...(made ? args() : [])];
}

const passesAll =
  /^(?:js:JSON\.stringify|py:json\.dumps|py:fastapi\.encoders\.jsonable_encoder|py:dict|py:vars|py:flask\.jsonify|js:Object\.(?:assign|entries|values|fromEntries)|py:orjson\.dumps|npm:zod\.(?:z\.)?(?:treeifyError|flattenError|prettifyError|formatError)|py:html\.escape|js:encodeURIComponent|py:max|py:min)$/;

function symbolSource(program: Program, expression: Expression): readonly Source[] {
  const symbols = symbolsOf(program, expression);
  const place = placeOf(expression);
  return symbols.length > 0 ? [{ kind: 'result', symbols, place }] : [{ kind: 'unknown', place }];
}
