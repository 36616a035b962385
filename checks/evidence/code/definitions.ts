// From a name or member to the expressions it was set to, through imports, classes and object literals.
import type { ClassExpression, Expression } from '../../model.ts';
import { constructionsOf } from './callers.ts';
import { type Binding, contextOf, type Key } from './context.ts';
import { bindingsOf, type Entity, through } from './entities/entity.ts';
import { entities } from './entities.ts';
import { type Offer, offers } from './modules.ts';
import type { Program } from './program.ts';

export interface Definition {
  readonly value: Expression;
  /** The steps into the value that lead to what was asked for. */
  readonly keys: readonly Key[];
  readonly fallback?: Expression;
  /** Set where a loop or comprehension hands out the items of the value. */
  readonly isItem?: true;
}

/** What the expression was set to, latest last; empty where nobody in this service sets it. A call is followed to what it returns. */
export function definitions(program: Program, expression: Expression): readonly Definition[] {
  return program.memory.once<readonly Definition[]>('definitions', expression, [], () => find(program, expression));
}

function find(program: Program, expression: Expression): readonly Definition[] {
  switch (expression.kind) {
    case 'name':
      return through(bindingsOf(expression.name, contextOf(expression).scope), (binding) => ofBinding(program, binding));
    case 'member':
      return through(entities(program, expression.object), (owner) => ofMember(program, owner, expression.name));
    case 'index': {
      const key = expression.index?.kind === 'string' ? expression.index.value : undefined;
      return key === undefined ? [] : entities(program, expression.object).flatMap((owner) => ofMember(program, owner, key));
    }
    case 'call':
      return entities(program, expression.callee).flatMap((callee) =>
        callee.kind === 'function' ? returns(callee.code).map((value) => ({ value, keys: [] })) : [],
      );
    default:
      return [];
  }
}

export const returns = (code: Extract<Entity, { kind: 'function' }>['code']): readonly Expression[] =>
  contextOf(code).file.returns.get(code) ?? [];

export function ofBinding(program: Program, binding: Binding): readonly Definition[] {
  switch (binding.kind) {
    case 'value':
      return [{ value: binding.value, keys: binding.keys, ...(binding.fallback && { fallback: binding.fallback }) }];
    case 'entered':
      return [{ value: binding.value, keys: binding.keys }];
    case 'item':
      return [{ value: binding.value, keys: binding.keys, isItem: true }];
    case 'import':
      return ofModule(program, binding.at.file.source.path, binding.statement.module, binding.imported, new Set());
    default:
      return [];
  }
}

function ofModule(program: Program, from: string, module: string, name: string, seen: ReadonlySet<string>): readonly Definition[] {
  const language = program.file(from)?.source.language ?? 'typescript';
  const target = program.resolveModule(from, module, language);
  return target.kind === 'file' && name !== '*' ? ofFile(program, target.path, name, seen) : [];
}

function ofFile(program: Program, path: string, name: string, seen: ReadonlySet<string>): readonly Definition[] {
  const file = program.file(path);
  if (file === undefined || seen.has(`${path} ${name}`)) return [];
  const visited = new Set([...seen, `${path} ${name}`]);
  return offers(program, file, name).flatMap((offer) => ofOffer(program, path, offer, visited));
}

function ofOffer(program: Program, path: string, offer: Offer, seen: ReadonlySet<string>): readonly Definition[] {
  if (offer.kind === 'expression') return [{ value: offer.value, keys: [] }];
  if (offer.kind === 'member') return entities(program, offer.value).flatMap((owner) => ofMember(program, owner, offer.name));
  if (offer.kind === 'elsewhere') return ofModule(program, path, offer.module, offer.name, seen);
  if (offer.kind === 'behind') return ofFile(program, offer.path, offer.name, seen);
  if (offer.kind === 'package') return [];
  const { binding } = offer;
  return binding.kind === 'import'
    ? ofModule(program, path, binding.statement.module, binding.imported, seen)
    : ofBinding(program, binding);
}

/** What `owner.name` was set to. */
export function ofMember(program: Program, owner: Entity, name: string): readonly Definition[] {
  switch (owner.kind) {
    case 'module':
      return ofFile(program, owner.path, name, new Set());
    case 'literal':
      if (owner.value.kind !== 'object') return [];
      return program.memory.onceNamed<readonly Definition[]>('definition of', name, owner.value, [], () =>
        owner.value.kind === 'object' ? ofObject(program, owner.value, name) : [],
      );
    case 'class':
    case 'instance':
      return ofClass(program, owner.kind === 'class' ? owner.code : owner.of, name, 8);
    default:
      return [];
  }
}

function ofObject(program: Program, object: Extract<Expression, { kind: 'object' }>, name: string): readonly Definition[] {
  const entry = object.entries.findLast(
    ({ key }) => key === name || (typeof key === 'object' && key.kind === 'string' && key.value === name),
  );
  if (entry) return [{ value: entry.value, keys: [] }];
  return object.entries.flatMap(({ key, value }) =>
    key === undefined ? entities(program, value).flatMap((owner) => ofMember(program, owner, name)) : [],
  );
}

/** `depth` bounds the way up: a class may name itself as its base where an import is tried first. */
function ofClass(program: Program, code: Extract<Entity, { kind: 'class' }>['code'], name: string, depth: number): readonly Definition[] {
  const member = code.members.findLast((each) => each.name === name);
  if (member?.value?.kind === 'function') return member.value.isGetter ? returns(member.value).map((value) => ({ value, keys: [] })) : [];
  const written = contextOf(code).file.fields.get(code)?.get(name) ?? [];
  const own = [...(member?.value ? [member.value] : []), ...written, ...(member?.annotation ? given(program, code, name) : [])];
  if (own.length > 0) return own.map((value) => ({ value, keys: [] }));
  if (depth === 0) return [];
  return code.bases.flatMap((base) =>
    entities(program, base).flatMap((each) =>
      each.kind === 'class' && each.code !== code ? ofClass(program, each.code, name, depth - 1) : [],
    ),
  );
}

/** A dataclass or model without a constructor of its own takes its fields as keywords: `Config(origins=[…])`. */
function given(program: Program, code: ClassExpression, name: string): readonly Expression[] {
  if (code.members.some((each) => each.name === '__init__' || each.name === 'constructor')) return [];
  return constructionsOf(program, code).flatMap(({ args }) => args.flatMap((argument) => (argument.name === name ? [argument.value] : [])));
}
