// Where the data in an expression comes from: followed back through names, pieces, results of helpers and arguments of callers.
import type { Expression, Source } from '../../model.ts';
import { type Binding, contextOf, type Key } from './context.ts';
import { definitions, ofBinding, ofMember } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import { fieldOf, isEnvironmentMap, readOfMember } from './environment-reads.ts';
import { keptIn } from './kept-errors.ts';
import { writesTo } from './later-writes.ts';
import { isLetThrough } from './let-through.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';
import { keysAsked, settingsSources } from './settings-sources.ts';
import { callSources } from './source-calls.ts';
import { ofParameter } from './source-parameters.ts';
import { asText, distinctSources, narrowed, part, partOf } from './source-parts.ts';
import { caught, fromVariable, nearest } from './source-steps.ts';
import { deeper, isOpen, maxDepth, maxSteps, type Progress, type Trail } from './source-trail.ts';
import { worth } from './values.ts';

/** Every origin of the data in an expression. Nothing is guessed: what can't be followed is `unknown`. */
export function sourcesOf(program: Program, expression: Expression): readonly Source[] {
  return program.memory.once<readonly Source[]>('sources', expression, [], () =>
    distinctSources(trace(program, expression, { open: new Map(), depth: 0, progress: start(), frame: undefined, trace, inside })),
  );
}

const start = (): Progress => ({
  stepsLeft: maxSteps,

  deepest: 0,
  cutByDepth: 0,
  outermostCycle: Number.POSITIVE_INFINITY,
});

function trace(program: Program, expression: Expression, trail: Trail): readonly Source[] {
  const { progress, open } = trail;
  if (isOpen(trail, expression)) return [];
  if (trail.depth > maxDepth) {
    progress.cutByDepth += 1;
    return [];
  }
  if (progress.stepsLeft <= 0) return [];
  progress.stepsLeft -= 1;
  if (trail.depth > progress.deepest) progress.deepest = trail.depth;
  open.set(expression, open.size);
  const found = settingsSources(program, expression) ?? ofExpression(program, expression, trail);
  open.delete(expression);
  return found;
}

function ofExpression(program: Program, expression: Expression, trail: Trail): readonly Source[] {
  switch (expression.kind) {
    case 'string':
      return expression.secret
        ? [{ kind: 'secret', secret: expression.secret, place: placeOf(expression) }]
        : [{ kind: 'literal', value: expression.value, place: placeOf(expression) }];
    case 'number':
    case 'boolean':
      return [{ kind: 'literal', value: expression.value, place: placeOf(expression) }];
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
      return ofMemberOrIndex(program, expression, trail);
    case 'call':
      return callSources(program, expression, trail);
    case 'other':
      return expression.parts.flatMap((part) => trace(program, part, trail));
  }
}

function ofBinary(program: Program, { operator, left, right }: Extract<Expression, { kind: 'binary' }>, trail: Trail): readonly Source[] {
  if (operator === '+' || operator === '%') return asText([...trace(program, left, trail), ...trace(program, right, trail)]);
  if (operator === 'or' || operator === '??' || operator === '|') return [...trace(program, left, trail), ...trace(program, right, trail)];
  if (operator === 'and' || operator === 'comma') return trace(program, right, trail);
  return [];
}

function ofName(program: Program, expression: Extract<Expression, { kind: 'name' }>, trail: Trail): readonly Source[] {
  const bindings = bindingsOf(expression.name, contextOf(expression).scope);
  if (bindings.length === 0) return symbolSource(program, expression);
  const found = bindings.flatMap((binding) => ofOne(program, binding, expression, deeper(trail)));
  return found;
}

function ofOne(program: Program, binding: Binding, expression: Expression, trail: Trail): readonly Source[] {
  const place = placeOf(expression);
  if (binding.kind === 'exception') {
    const handler = nearest(binding, expression);
    return [{ ...caught(program, handler.types, expression), handler: placeOf(handler), place }];
  }
  if (binding.kind === 'parameter') return ofParameter(program, binding, expression, trail);
  const found = ofBinding(program, binding);
  if (found.length === 0) return symbolSource(program, expression);
  // `const { message, stack } = error` takes a part of it; the first of the pairs of a mapping are its names.
  return found.flatMap(({ value, keys, isItem }) => {
    if (isItem && keys[0] === 0 && isPairs(value)) return [];
    if (isEmptyList(value) && !isItem && keys.length === 0) return trail.ofPart ? [] : ofItems(program, expression, trail);
    const sources = inside(program, value, keys, trail);
    return isItem && keys.length === 0 && isMapping(value) ? sources.filter((source) => !isHeaders(source)) : sources;
  });
}

/** `faults = []`, and `faults.append(Fault(str(error)))` below. */
function ofItems(program: Program, list: Expression, trail: Trail): readonly Source[] {
  if (list.kind !== 'name') return [];
  const { file, scope } = contextOf(list);
  return (writesTo(file).get(bindingsOf(list.name, scope)) ?? []).flatMap(({ key, value }) =>
    // An item of what was sent is told back so that the sender knows which.
    key === undefined ? trace(program, value, trail).filter(({ kind }) => kind !== 'request') : [],
  );
}
const isEmptyList = (value: Expression): boolean => value.kind === 'list' && value.items.length === 0;

