// What an expression refers to: followed through names, imports, members, instances and calls.
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../model.ts';
import { type Binding, type Context, contextOf, type IndexedFile, type Key, type Scope } from './context.ts';
import { type Offer, offers } from './modules.ts';
import type { Program } from './program.ts';
import { chains, passesFirstArgument } from './vocabulary.ts';

export type Entity =
  /** Something outside: `npm:koa`, `py:print`, `?res` for a parameter nobody could follow, `?` for the rest. */
  | { readonly kind: 'outside'; readonly symbol: string; readonly made?: CallExpression }
  | { readonly kind: 'function'; readonly code: FunctionExpression }
  | { readonly kind: 'class'; readonly code: ClassExpression }
  | { readonly kind: 'instance'; readonly of: ClassExpression }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** A literal: its members are its entries. */
  | { readonly kind: 'literal'; readonly value: Expression };

export const unknown: Entity = { kind: 'outside', symbol: '?' };
const nothing: readonly Entity[] = [];
/** More alternatives than this tell nothing. */
const maxAlternatives = 6;

// The two questions that are asked of every expression again and again are answered on the expression itself.
const foundEntities = Symbol('entities');
const foundSymbols = Symbol('symbols');
interface Answered {
  [foundEntities]?: readonly Entity[];
  [foundSymbols]?: readonly string[];
}

const answersOn = (node: object): Answered => node;

/** What the expression may refer to; empty only for a cycle. */
export function entities(program: Program, expression: Expression): readonly Entity[] {
  const answered = answersOn(expression);
  const before = answered[foundEntities];
  if (before) return before;
  answered[foundEntities] = nothing;
  const found = distinct(find(program, expression));
  answered[foundEntities] = found;
  return found;
}

function find(program: Program, expression: Expression): readonly Entity[] {
  switch (expression.kind) {
    case 'name':
      return named(program, expression.name, contextOf(expression));
    case 'member':
      return entities(program, expression.object).flatMap((owner) => memberOf(program, owner, expression.name));
    case 'index':
      if (expression.index?.kind === 'string') {
        const key = expression.index.value;
        return entities(program, expression.object).flatMap((owner) => memberOf(program, owner, key));
      }
      return entities(program, expression.object).flatMap((owner) => memberOf(program, owner, '[]'));
    case 'call':
      return called(program, expression);
    case 'await':
      return entities(program, expression.value);
    case 'assign':
      return entities(program, expression.value);
    case 'conditional':
      return [...entities(program, expression.then), ...entities(program, expression.otherwise)];
    case 'binary':
      if (expression.operator === 'or' || expression.operator === '??')
        return [...entities(program, expression.left), ...entities(program, expression.right)];
      if (expression.operator === 'and' || expression.operator === 'comma') return entities(program, expression.right);
      return [{ kind: 'literal', value: expression }];
    case 'function':
      return [{ kind: 'function', code: expression }];
    case 'class':
      return [{ kind: 'class', code: expression }];
    case 'other':
      return [unknown];
    default:
      return [{ kind: 'literal', value: expression }];
  }
}

/** A name's bindings, innermost scope first; a name nobody binds is a global. */
export function bindingsOf(name: string, scope: Scope): readonly Binding[] {
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const bindings = each.bindings.get(name);
    if (bindings) return bindings;
  }
  return [];
}

function named(program: Program, name: string, context: Context): readonly Entity[] {
  const { language } = context.file.source;
  if (name === 'this' || name === 'self' || name === 'cls') {
    const own = bindingsOf(name, context.scope);
    if (context.inClass && (own.length === 0 || own.some((binding) => binding.kind === 'parameter' && binding.index === 0)))
      return [name === 'cls' ? { kind: 'class', code: context.inClass } : { kind: 'instance', of: context.inClass }];
  }
  if (name === 'super' && context.inClass)
    return context.inClass.bases.flatMap((base) => entities(program, base).flatMap((each) => result(program, each)));
  const bindings = bindingsOf(name, context.scope);
  if (bindings.length > 0) return bindings.slice(-maxAlternatives).flatMap((binding) => bound(program, binding));
  const starred = context.file.imports.filter((each) => each.bindings.some(({ local }) => local === '*'));
  for (const each of starred) {
    const found = imported(program, context, each.module, name);
    if (found.length > 0 && !found.every(({ kind }) => kind === 'outside')) return found;
  }
  if (name === 'module' && language === 'typescript') return [{ kind: 'outside', symbol: 'js:module' }];
  return [{ kind: 'outside', symbol: `${language === 'python' ? 'py' : 'js'}:${name}` }];
}

