// What an expression refers to: followed through names, imports, members, instances and calls. Each asks the others again: one recursion, hence its length.
import type { CallExpression, Expression, FunctionExpression } from '../../model.ts';
import { type Binding, type Context, contextOf } from './context.ts';
import { annotated, fieldsOf as fieldsThrough, handedOut } from './entities/annotations.ts';
import { classAskedOf } from './entities/asked-class.ts';
import {
  bindingsOf,
  calledSymbol,
  distinct,
  type Entity,
  importedModule,
  maxAlternatives,
  nothing,
  outside,
  through,
  unknown,
} from './entities/entity.ts';
import type { Following } from './entities/following.ts';
import { memberOf, within } from './entities/members.ts';
import { namedByCall } from './entities/named-calls.ts';
import { parameter } from './entities/parameters.ts';
import { required } from './entities/required.ts';
import { handedByContainer } from './entities/tokens.ts';
import { merged } from './merged.ts';
import type { Program } from './program.ts';
import { passesFirstArgument } from './vocabulary.ts';

// The two questions that are asked of every expression again and again are answered on the expression itself.
const foundEntities = Symbol('entities');
const foundSymbols = Symbol('symbols');
interface Answered {
  [foundEntities]?: readonly Entity[];
  [foundSymbols]?: readonly string[];
}

const answersOn = (node: object): Answered => node;

const followings = new WeakMap<Program, Following>();

function following(program: Program): Following {
  const known = followings.get(program);
  if (known) return known;
  const made: Following = {
    program,
    entities: (expression) => entities(program, expression),
    bound: (binding) => bound(program, binding),
    result: (callee) => result(program, callee),
    imported: (context, module, name) => imported(program, context, module, name),
  };
  followings.set(program, made);
  return made;
}

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
      return through(entities(program, expression.object), (owner) => memberOf(following(program), owner, expression.name));
    case 'index':
      if (expression.index?.kind === 'string') {
        const key = expression.index.value;
        return through(entities(program, expression.object), (owner) => memberOf(following(program), owner, key));
      }
      return through(entities(program, expression.object), (owner) =>
        isGeneric(expression, owner) ? [owner] : memberOf(following(program), owner, '[]'),
      );
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

/** `Repository[Plan]` is the class `Repository`. */
const isGeneric = ({ object }: Extract<Expression, { kind: 'index' }>, owner: Entity): boolean =>
  contextOf(object).file.source.language === 'python' &&
  (owner.kind === 'class' || (owner.kind === 'outside' && isGenericBase.test(owner.symbol)));
const isGenericBase = /^py:(?!typing)[\w.]+\.[A-Z]+[a-z]\w*$/;

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
  if (bindings.length > 0)
    return through(bindings.length > maxAlternatives ? bindings.slice(-maxAlternatives) : bindings, (binding) => bound(program, binding));
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
        if (binding.keys.length === 0 && binding.annotation && binding.value.kind === 'null')
          return annotated(following(program), binding.annotation);
        return within(following(program), entities(program, binding.value), binding.keys);
      case 'declared':
        return binding.annotation ? annotated(following(program), binding.annotation) : [unknown];
      case 'import':
        return imported(program, binding.at, importedModule(binding), binding.imported);
      case 'function':
        return [{ kind: 'function', code: binding.code }];
      case 'class':
        return [{ kind: 'class', code: binding.code }];
      case 'parameter':
        return parameter(following(program), binding);
      case 'entered':
        return within(following(program), entities(program, binding.value), binding.keys);
      case 'item':
        return within(following(program), entities(program, binding.value), ['[]', ...binding.keys]);
      case 'exception':
        return [{ kind: 'outside', symbol: `?${binding.name}` }];
    }
  });
}

function imported(program: Program, context: Context, module: string, name: string): readonly Entity[] {
  const { path, language } = context.file.source;
  const target = program.resolveModule(path, module, language);
  if (target.kind === 'package') return [outside(target.name, name)];
  if (name === '*') return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
  return memberOf(
    following(program),
    target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path },
    name,
  );
}

/** `const require = createRequire(import.meta.url)`. */
const isMadeRequire = (program: Program, callee: Expression): boolean =>
  entities(program, callee).some((each) => each.kind === 'outside' && each.symbol === 'node:module.createRequire()');

