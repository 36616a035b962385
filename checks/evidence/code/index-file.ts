// Goes through one file's facts once and files them: scopes, calls, writes, functions, handlers. One pass, whose visitors call one another: hence its length.
import type { ClassExpression, Expression, FunctionExpression, Guard, Parameter, Pattern, SourceFile, Statement } from '../../model.ts';
import { type Binding, type Context, type IndexedFile, type Key, type NamedEntry, remember, type Scope } from './context.ts';

export function indexFile(source: SourceFile): IndexedFile {
  const moduleScope: Scope = { kind: 'module', parent: undefined, bindings: new Map() };
  const file: IndexedFile = {
    source,
    moduleScope,
    calls: [],
    writes: [],
    entries: [],
    functions: [],
    classes: [],
    handlers: [],
    imports: [],
    exports: [],
    reads: [],
    additions: new Map(),
    defaults: new Map(),
    returns: new Map(),
    yields: new Map(),
    throws: [],
    fields: new Map(),
    names: new Map(),
  };
  const context: Context = {
    file,
    scope: moduleScope,
    inFunction: undefined,
    inClass: undefined,
    guards: [],
    tries: [],
    handler: undefined,
    inLoop: false,
    around: [],
  };
  statements(source.body, context);
  return file;
}

function statements(body: readonly Statement[], context: Context): void {
  let current = context;
  for (const statement of body) {
    visitStatement(statement, current);
    // What follows `if (x) return` runs only where x does not hold.
    if (statement.kind === 'if' && statement.otherwise.length === 0 && leaves(statement.then)) {
      current = { ...current, guards: [...current.guards, { test: statement.test, holds: false, otherwise: statement.then }] };
    }
  }
}

function leaves(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  return last !== undefined && (last.kind === 'return' || last.kind === 'throw' || (last.kind === 'block' && leaves(last.body)));
}

function visitStatement(statement: Statement, context: Context): void {
  remember(statement, context);
  switch (statement.kind) {
    case 'expression':
      return visit(statement.value, context);
    case 'assignment':
      return visitAssignment(statement, context);
    case 'function-definition':
      bind(context, { kind: 'function', name: statement.name, code: statement.value, at: context });
      context.file.names.set(statement.value, statement.name);
      return visit(statement.value, context);
    case 'class-definition':
      bind(context, { kind: 'class', name: statement.name, code: statement.value, at: context });
      context.file.names.set(statement.value, statement.name);
      return visit(statement.value, context);
    case 'if':
      visit(statement.test, context);
      branch(statement.then, context, { test: statement.test, holds: true, otherwise: statement.otherwise });
      return branch(statement.otherwise, context, { test: statement.test, holds: false, otherwise: statement.then });
    case 'loop':
      return visitLoop(statement, context);
    case 'try':
      return visitTry(statement, context);
    case 'with':
      for (const item of statement.items) {
        visit(item.value, context);
        if (item.target)
          bindPattern(item.target, context, (name, keys) => ({ kind: 'entered', name, value: item.value, keys, at: context }));
      }
      return statements(statement.body, entered(statement, context));
    case 'return':
      return visitReturn(statement.value, context);
    case 'throw':
      if (statement.value === undefined) return;
      visit(statement.value, context);
      context.file.throws.push({ value: statement.value, inFunction: context.inFunction });
      return;
    case 'block':
      return statements(statement.body, inner(context));
    case 'import':
      context.file.imports.push(statement);
      for (const { imported, local } of statement.bindings)
        bind(context, { kind: 'import', name: local, statement, imported, at: context });
      return;
    case 'export':
      context.file.exports.push(statement);
      if (statement.value) visit(statement.value, context);
      return;
  }
}

const entered = ({ items }: Extract<Statement, { kind: 'with' }>, context: Context): Context => ({
  ...context,
  around: [
    ...context.around,
    ...items.flatMap(({ value }) => {
      const made = value.kind === 'await' ? value.value : value;
      return made.kind === 'call' ? [made] : [];
    }),
  ],
});

function visitReturn(value: Expression | undefined, context: Context): void {
  if (value === undefined) return;
  visit(value, context);
  if (context.inFunction) addTo(context.file.returns, context.inFunction, value);
}