/** What a binding holds. */
export function bound(program: Program, binding: Binding): readonly Entity[] {
  return program.names.once('bound', binding, nothing, () => {
    switch (binding.kind) {
      case 'value':
        if (binding.keys.length === 0 && binding.annotation && binding.value.kind === 'null') return annotated(program, binding.annotation);
        return within(program, entities(program, binding.value), binding.keys);
      case 'declared':
        return binding.annotation ? annotated(program, binding.annotation) : [unknown];
      case 'import':
        return imported(program, binding.at, importedModule(binding), binding.imported);
      case 'function':
        return [{ kind: 'function', code: binding.code }];
      case 'class':
        return [{ kind: 'class', code: binding.code }];
      case 'parameter':
        return parameter(program, binding);
      case 'entered':
        return within(program, entities(program, binding.value), binding.keys);
      case 'item':
        return within(program, entities(program, binding.value), ['[]', ...binding.keys]);
      case 'exception':
        return [{ kind: 'outside', symbol: `?${binding.name}` }];
    }
  });
}

/** `import a.b` binds `a`. */
function importedModule({ statement, imported: what, name }: Extract<Binding, { kind: 'import' }>): string {
  const [head, ...rest] = statement.module.split('.');
  return what === '*' && rest.length > 0 && name === head ? name : statement.module;
}

function within(program: Program, owners: readonly Entity[], keys: readonly Key[]): readonly Entity[] {
  return keys.reduce<readonly Entity[]>(
    (current, key) => current.flatMap((owner) => (key === '*' ? [owner] : memberOf(program, owner, typeof key === 'number' ? '[]' : key))),
    owners,
  );
}

function parameter(program: Program, binding: Extract<Binding, { kind: 'parameter' }>): readonly Entity[] {
  const declared = binding.code.parameters[binding.index];
  const unknownName: Entity = { kind: 'outside', symbol: `?${binding.name}` };
  if (declared === undefined) return [unknownName];
  if (declared.fallback && binding.keys.length === 0) {
    const injected = injection(program, declared.fallback);
    if (injected) return injected;
  }
  if (declared.annotation) {
    const typed = within(program, annotated(program, declared.annotation), binding.keys);
    if (typed.some((each) => each.kind !== 'outside' || !/^(\?|js:|py:(str|int|dict|list|bool|Any|object)\b)/.test(each.symbol)))
      return typed;
  }
  if (declared.fallback && binding.keys.length === 0 && declared.fallback.kind !== 'null') return entities(program, declared.fallback);
  return [unknownName];
}

/** `Depends(get_db)`: the parameter is what the dependency returns. */
function injection(program: Program, fallback: Expression): readonly Entity[] | undefined {
  if (fallback.kind !== 'call') return undefined;
  const callee = entities(program, fallback.callee);
  if (!callee.some((each) => each.kind === 'outside' && /\.(Depends|Security)$/.test(each.symbol))) return undefined;
  const [dependency] = fallback.args;
  return dependency && entities(program, dependency.value).flatMap((each) => result(program, each));
}

/** An annotation names a class: what it annotates is an instance of it. `Annotated[X, Depends(f)]` is what f returns. */
export function annotated(program: Program, annotation: Expression): readonly Entity[] {
  if (annotation.kind === 'index' && annotation.index) {
    const head = entities(program, annotation.object).flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
    if (head.some((symbol) => symbol.endsWith('.Annotated'))) {
      const items = annotation.index.kind === 'list' ? annotation.index.items.map((item) => item.value) : [annotation.index];
      for (const item of items.slice(1)) {
        const injected = injection(program, item);
        if (injected) return injected;
      }
      return items[0] ? annotated(program, items[0]) : [unknown];
    }
    if (head.some((symbol) => /\.(Optional|Type|ClassVar|Final)$/.test(symbol))) return annotated(program, annotation.index);
  }
  if (annotation.kind === 'binary' && annotation.operator === '|') return annotated(program, annotation.left);
  if (annotation.kind === 'string') return [unknown];
  return entities(program, annotation).flatMap((each) =>
    each.kind === 'class' || each.kind === 'outside' ? result(program, each) : [unknown],
  );
}

/** Names of the fields of the class that an annotation names: its own, those it writes through `this`, and its bases'. */
export function fieldsOf(program: Program, annotation: Expression, depth = 3): readonly string[] {
  if (depth === 0) return [];
  return annotated(program, annotation).flatMap((each) => {
    if (each.kind !== 'instance') return [];
    const own = each.of.members.flatMap(({ name, value }) => (value?.kind === 'function' ? [] : [name]));
    const written = [...(contextOf(each.of).file.fields.get(each.of)?.keys() ?? [])];
    return [...own, ...written, ...each.of.bases.flatMap((base) => fieldsOf(program, base, depth - 1))];
  });
}

