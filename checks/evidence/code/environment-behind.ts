// Which environment variables decide what an expression is: values, tests, lists of what is missing, results of helpers.
import { eachInside } from '../../model/nodes.ts';
import type { CallExpression, ClassExpression, Expression, FunctionExpression } from '../../model.ts';
import { appendsIn } from './appends.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import { type Binding, contextOf } from './context.ts';
import { definitions, returns } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import { readsThroughHelper } from './environment-helpers.ts';
import { isEnvironmentMap, readOfCall, readOfMember } from './environment-reads.ts';
import { handedMembers } from './handed-members.ts';
import { settingAsked } from './nest-config.ts';
import type { Program } from './program.ts';
import { settingsFields } from './schemas.ts';
import { passesFirstArgument } from './vocabulary.ts';

interface Walk {
  readonly program: Program;
  readonly names: Set<string>;
  readonly seen: Set<object>;
  /** Helpers that were followed from a call: what it hands over is looked at there. */
  readonly entered: Set<FunctionExpression>;
  depth: number;
}
/** Helpers that call helpers; more of them is the whole program. */
const maxDepth = 8;
const maxNodes = 600;
/** A parameter of a helper that the whole program calls tells nothing of the environment. */
const maxCallers = 12;
/** A name that is worked out at run time, or the environment as a whole. */
const some = '?';

export function environmentBehind(program: Program, about: Expression): readonly string[] {
  return program.memory.once<readonly string[]>('environment behind', about, [], () => {
    const walk: Walk = { program, names: new Set(), seen: new Set(), entered: new Set(), depth: 0 };
    if (about.kind === 'function') within(walk, about.body);
    else take(walk, about);
    return [...walk.names];
  });
}

function deeper(walk: Walk, step: () => void): void {
  if (walk.depth >= maxDepth || walk.seen.size > maxNodes) return;
  walk.depth += 1;
  step();
  walk.depth -= 1;
}

/** Everything that stands inside a node that needs no reading of its own. */
function within(walk: Walk, value: object): void {
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object' && each !== null) within(walk, each);
    return;
  }
  if (isExpression(value)) take(walk, value);
  else eachInside(value, (inner) => within(walk, inner));
}

const expressionKinds = new Set(
  'template name member index call object list function class conditional binary unary await assign comprehension other'.split(' '),
);
// Statements and expressions share no kind.
const isExpression = (value: object): value is Expression =>
  'kind' in value && typeof value.kind === 'string' && expressionKinds.has(value.kind);

function take(walk: Walk, expression: Expression): void {
  if (walk.seen.has(expression)) return;
  walk.seen.add(expression);
  switch (expression.kind) {
    case 'name':
      return ofName(walk, expression);
    case 'member':
    case 'index':
      return ofMember(walk, expression);
    case 'call':
      return ofCall(walk, expression);
    case 'binary':
      // `typeof report === 'function'`: no variable is one.
      if ([expression.left, expression.right].some((side) => side.kind === 'string' && side.value === 'function')) return;
      for (const side of [expression.left, expression.right]) take(walk, side);
      return;
    default:
      eachInside(expression, (inner) => within(walk, inner));
  }
}

function ofMember(walk: Walk, expression: Extract<Expression, { kind: 'member' | 'index' }>): void {
  const { program, names } = walk;
  const read = readOfMember(program, expression);
  if (read) {
    names.add(read.name ?? some);
    return;
  }
  if (isMap(program, expression)) {
    names.add(some);
    return;
  }
  const found = definitions(program, expression);
  deeper(walk, () => {
    for (const { value } of found) take(walk, value);
  });
  // A part of what a call gave: `result.success`, `missing.length`, `config[name]`.
  if (expression.kind === 'index' && expression.index && expression.index.kind !== 'string') take(walk, expression.index);
  if (found.length > 0) return;
  const handed = expression.kind === 'member' ? handedMembers(program, expression.object, expression.name) : undefined;
  if (handed !== undefined) return deeper(walk, () => within(walk, handed));
  take(walk, expression.object);
  // `config.LOG_LEVEL` of an environment that was parsed as a whole names what it takes of it.
  if (expression.kind === 'member' && names.has(some) && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(expression.name)) names.add(expression.name);
}

const isMap = (program: Program, expression: Expression): boolean => symbolsOf(program, expression).some(isEnvironmentMap);