/** In Python a loop over a mapping hands out its names; one over a call may hand out anything. */
const isMapping = (value: Expression): boolean => value.kind !== 'call' && contextOf(value).file.source.language === 'python';
const isHeaders = (source: Source): boolean => source.kind === 'request' && source.part === 'headers' && source.field === undefined;

/** The sources of what destructuring takes out of a value: of that entry or field where it is known. */
function inside(program: Program, value: Expression, keys: readonly Key[], trail: Trail): readonly Source[] {
  const [key, ...rest] = keys;
  if (key === undefined || key === '*') return narrowed(trace(program, value, trail), keys);
  const owners = entities(program, value);
  if (typeof key === 'number') {
    // `ok, result = helper()`: each to its place.
    const lists = owners.flatMap((owner) => (owner.kind === 'literal' && owner.value.kind === 'list' ? [owner.value] : []));
    const items = lists.flatMap(({ items: all }) => all[key]?.value ?? []);
    return items.length > 0 && items.length === lists.length && lists.length === owners.length
      ? items.flatMap((item) => inside(program, item, rest, deeper(trail)))
      : narrowed(trace(program, value, trail), keys);
  }
  const reads = owners.flatMap((owner) => fieldOf(program, owner, key) ?? []);
  if (reads.length > 0) return reads.map((read) => fromVariable(program, read, placeOf(value)));
  const found = owners.flatMap((owner) => ofMember(program, owner, key));
  if (found.length > 0) return found.flatMap((each) => inside(program, each.value, [...each.keys, ...rest], deeper(trail)));
  return narrowed(trace(program, value, trail), keys);
}

const isPairs = (value: Expression): boolean =>
  value.kind === 'call' && value.callee.kind === 'member' && /^(?:items|entries)$/.test(value.callee.name);

function ofMemberOrIndex(program: Program, expression: Extract<Expression, { kind: 'member' | 'index' }>, trail: Trail): readonly Source[] {
  const place = placeOf(expression);
  const read = readOfMember(program, expression);
  if (read) return [fromVariable(program, read, place)];
  const found = definitions(program, expression);
  if (found.length > 0) return found.flatMap(({ value, keys }) => inside(program, value, keys, deeper(trail)));
  const flask = symbolsOf(program, expression).find((symbol) => symbol.startsWith('py:flask.request.'));
  if (flask) return part({ kind: 'request', part: 'whole', place }, flask.split('.')[2]?.replace('()', '') ?? '');
  const name = expression.kind === 'member' ? expression.name : expression.index && textOf(program, expression.index);
  const owner = trace(program, expression.object, { ...trail, ofPart: true });
  // `process.env` is the environment, not a part of the process.
  if (owner.length === 0 || symbolsOf(program, expression).some(isEnvironmentMap)) return symbolSource(program, expression);
  const asked = owner.some(({ kind }) => kind === 'environment') ? keysAsked(program, expression, trail) : [];
  if (asked.length > 0) return asked.flatMap((key) => inside(program, expression.object, [key], deeper(trail)));
  return name === undefined
    ? owner.map((source) => (isWholeMap(source) ? { kind: 'unknown', place } : chosen(program, partOf(source), expression, trail)))
    : owner
        .flatMap((source) => [...keptIn(program, source, name, trail), ...part(source, name)])
        .map((source) => (source.kind === 'unknown' ? { ...source, place } : source));
}

/** `environmentOf(context)[name]` is one variable, whichever. */
const isWholeMap = (source: Source): boolean => source.kind === 'result' && source.symbols.some(isEnvironmentMap);

/** `headers['traceparent']`, `headers[TRACEPARENT]`. */
function textOf(program: Program, index: Expression): string | undefined {
  if (index.kind === 'string') return index.value;
  const value = index.kind === 'name' || index.kind === 'member' ? worth(program, index) : undefined;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** `if (allowed.has(name)) kept[name] = headers[name]`, `for (const name of allowed) …`: one of those that somebody chose. */
function chosen(program: Program, source: Source, expression: Extract<Expression, { kind: 'member' | 'index' }>, trail: Trail): Source {
  if (source.kind !== 'request' || source.field !== undefined || source.part === 'whole') return source;
  const name = expression.kind === 'index' ? expression.index : undefined;
  if (name === undefined) return source;
  const names = trace(program, name, deeper(trail));
  const letting = { program, name, sources: (list: Expression) => trace(program, list, deeper(trail)) };
  const isOneOfFew = names.length > 0 && names.every(({ kind }) => kind === 'literal');
  return isOneOfFew || isLetThrough(letting, contextOf(expression).guards) ? { ...source, field: '?' } : source;
}

function symbolSource(program: Program, expression: Expression): readonly Source[] {
  const symbols = symbolsOf(program, expression);
  const place = placeOf(expression);
  return symbols.length > 0 ? [{ kind: 'result', symbols, place }] : [{ kind: 'unknown', place }];
}