function imported(program: Program, context: Context, module: string, name: string): readonly Entity[] {
  const { path, language } = context.file.source;
  const target = program.resolveModule(path, module, language);
  if (target.kind === 'package') return [outside(target.name, name)];
  if (name === '*') return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
  return memberOf(program, target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }, name);
}

/** What `owner.name` refers to. */
export function memberOf(program: Program, owner: Entity, name: string): readonly Entity[] {
  switch (owner.kind) {
    case 'outside':
      if (name === 'default') return [owner];
      // What a schema made of its input.
      if (name === 'data' && owner.made && /\.safeParse(?:Async)?\(\)$/.test(owner.symbol))
        return [{ ...owner, symbol: `${owner.symbol}.data` }];
      return [{ kind: 'outside', symbol: `${owner.symbol}.${name}` }];
    case 'module':
      return exported(program, owner.path, name);
    case 'folder': {
      const target = program.childModule(owner.path, name);
      if (target === undefined || target.kind === 'package') return [unknown];
      return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
    }
    case 'class':
      return program.names.once(`of class ${name}`, owner.code, nothing, () => classMember(program, owner, name));
    case 'instance':
      return program.names.once(`of instance ${name}`, owner.of, nothing, () => classMember(program, owner, name));
    case 'function':
      return name === 'bind' || name === '__wrapped__' ? [owner] : [{ kind: 'outside', symbol: `?.${name}` }];
    case 'literal':
      // `x = { ...x, y }` spreads itself.
      return program.names.once(`member ${name}`, owner.value, nothing, () => literalMember(program, owner.value, name));
  }
}

function literalMember(program: Program, literal: Expression, name: string): readonly Entity[] {
  if (literal.kind === 'object') {
    const entry = literal.entries.findLast(
      ({ key }) => key === name || (typeof key === 'object' && key.kind === 'string' && key.value === name),
    );
    if (entry) return entities(program, entry.value);
    const spreads = literal.entries.filter(({ key }) => key === undefined);
    if (spreads.length > 0)
      return spreads.flatMap(({ value }) => entities(program, value).flatMap((each) => memberOf(program, each, name)));
  }
  if (literal.kind === 'list' && name === '[]')
    return literal.items.slice(0, maxAlternatives).flatMap(({ value }) => entities(program, value));
  const type = literal.kind === 'string' || literal.kind === 'template' ? 'string' : literal.kind === 'list' ? 'list' : '';
  return [{ kind: 'outside', symbol: `?${type}.${name}` }];
}

function exported(program: Program, path: string, name: string): readonly Entity[] {
  const file = program.file(path);
  if (file === undefined) return [unknown];
  return program.names.once(`exported ${name}`, file, [unknown], () => findExported(program, file, name));
}

function findExported(program: Program, file: IndexedFile, name: string): readonly Entity[] {
  const { path } = file.source;
  const found = offers(program, file, name)
    .flatMap((offer) => offered(program, path, offer))
    .filter((each) => each !== unknown);
  if (found.length > 0) return distinct(found);
  const folder = path.replace(/(^|\/)__init__\.py$/, '');
  const target = folder === path ? undefined : program.childModule(folder, name);
  if (target === undefined || target.kind === 'package') return [unknown];
  return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
}

function offered(program: Program, path: string, offer: Offer): readonly Entity[] {
  switch (offer.kind) {
    case 'expression':
      return entities(program, offer.value);
    case 'binding':
      return bound(program, offer.binding);
    case 'member':
      return entities(program, offer.value).flatMap((owner) => (owner.kind === 'outside' ? [] : memberOf(program, owner, offer.name)));
    case 'behind':
      return exported(program, offer.path, offer.name);
    case 'package':
      return [outside(offer.package, offer.name)];
    case 'elsewhere': {
      const language = program.file(path)?.source.language ?? 'typescript';
      const target = program.resolveModule(path, offer.module, language);
      if (target.kind === 'package') return [outside(target.name, offer.name)];
      if (offer.name === '*')
        return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
      return target.kind === 'file' ? exported(program, target.path, offer.name) : [unknown];
    }
  }
}

const outside = (module: string, name: string): Entity => ({
  kind: 'outside',
  symbol: name === '*' || name === 'default' ? module : `${module}.${name}`,
});