function called(program: Program, call: Extract<Expression, { kind: 'call' }>): readonly Entity[] {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind === 'name' && (callee.name === 'require' || callee.name === 'import') && first?.value.kind === 'string') {
    const own = bindingsOf(callee.name, contextOf(call).scope);
    if (own.length === 0 || isMadeRequire(program, callee))
      return required(following(program), imported(program, contextOf(call), first.value.value, '*'));
  }
  const chosen = fromTable(program, call);
  if (chosen.length > 0) return chosen;
  return through(entities(program, callee), (each) => {
    const named = each.kind === 'outside' ? namedByCall(following(program), each.symbol, call) : undefined;
    if (named) return named;
    const held = each.kind === 'outside' ? handedByContainer(following(program), each.symbol, call) : undefined;
    if (held) return held;
    // functools.partial(f), Object.freeze(x), promisify(f): what comes out is what went in.
    if (each.kind === 'outside' && first && passesFirstArgument.has(each.symbol)) return entities(program, first.value);
    const whole = each.kind === 'outside' ? merged(call, [each.symbol]) : undefined;
    if (whole && first) return mergedInto(program, first.value, whole);
    // In Python `super()` is what TypeScript calls `super`: the class above, whatever derives from it.
    if (each.kind === 'instance' && callee.kind === 'name' && callee.name === 'super') return [{ kind: 'class' as const, code: each.of }];
    const asked = each.kind === 'function' ? classAskedOf(each.code, call) : undefined;
    const handed = asked ? entities(program, asked).flatMap((it) => (it.kind === 'class' ? result(program, it) : [])) : nothing;
    if (handed.length > 0) return handed;
    return through(result(program, each), (found) => {
      if (found.kind !== 'outside') return [found];
      if (each.kind === 'outside') return [{ ...found, made: call }];
      const argument = each.kind === 'function' ? handedOver(each.code, found.symbol, call) : undefined;
      return argument ? entities(program, argument) : [found];
    });
  });
}

/** `PROVIDERS.get(name)` of a table of classes or functions: any of them, or the one that is named. */
function fromTable(program: Program, { callee, args }: CallExpression): readonly Entity[] {
  const [first] = args;
  if (callee.kind !== 'member' || callee.name !== 'get' || first === undefined || contextOf(callee).file.source.language !== 'python')
    return nothing;
  const key = first.value.kind === 'string' ? first.value.value : undefined;
  return entities(program, callee.object).flatMap((owner) => {
    if (owner.kind !== 'literal' || owner.value.kind !== 'object') return nothing;
    const entries = owner.value.entries.filter((entry) => key === undefined || entry.key === key);
    const held = entries.slice(0, maxAlternatives).flatMap(({ value }) => entities(program, value));
    return held.every(({ kind }) => kind === 'class' || kind === 'function') ? held : nothing;
  });
}

/** What is merged into an instance or a function stays one; objects become one with the entries of all. */
function mergedInto(program: Program, first: Expression, whole: Expression): readonly Entity[] {
  const into = entities(program, first);
  return into.some(({ kind }) => kind === 'instance' || kind === 'function' || kind === 'class')
    ? into
    : [{ kind: 'literal', value: whole }];
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

function returned(program: Program, code: FunctionExpression): readonly Entity[] {
  const values = contextOf(code).file.returns.get(code) ?? [];
  const found = values
    .slice(0, maxAlternatives)
    .filter(({ kind }) => kind !== 'null')
    .flatMap((value) => entities(program, value));
  if (found.length > 0) return distinct(found);
  if (code.returns) return handedOut(following(program), code) ?? annotated(following(program), code.returns);
  return [unknown];
}

const noSymbols: readonly string[] = [];

/** The symbols an expression may refer to, as patterns of the model name them. */
export function symbolsOf(program: Program, expression: Expression): readonly string[] {
  const answered = answersOn(expression);
  const before = answered[foundSymbols];
  if (before) return before;
  answered[foundSymbols] = [];
  const found = through(entities(program, expression), (each) => (each.kind === 'outside' ? [each.symbol] : noSymbols));
  answered[foundSymbols] = found;
  return found;
}

/** Names of the fields of the class that an annotation names: its own, those it writes through `this`, and its bases'. */
export const fieldsOf = (program: Program, annotation: Expression): readonly string[] => fieldsThrough(following(program), annotation);