function ofName(walk: Walk, expression: Extract<Expression, { kind: 'name' }>): void {
  const { program, names } = walk;
  if (isMap(program, expression)) {
    names.add(some);
    return;
  }
  deeper(walk, () => {
    for (const { value } of definitions(program, expression)) take(walk, value);
    for (const binding of bindingsOf(expression.name, contextOf(expression).scope)) ofBinding(walk, binding, expression.name);
    for (const each of entities(program, expression))
      if (each.kind === 'class' || each.kind === 'instance')
        ofClass(walk, each.kind === 'class' ? each.code : each.of, /^(?:self|this|cls)$/.test(expression.name));
  });
}

/** The settings as a whole; any other class only where it looks through its own fields: `getattr(self, name)`. */
function ofClass(walk: Walk, code: ClassExpression, isOwn: boolean): void {
  for (const { read } of settingsFields(walk.program, code)) walk.names.add(read.name ?? some);
  if (!isOwn) return;
  for (const member of code.members) if (member.value && member.value.kind !== 'function') take(walk, member.value);
  for (const value of contextOf(code).file.fields.get(code)?.values() ?? []) within(walk, value);
}

function ofBinding(walk: Walk, binding: Binding, name: string): void {
  const { program } = walk;
  if (binding.kind === 'parameter') {
    if (binding.fallback) take(walk, binding.fallback);
    if (walk.entered.has(binding.code)) return;
    for (const call of callersOf(program, binding.code).slice(0, maxCallers)) {
      const given = argumentFor(call, binding);
      if (given && given.kind !== 'object') take(walk, given);
    }
    return;
  }
  if (binding.kind !== 'value') return;
  const { at } = binding;
  // `ok = false` under a test of a variable, and `missing.append(name)`.
  if (at.inFunction && isPlain(binding.value)) for (const { test } of at.guards.slice(-2)) take(walk, test);
  if (binding.value.kind !== 'list' && binding.value.kind !== 'call') return;
  for (const call of appendsIn(program, at.file).get(name) ?? []) {
    const { guards, inFunction } = contextOf(call);
    if (inFunction === at.inFunction || at.inFunction === undefined) for (const { test } of guards.slice(-2)) take(walk, test);
  }
}

const isPlain = ({ kind }: Expression): boolean =>
  kind === 'boolean' || kind === 'null' || kind === 'string' || kind === 'number' || kind === 'binary';

/** `settings.log_level.to_int()`: the same in another form. */
const turns = /^(?:to|as)_[a-z]\w*$/;
/** Functions and methods that say something of what they are given or called on. */
const tells =
  /^(?:parse|safeParse|parseEnv|parseAsync|safeParseAsync|decode|cleanEnv|check|validate\w*|isEmpty|isNil|has|hasOwn|hasOwnProperty|includes|startsWith|endswith|startswith|endsWith|every|some|filter|map|find|reduce|join|keys|values|entries|items|fromEntries|get|test|match|fullmatch|plainToInstance|plainToClass|strip|trim|lower|toLowerCase|upper|toUpperCase|get_secret_value|split)$/;
const tellsByName =
  /^(?:len|all|any|bool|str|int|float|getattr|hasattr|isinstance|min|max|sorted|list|set|tuple|dict|Boolean|String|Number|parseInt|parseFloat|isNaN|isFinite|urlparse)$/;

function ofCall(walk: Walk, call: CallExpression): void {
  const { program, names } = walk;
  const read = readOfCall(program, call);
  if (read) {
    names.add(read.name ?? some);
    return;
  }
  const asked = settingAsked(program, call);
  if (asked) return deeper(walk, () => take(walk, asked));
  const { callee, args } = call;
  const own = entities(program, callee).flatMap((each) => (each.kind === 'function' ? [each.code] : []));
  // `setting("MAIL_TOKEN")` of a helper reads that one, and no other.
  const helped = own.length > 0 ? readsThroughHelper(program, call) : [];
  for (const each of helped) names.add(each.name);
  if (helped.length > 0) return;
  deeper(walk, () => {
    for (const code of own) ofFunction(walk, code);
  });
  const named =
    callee.kind === 'member'
      ? tells.test(callee.name)
      : callee.kind === 'name' && (tells.test(callee.name) || tellsByName.test(callee.name));
  const follows = named || symbolsOf(program, callee).some((symbol) => passesFirstArgument.has(symbol));
  if (callee.kind === 'member' && ((follows && own.length === 0) || turns.test(callee.name))) take(walk, callee.object);
  for (const { value } of args) if (follows || isMap(program, value) || (own.length > 0 && value.kind !== 'object')) take(walk, value);
}

/** What a helper gives back, and the tests that decide what it gives back. */
function ofFunction(walk: Walk, code: FunctionExpression): void {
  walk.entered.add(code);
  for (const value of returns(code)) {
    take(walk, value);
    for (const { test } of contextOf(value).guards) take(walk, test);
  }
}