/** Members of a class of this service: its own, those written through `this`, then its bases'. */
function classMember(program: Program, owner: Extract<Entity, { kind: 'class' | 'instance' }>, name: string): readonly Entity[] {
  const code = owner.kind === 'class' ? owner.code : owner.of;
  const member = code.members.findLast((each) => each.name === name);
  if (member?.value?.kind === 'function') {
    if (!member.value.isGetter) return [{ kind: 'function', code: member.value }];
    return result(program, { kind: 'function', code: member.value });
  }
  const { file } = contextOf(code);
  const written =
    file.fields
      .get(code)
      ?.get(name)
      ?.filter(({ kind }) => kind !== 'null') ?? [];
  if (written.length > 0) return written.slice(0, maxAlternatives).flatMap((value) => entities(program, value));
  if (member?.value && member.value.kind !== 'null') return entities(program, member.value);
  if (member?.annotation) return annotated(program, member.annotation);
  const field = fieldParameter(code, name);
  if (field?.annotation) return annotated(program, field.annotation);
  const inherited = code.bases.flatMap((base) => entities(program, base).flatMap((each) => result(program, each)));
  const found = inherited.flatMap((each) => (each.kind === 'literal' ? [] : memberOf(program, each, name)));
  return found.length > 0 ? found : [{ kind: 'outside', symbol: `?.${name}` }];
}

function fieldParameter(code: ClassExpression, name: string) {
  const make = code.members.find((each) => each.name === 'constructor')?.value;
  if (make?.kind !== 'function') return undefined;
  return make.parameters.find(({ pattern, isField }) => isField && pattern.kind === 'bind' && pattern.name === name);
}

function called(program: Program, call: Extract<Expression, { kind: 'call' }>): readonly Entity[] {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind === 'name' && (callee.name === 'require' || callee.name === 'import') && first?.value.kind === 'string') {
    const own = bindingsOf(callee.name, contextOf(call).scope);
    if (own.length === 0) return imported(program, contextOf(call), first.value.value, '*');
  }
  return entities(program, callee).flatMap((each) => {
    // functools.partial(f), Object.freeze(x), promisify(f): what comes out is what went in.
    if (each.kind === 'outside' && first && passesFirstArgument.has(each.symbol)) return entities(program, first.value);
    return result(program, each).flatMap((found) => {
      if (found.kind !== 'outside') return [found];
      if (each.kind === 'outside') return [{ ...found, made: call }];
      const handed = each.kind === 'function' ? handedOver(each.code, found.symbol, call) : undefined;
      return handed ? entities(program, handed) : [found];
    });
  });
}

/** `wrapped(process.env)` of a helper that gives back what it is given: the argument. */
function handedOver(code: FunctionExpression, symbol: string, call: CallExpression): Expression | undefined {
  if (!symbol.startsWith('?') || symbol.length === 1) return undefined;
  const index = code.parameters.findIndex(({ pattern }) => pattern.kind === 'bind' && `?${pattern.name}` === symbol);
  const argument = call.args[index];
  return argument?.name === undefined && argument?.spread === undefined ? argument?.value : undefined;
}

/** What calling an entity gives. */
export function result(program: Program, callee: Entity): readonly Entity[] {
  switch (callee.kind) {
    case 'outside':
      return [{ kind: 'outside', symbol: calledSymbol(callee.symbol) }];
    case 'class':
      return [{ kind: 'instance', of: callee.code }];
    case 'function':
      return program.names.once('result', callee.code, nothing, () => returned(program, callee.code));
    default:
      return [unknown];
  }
}

function calledSymbol(symbol: string): string {
  if (symbol.length > 200) return '?';
  const dot = symbol.lastIndexOf('.');
  const owner = symbol.slice(0, dot);
  return dot > 0 && chains(owner, symbol.slice(dot + 1)) ? owner : `${symbol}()`;
}

function returned(program: Program, code: FunctionExpression): readonly Entity[] {
  const values = contextOf(code).file.returns.get(code) ?? [];
  const found = values
    .slice(0, maxAlternatives)
    .filter(({ kind }) => kind !== 'null')
    .flatMap((value) => entities(program, value));
  if (found.length > 0) return distinct(found);
  if (code.returns) return annotated(program, code.returns);
  return [unknown];
}

function distinct(found: readonly Entity[]): readonly Entity[] {
  if (found.length < 2) return found;
  const seen = new Set<unknown>();
  const kept = found.filter((each) => {
    const key =
      each.kind === 'outside'
        ? each.symbol
        : each.kind === 'instance'
          ? each.of
          : each.kind === 'module' || each.kind === 'folder'
            ? each.path
            : each.kind === 'literal'
              ? each.value
              : each.code;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.length > maxAlternatives ? kept.slice(0, maxAlternatives) : kept;
}

/** The symbols an expression may refer to, as patterns of the model name them. */
export function symbolsOf(program: Program, expression: Expression): readonly string[] {
  const answered = answersOn(expression);
  const before = answered[foundSymbols];
  if (before) return before;
  answered[foundSymbols] = [];
  const found = entities(program, expression).flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
  answered[foundSymbols] = found;
  return found;
}