function addTo(found: Map<FunctionExpression, Expression[]>, code: FunctionExpression, value: Expression): void {
  const known = found.get(code);
  if (known) known.push(value);
  else found.set(code, [value]);
}

function visitAssignment(statement: Extract<Statement, { kind: 'assignment' }>, context: Context): void {
  const { target, value, annotation } = statement;
  const scope = statement.hoisted ? functionScope(context.scope) : undefined;
  if (annotation) visit(annotation, context);
  if (value === undefined) {
    if (target.kind === 'bind')
      bind(context, { kind: 'declared', name: target.name, at: context, ...(annotation && { annotation }) }, scope);
    return;
  }
  visit(value, context);
  assign(target, value, context, scope ?? (statement.declares === true || context.file.source.language === 'python'), annotation);
}

function assign(target: Pattern, value: Expression, context: Context, declares: boolean | Scope, annotation?: Expression): void {
  if (target.kind === 'bind' && (value.kind === 'function' || value.kind === 'class')) context.file.names.set(value, target.name);
  bindPattern(
    target,
    context,
    (name, keys, fallback) => ({
      kind: 'value',
      name,
      value,
      keys,
      at: context,
      ...(annotation && { annotation }),
      ...(fallback && { fallback }),
    }),
    declares,
  );
  if (target.kind !== 'place') return;
  context.file.writes.push({ target: target.target, value });
  const { object } = target.target;
  if (target.target.kind !== 'member' || object.kind !== 'name' || context.inClass === undefined) return;
  if (object.name !== 'this' && object.name !== 'self' && object.name !== 'cls') return;
  const fields = context.file.fields.get(context.inClass) ?? new Map<string, Expression[]>();
  fields.set(target.target.name, [...(fields.get(target.target.name) ?? []), value]);
  context.file.fields.set(context.inClass, fields);
}

function visitLoop(statement: Extract<Statement, { kind: 'loop' }>, context: Context): void {
  const within: Context = { ...inner(context), inLoop: true };
  const { over, target } = statement;
  if (over) visit(over, context);
  if (over && target) bindPattern(target, within, (name, keys) => ({ kind: 'item', name, value: over, keys, at: within }), true);
  statements(statement.body, within);
}

function visitTry(statement: Extract<Statement, { kind: 'try' }>, context: Context): void {
  statements(statement.body, { ...inner(context), tries: [...context.tries, statement.handlers] });
  for (const handler of statement.handlers) {
    const within: Context = { ...inner(context), handler };
    remember(handler, within);
    context.file.handlers.push(handler);
    for (const type of handler.types) visit(type, context);
    if (handler.target) bindPattern(handler.target, within, (name) => ({ kind: 'exception', name, handler, at: within }), true);
    statements(handler.body, within);
  }
  statements(statement.otherwise, inner(context));
  statements(statement.cleanup, inner(context));
}

function branch(body: readonly Statement[], context: Context, guard: Guard): void {
  if (body.length > 0) statements(body, { ...inner(context), guards: [...context.guards, guard] });
}

/** JavaScript declares per block; Python per function. */
function inner(context: Context): Context {
  if (context.file.source.language === 'python') return context;
  return { ...context, scope: { kind: 'block', parent: context.scope, bindings: new Map() } };
}

function bind(context: Context, binding: Binding, scope: Scope = context.scope): void {
  const same = scope.bindings.get(binding.name);
  if (same) same.push(binding);
  else scope.bindings.set(binding.name, [binding]);
}

type MakeBinding = (name: string, keys: readonly Key[], fallback?: Expression) => Binding;

function bindPattern(
  pattern: Pattern,
  context: Context,
  make: MakeBinding,
  declares: boolean | Scope = true,
  keys: readonly Key[] = [],
  fallback?: Expression,
): void {
  switch (pattern.kind) {
    case 'bind':
      return bind(context, make(pattern.name, keys, fallback), scopeFor(pattern.name, context.scope, declares));
    case 'place':
      return visitWritten(pattern.target, context);
    case 'object-pattern':
      for (const entry of pattern.entries) {
        if (entry.fallback) visit(entry.fallback, context);
        bindPattern(entry.target, context, make, declares, [...keys, entry.key ?? '*'], entry.fallback);
      }
      return;
    case 'list-pattern':
      for (const [index, item] of pattern.items.entries()) if (item) bindPattern(item, context, make, declares, [...keys, index]);
  }
}

