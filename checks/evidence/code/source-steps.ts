// What single steps of a trace rest on: variables, inputs a framework hands over, callbacks, and what keeps what it was given.
import type { CallExpression, ClassExpression, Expression, FilePlace, FunctionExpression, Source } from '../../model.ts';
import { type Binding, contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import { worth } from './values.ts';
import type { VariableRead } from './variable-read.ts';

/** The variable that is read; one whose name is worked out at run time is unknown. */
export function fromVariable(program: Program, read: VariableRead, place: FilePlace): Source {
  const named = read.dynamic && worth(program, read.dynamic);
  const name = read.name ?? (named?.kind === 'literal' && typeof named.value === 'string' ? named.value : undefined);
  return name === undefined ? { kind: 'unknown', place } : { kind: 'environment', name, ...(read.masked && { masked: true }), place };
}

/** What a callback's parameter is an item of: `errors.map((error) => …)`. */
export function iterated(program: Program, code: FunctionExpression): Expression | undefined {
  const { file } = contextOf(code);
  const callbacks = program.memory.once<Map<Expression, Expression>>('iterated', file, new Map(), () => {
    const found = new Map<Expression, Expression>();
    for (const { callee, args } of file.calls) {
      const [first] = args;
      if (
        callee.kind === 'member' &&
        /^(?:map|flatMap|filter|forEach|find|findLast|findIndex|some|every)$/.test(callee.name) &&
        first?.value.kind === 'function'
      )
        found.set(first.value, callee.object);
    }
    return found;
  });
  return callbacks.get(code);
}

/** FastAPI hands path and query values to plain parameters by name; a model is the body. */
export function inputOf(program: Program, code: FunctionExpression, index: number, name: string) {
  const parameter = code.parameters[index];
  const marker = parameter?.fallback?.kind === 'call' ? lastName(parameter.fallback.callee) : undefined;
  const decorated = (parameter?.decorators ?? []).map((each) => lastName(each.kind === 'call' ? each.callee : each));
  const isHeader = marker === 'Header' || marker === 'Cookie' || decorated.includes('Headers');
  if (isHeader) return { kind: 'request', part: 'headers', field: name } as const;
  if (marker === 'Path' || decorated.includes('Param') || inPath(program, code, name))
    return { kind: 'request', part: 'path', field: name } as const;
  if (marker === 'Query' || decorated.includes('Query')) return { kind: 'request', part: 'query', field: name } as const;
  const plain = parameter?.annotation === undefined || isPlain(program, parameter.annotation);
  if (!plain || decorated.includes('Body')) return { kind: 'request', part: 'body' } as const;
  return marker === 'Body' || marker === 'Form' || marker === 'File'
    ? ({ kind: 'request', part: 'body', field: name } as const)
    : ({ kind: 'request', part: 'query', field: name } as const);
}

/** `str`, `int | None`, `Optional[UUID]`: what FastAPI takes from the path or query. */
function isPlain(program: Program, annotation: Expression): boolean {
  if (annotation.kind === 'null') return true;
  if (annotation.kind === 'binary') return isPlain(program, annotation.left) && isPlain(program, annotation.right);
  if (annotation.kind === 'index' && /^(?:Optional|Literal)$/.test(lastName(annotation.object)))
    return lastName(annotation.object) === 'Literal' || (annotation.index !== undefined && isPlain(program, annotation.index));
  return /^(?:str|int|float|bool|Any|UUID\d?|datetime|date|EmailStr)$/.test(lastName(annotation)) || isEnumeration(program, annotation);
}

/** `class Order(str, Enum)`: one of a few words. */
const isEnumeration = (program: Program, annotation: Expression): boolean =>
  annotation.kind === 'name' &&
  entities(program, annotation).some(
    (each) =>
      each.kind === 'class' && each.code.bases.some((base) => symbolsOf(program, base).some((symbol) => /^py:enum\.\w*Enum$/.test(symbol))),
  );

const lastName = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');

/** `/plans/{plan_id}` in a decorator of the handler. */
const inPath = (program: Program, code: FunctionExpression, name: string): boolean =>
  (code.decorators ?? []).some((decorator) => {
    const path = decorator.kind === 'call' ? decorator.args[0] : undefined;
    const text = path && worth(program, path.value);
    return text?.kind === 'literal' && typeof text.value === 'string' && new RegExp(`[{<:](?:\\w+:)?${name}\\b`).test(text.value);
  });

/** Errors and plain data hold what they are made from; a client made with a key does not hand it out. */
export function holdsArguments(program: Program, call: CallExpression, symbols: readonly string[]): boolean {
  if (symbols.some((symbol) => /^(?:js:|py:\w+$)/.test(symbol)))
    return call.isNew === true || symbols.some((symbol) => /(?:Error|Exception)$/.test(symbol));
  return entities(program, call.callee).some((each) => each.kind === 'class' && isData(program, each.code, 3));
}

function isData(program: Program, code: ClassExpression, depth: number): boolean {
  if (
    (code.decorators ?? []).some((each) =>
      symbolsOf(program, each.kind === 'call' ? each.callee : each).some((symbol) => /dataclass$/.test(symbol)),
    )
  )
    return true;
  return code.bases.some((base) =>
    entities(program, base).some(
      (each) =>
        (each.kind === 'outside' && /(?:Error|Exception|BaseModel|Response|TypedDict|NamedTuple)$/.test(each.symbol)) ||
        (each.kind === 'class' && depth > 0 && isData(program, each.code, depth - 1)),
    ),
  );
}

/** Python's handlers of one function share their names: the one the expression stands in counts. */
export function nearest(binding: Extract<Binding, { kind: 'exception' }>, expression: Expression) {
  const { handler } = contextOf(expression);
  return handler?.target?.kind === 'bind' && handler.target.name === binding.name ? handler : binding.handler;
}

/** The whole of an exception of these classes. */
export function caught(program: Program, types: readonly Expression[], named: Expression) {
  const own = types.flatMap((type) => entities(program, type)).flatMap((each) => (each.kind === 'class' ? [each.code.name ?? ''] : []));
  return {
    kind: 'exception',
    part: 'whole',
    types: types.flatMap((type) => symbolsOf(program, type)),
    ...(own.length > 0 && { own }),
    ...(contextOf(named).guards.length > 0 && { guards: contextOf(named).guards }),
  } as const;
}

/** An exception that a helper is handed and tests: what holds in the helper holds for it. */
export function guarded(source: Source, named: Expression): Source {
  const { guards } = contextOf(named);
  return source.kind === 'exception' && guards.length > 0 ? { ...source, guards: [...(source.guards ?? []), ...guards] } : source;
}
