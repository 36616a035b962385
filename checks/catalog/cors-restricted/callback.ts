// What a function that decides about an origin lets through.
import type { CodeFunction, Expression, Source, Statement, Unit } from '../../model.ts';
import type { Admission } from './policy.ts';
import { regexFault } from './regex.ts';
import { pieces, wildcardAsked } from './wildcards.ts';

interface Outcome {
  readonly value: Expression | undefined;
  readonly tests: readonly { readonly test: Expression; readonly holds: boolean }[];
  readonly at: Expression;
}

/** An outcome that admits is fine where a test of the origin, by whole comparison, stands before it. */
export function judgeCallback(unit: Unit, code: CodeFunction): Admission {
  const [first, second] = code.node.parameters.map(({ pattern }) => (pattern.kind === 'bind' ? pattern.name : undefined));
  const calledBack = second === undefined ? [] : callbackOutcomes(unit, code, second);
  const outcomes = calledBack.length > 0 ? calledBack : returned(code.node.body, []);
  const subject = first ?? '';
  const asked = outcomes.map(({ tests }) => wildcardAsked(unit, tests));
  const bad = outcomes.flatMap((outcome, at) => {
    if (asked[at] !== undefined && asked[at] !== 'default') return [];
    const what = fault(unit, outcome, subject);
    return what === undefined ? [] : [{ place: unit.place(outcome.at), what }];
  });
  if (bad.length > 0) return { bad, good: [], unclear: [] };
  if (asked.includes('unknown'))
    return { bad: [], good: [], unclear: ['whether the setting for origins is `*` unless somebody says otherwise could not be followed'] };
  if (outcomes.length === 0) return { bad: [], good: [], unclear: ['what the function for origins lets through could not be followed'] };
  return { bad: [], good: [{ place: unit.place(code), what: 'a function that compares the origin before it admits it' }], unclear: [] };
}

function callbackOutcomes(unit: Unit, code: CodeFunction, callback: string): readonly Outcome[] {
  return unit.callsFrom(code).flatMap((call) => {
    const { callee } = call.node;
    if (callee.kind !== 'name' || callee.name !== callback) return [];
    return [{ value: call.argument(1), tests: call.guards, at: call.node }];
  });
}

function returned(body: readonly Statement[], tests: Outcome['tests']): readonly Outcome[] {
  const found: Outcome[] = [];
  let held = tests;
  for (const statement of body) {
    if (statement.kind === 'return' && statement.value) found.push(...split(statement.value, held));
    if (statement.kind === 'block') found.push(...returned(statement.body, held));
    if (statement.kind === 'loop')
      found.push(...returned(statement.body, [...held, ...(statement.over ? [{ test: statement.over, holds: true }] : [])]));
    if (statement.kind === 'try')
      found.push(...returned(statement.body, held), ...statement.handlers.flatMap((handler) => returned(handler.body, held)));
    if (statement.kind !== 'if') continue;
    const then = returned(statement.then, [...held, { test: statement.test, holds: true }]);
    found.push(...then, ...returned(statement.otherwise, [...held, { test: statement.test, holds: false }]));
    if (then.length > 0 && statement.otherwise.length === 0) held = [...held, { test: statement.test, holds: false }];
  }
  return found;
}

function split(value: Expression, tests: Outcome['tests']): readonly Outcome[] {
  if (value.kind === 'conditional')
    return [
      ...split(value.then, [...tests, { test: value.test, holds: true }]),
      ...split(value.otherwise, [...tests, { test: value.test, holds: false }]),
    ];
  if (value.kind === 'binary' && value.operator === 'and') return split(value.right, [...tests, { test: value.left, holds: true }]);
  if (value.kind === 'binary' && (value.operator === 'or' || value.operator === '??'))
    return [...split(value.left, tests), ...split(value.right, tests)];
  return [{ value, tests, at: value }];
}

/** What is wrong with one outcome; undefined where it admits nobody, or only who was compared. */
function fault(unit: Unit, { value, tests }: Outcome, subject: string): string | undefined {
  if (value === undefined) return undefined;
  const known = unit.value(value);
  const all = known.kind === 'literal' && (known.value === true || known.value === '*');
  if (tests.some(({ test, holds }) => unit.trueIn(test) === (holds ? 'development' : 'production'))) return undefined;
  // The answer is the test itself: `done(null, origin.startsWith(…))`.
  const ofTest = mentions(unit, value, subject) ? weakness(unit, value, subject) : undefined;
  if (ofTest !== undefined) return ofTest;
  const echo = !all && isOrigin(unit, value, subject);
  if (!all && !echo) return undefined;
  const about = tests.filter(({ test }) => mentions(unit, test, subject));
  const weak = about.map(({ test }) => weakness(unit, test, subject)).find((each) => each !== undefined);
  if (weak !== undefined) return weak;
  if (about.length > 0 && !about.every(({ test, holds }) => isAbsence(unit, test, subject, holds))) return undefined;
  // A request without an origin comes from no browser page: letting it through is harmless.
  const absent = about
    .filter(({ test, holds }) => isAbsence(unit, test, subject, holds))
    .map(({ test, holds }) => admitsAbsent(test, holds));
  if (absent.includes(true) && !absent.includes(false)) return undefined;
  return all ? 'a function that admits every origin' : 'a function that sends the caller its own origin back without comparing it';
}