const scopeFor = (name: string, scope: Scope, declares: boolean | Scope): Scope =>
  typeof declares === 'object' ? declares : declares ? scope : holderOf(name, scope);

/** `var` in a branch declares for the function around it. */
function functionScope(scope: Scope): Scope {
  return scope.kind === 'block' && scope.parent ? functionScope(scope.parent) : scope;
}

/** The scope that declares a name which is written again; the module's where none does. */
function holderOf(name: string, scope: Scope): Scope {
  for (let each: Scope | undefined = scope; each; each = each.parent) if (each.bindings.has(name)) return each;
  return scope;
}

/** A member that is written is not read. */
function visitWritten(target: Extract<Expression, { kind: 'member' | 'index' }>, context: Context): void {
  remember(target, context);
  visit(target.object, context);
  if (target.kind === 'index' && target.index) visit(target.index, context);
}

function visit(expression: Expression, outer: Context): void {
  remember(expression, outer);
  const context = outer.awaited ? { ...outer, awaited: false } : outer;
  const { file } = context;
  switch (expression.kind) {
    case 'template':
      return visitAll(expression.parts, context);
    case 'member':
      file.reads.push(expression);
      return visit(expression.object, context);
    case 'index':
      file.reads.push(expression);
      visit(expression.object, context);
      if (expression.index) visit(expression.index, context);
      return;
    case 'call':
      file.calls.push(expression);
      noteAddition(file, expression);
      visit(expression.callee, context);
      return visitArguments(expression, context);
    case 'object':
      for (const { key, value } of expression.entries) {
        if (typeof key === 'string') {
          file.entries.push({ key, value });
          if (value.kind === 'function') file.names.set(value, key);
        } else if (key?.kind === 'string') file.entries.push({ key: key.value, value });
        if (key !== undefined && typeof key !== 'string') visit(key, context);
        visit(value, context);
      }
      noteKeyed(file, expression);
      return;
    case 'list': {
      const header = headerPair(expression);
      if (header) file.entries.push(header);
      for (const item of expression.items) visit(item.value, context);
      return;
    }
    case 'function':
      return visitFunction(expression, context);
    case 'class':
      return visitClass(expression, context);
    case 'conditional':
      visit(expression.test, context);
      visit(expression.then, { ...context, guards: [...context.guards, { test: expression.test, holds: true }] });
      return visit(expression.otherwise, { ...context, guards: [...context.guards, { test: expression.test, holds: false }] });
    case 'binary':
      if (expression.operator === 'or' || expression.operator === '??') file.defaults.set(expression.left, expression);
      visit(expression.left, context);
      return visit(
        expression.right,
        expression.operator === 'and' ? { ...context, guards: [...context.guards, { test: expression.left, holds: true }] } : context,
      );
    case 'unary':
      return visit(expression.value, context);
    case 'await':
      if (expression.yields && context.inFunction) addTo(file.yields, context.inFunction, expression.value);
      return visit(expression.value, { ...context, awaited: true });
    case 'assign':
      visit(expression.value, context);
      return assign(expression.target, expression.value, context, file.source.language === 'python');
    case 'comprehension':
      return visitComprehension(expression, context);
    case 'other':
      return visitAll(expression.parts, context);
    default:
      return;
  }
}

/** `(b"access-control-allow-origin", origin)`, as ASGI and lists of headers spell an entry; two bare words are a list of names. */
function headerPair({ items }: Extract<Expression, { kind: 'list' }>): NamedEntry | undefined {
  const [key, value] = items.map((item) => item.value);
  if (items.length !== 2 || key?.kind !== 'string' || value === undefined || !/^[\w]+(?:-[\w]+)+$/.test(key.value)) return undefined;
  return value.kind === 'string' && /^[\w-]+$/.test(value.value) ? undefined : { key: key.value, value };
}

/** `{ key: 'X-Frame-Options', value: 'DENY' }`: a header as configurations of hosts write it. */
function noteKeyed(file: IndexedFile, { entries: [first, second, ...more] }: Extract<Expression, { kind: 'object' }>): void {
  if (first?.key !== 'key' || second?.key !== 'value' || more.length > 0 || first.value.kind !== 'string') return;
  if (/^\w+(?:-\w+)+$/.test(first.value.value)) file.entries.push({ key: first.value.value, value: second.value });
}

function visitArguments(call: Extract<Expression, { kind: 'call' }>, context: Context): void {
  if (call.args.length === 0) return;
  const within: Context = { ...context, around: [...context.around, call] };
  for (const argument of call.args) visit(argument.value, within);
}

function noteAddition(file: IndexedFile, call: Extract<Expression, { kind: 'call' }>): void {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.object.kind !== 'name' || !/^(?:append|push|extend|unshift|add)$/.test(callee.name)) return;
  const known = file.additions.get(callee.object.name);
  if (known) known.push(call);
  else file.additions.set(callee.object.name, [call]);
}

const visitAll = (expressions: readonly Expression[], context: Context): void => {
  for (const expression of expressions) visit(expression, context);
};

function visitComprehension(expression: Extract<Expression, { kind: 'comprehension' }>, context: Context): void {
  let within: Context = { ...context, inLoop: true, scope: { kind: 'block', parent: context.scope, bindings: new Map() } };
  for (const { target, over, tests } of expression.clauses) {
    const at = within;
    visit(over, at);
    bindPattern(target, at, (name, keys) => ({ kind: 'item', name, value: over, keys, at }));
    visitAll(tests, at);
    if (tests.length > 0) within = { ...at, guards: [...at.guards, ...tests.map((test) => ({ test, holds: true }))] };
  }
  if (expression.key) visit(expression.key, within);
  visit(expression.element, within);
}

function visitFunction(code: FunctionExpression, context: Context): void {
  context.file.functions.push(code);
  if (code.decorators) visitAll(code.decorators, context);
  if (code.returns) visit(code.returns, context);
  // The body runs when it is called: what guards and catches stand round the definition says nothing of that, but arrows are mostly called in place.
  const within: Context = {
    ...context,
    scope: { kind: 'function', parent: skipClass(context.scope), bindings: new Map() },
    inFunction: code,
    guards: context.guards,
    tries: [],
    inLoop: false,
    // A function without a name of its own is mostly run by what it is handed to.
    around: code.isArrow || code.name === undefined ? context.around : [],
    ...(code.isArrow ? {} : { handler: undefined }),
  };
  if (code.name !== undefined && !context.file.names.has(code)) context.file.names.set(code, code.name);
  for (const [index, parameter] of code.parameters.entries()) visitParameter(parameter, index, code, context, within);
  statements(code.body, within);
}

function visitParameter(parameter: Parameter, index: number, code: FunctionExpression, around: Context, within: Context): void {
  const { pattern, fallback, annotation } = parameter;
  remember(parameter, within);
  if (fallback) visit(fallback, around);
  if (annotation) visit(annotation, around);
  if (parameter.decorators) visitAll(parameter.decorators, around);
  bindPattern(pattern, within, (name, keys, inPattern) => {
    const given = inPattern ?? (keys.length === 0 ? fallback : undefined);
    return { kind: 'parameter', name, code, index, keys, at: within, ...(given && { fallback: given }) };
  });
}

/** A method does not see its class's names. */
const skipClass = (scope: Scope): Scope => (scope.kind === 'class' && scope.parent ? skipClass(scope.parent) : scope);

function visitClass(code: ClassExpression, context: Context): void {
  context.file.classes.push(code);
  if (code.name !== undefined && !context.file.names.has(code)) context.file.names.set(code, code.name);
  visitAll(code.bases, context);
  if (code.decorators) visitAll(code.decorators, context);
  const within: Context = { ...context, inClass: code, scope: { kind: 'class', parent: context.scope, bindings: new Map() } };
  for (const member of code.members) {
    remember(member, within);
    if (member.decorators) visitAll(member.decorators, context);
    if (member.annotation) visit(member.annotation, context);
    if (member.value === undefined) continue;
    if (member.value.kind === 'function') context.file.names.set(member.value, member.name);
    else bind(within, { kind: 'value', name: member.name, value: member.value, keys: [], at: within });
    visit(member.value, within);
  }
}