function isOrigin(unit: Unit, value: Expression, subject: string): boolean {
  if (value.kind === 'name' && value.name === subject) return true;
  return unit.sources(value).some((source) => source.kind === 'request' || (source.kind === 'parameter' && source.name === subject));
}

function mentions(unit: Unit, test: Expression, subject: string): boolean {
  return spelledOut(unit, test).some(
    (piece) =>
      (piece.kind === 'name' && piece.name === subject) ||
      ((piece.kind === 'name' || piece.kind === 'call') && unit.sources(piece).some((source) => source.kind === 'request')),
  );
}

/** `!origin`, `origin === undefined`, `origin`, `typeof origin === 'string'`: tests of whether there is one at all. */
function isAbsence(unit: Unit, test: Expression, subject: string, holds: boolean): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return isAbsence(unit, test.value, subject, !holds);
  if (test.kind === 'name') return test.name === subject || isOfRequest(unit, test);
  if (isTypeof(test)) return true;
  return (
    test.kind === 'binary' &&
    (test.operator === '==' || test.operator === '!=') &&
    (test.right.kind === 'null' || test.left.kind === 'null')
  );
}

/** A header that was set aside, and no condition on one. */
const isOfRequest = (unit: Unit, name: Expression): boolean => {
  const sources = unit.sources(name);
  return sources.length > 0 && sources.every(({ kind }) => kind === 'request');
};

const isTypeof = (test: Expression): boolean =>
  test.kind === 'binary' && [test.left, test.right].some((side) => side.kind === 'unary' && side.operator === 'typeof');

function admitsAbsent(test: Expression, holds: boolean): boolean {
  // What is tested for is a text: `typeof origin === 'string'`.
  if (test.kind === 'binary' && isTypeof(test)) return holds === (test.operator === '!=');
  if (test.kind === 'unary') return admitsAbsent(test.value, !holds);
  if (test.kind === 'binary') return holds === (test.operator === '==');
  return !holds;
}

const partial = /^(?:endsWith|startsWith|indexOf|search|endswith|startswith|find)$/;

function weakness(unit: Unit, test: Expression, subject: string): string | undefined {
  for (const piece of spelledOut(unit, test)) {
    if (piece.kind !== 'call' || piece.callee.kind !== 'member') continue;
    const { name, object } = piece.callee;
    const [first] = piece.args;
    if (partial.test(name) && isOrigin(unit, object, subject)) {
      const text = first && unit.value(first.value);
      // `.endsWith('.example.com')` keeps to the domain; `.startsWith('http://localhost:')` to the machine.
      if (text?.kind === 'literal' && typeof text.value === 'string' && isBounded(name, text.value)) continue;
      return 'a function that compares only a part of the origin, which a stranger can choose';
    }
    const pattern = patternOf(unit, piece, subject);
    if (pattern !== undefined) return pattern;
    if (name === 'includes' && isOrigin(unit, object, subject))
      return 'a function that looks for a text anywhere in the origin, which a stranger can choose';
  }
  return undefined;
}

/** `origin.match(allowed)`, `/…/.test(origin)`: a text that is given to `match` is a pattern, and matches anywhere. */
function patternOf(unit: Unit, { callee, args }: Extract<Expression, { kind: 'call' }>, subject: string): string | undefined {
  const [first] = args;
  if (callee.kind !== 'member' || first === undefined) return undefined;
  const given =
    callee.name === 'match' && isOrigin(unit, callee.object, subject)
      ? first.value
      : callee.name === 'test' && isOrigin(unit, first.value, subject)
        ? callee.object
        : undefined;
  if (given === undefined) return undefined;
  const value = unit.value(given);
  const fault = value.kind === 'regex' ? regexFault(value.source, 'search') : undefined;
  if (fault !== undefined) return `a function that compares the origin by ${fault}`;
  const isText = (source: Source): boolean =>
    source.kind === 'environment' || (source.kind === 'literal' && typeof source.value === 'string' && !source.value.startsWith('^'));
  return callee.name === 'match' && value.kind !== 'regex' && unit.sources(given).some(isText)
    ? 'a function that takes a text for a pattern, which may match anywhere in the origin'
    : undefined;
}

const isBounded = (method: string, text: string): boolean =>
  /^ends/i.test(method)
    ? text.startsWith('.') || text.includes('://')
    : /^starts/i.test(method) && /^https?:\/\/(?:[^/]+[:/]|localhost:)$/.test(text);

/** A condition with what its names were set to: `const known = origins.some(…); if (known) …`. */
const spelledOut = (unit: Unit, test: Expression): readonly Expression[] =>
  pieces(test).flatMap((piece) =>
    piece.kind === 'name' ? [piece, ...unit.pieces(piece).flatMap(({ value }) => (value === piece ? [] : pieces(value)))] : [piece],
  );
