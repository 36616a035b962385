// `match` as a chain of `if`s: patterns become tests, captures become assignments from the subject.
import type { Expression, Pattern, Statement } from '../../../model.ts';
import { type At, at, binary, descend, ifStatement, type Lowering, once, other, type PyStatement } from './context.ts';
import { lowerText } from './strings.ts';

type Case = PyStatement<'Match'>['cases'][number];
type CasePattern = Case['pattern'];
type PatternOf<K extends CasePattern['nodeType']> = Extract<CasePattern, { nodeType: K }>;
/** Makes one more mention of what is matched. */
type Subject = () => Expression;

interface Match {
  readonly lowering: Lowering;
  readonly captures: { readonly target: Pattern; readonly value: Expression; readonly place: At }[];
}

export function lowerMatch(node: PyStatement<'Match'>, lowering: Lowering): Statement[] {
  const { first, again } = once(lowering.expression(node.subject));
  const before: Statement[] = first.kind === 'assign' ? [{ ...first, kind: 'assignment' }] : [];
  descend(lowering, node.cases.length);
  const chain = node.cases.reduceRight<Statement[]>((otherwise, each) => lowerCase(each, again, otherwise, lowering), []);
  lowering.depth -= node.cases.length;
  return [...before, ...chain];
}

function lowerCase(node: Case, subject: Subject, otherwise: Statement[], lowering: Lowering): Statement[] {
  const match: Match = { lowering, captures: [] };
  const fits = test(node.pattern, subject, match);
  const place = at(node.pattern, lowering);
  const body = lowering.statements(node.body);
  if (!node.guard) {
    const captured = match.captures.map(({ target, value, place: { line, column } }) => ({
      kind: 'assignment' as const,
      target,
      value,
      line,
      column,
    }));
    const then = [...captured, ...body];
    return fits === undefined ? then : [ifStatement(fits, then, otherwise, place)];
  }
  // A guard may speak of what was captured.
  const guard = match.captures.reduceRight<Expression>(
    (after, { target, value, place: where }) => binary('comma', { kind: 'assign', target, value, ...where }, after, where),
    lowering.expression(node.guard),
  );
  return [ifStatement(fits === undefined ? guard : binary('and', fits, guard, place), body, otherwise, place)];
}

/** What must hold for the pattern to fit; nothing where it always does. */
function test(pattern: CasePattern, subject: Subject, match: Match): Expression | undefined {
  const { lowering } = match;
  const place = at(pattern, lowering);
  switch (pattern.nodeType) {
    case 'MatchValue':
      return binary('==', subject(), lowering.expression(pattern.value), place);
    case 'MatchSingleton': {
      const value: unknown = pattern.value;
      return binary('==', subject(), typeof value === 'boolean' ? { kind: 'boolean', value, ...place } : { kind: 'null', ...place }, place);
    }
    case 'MatchOr': {
      const tests = pattern.patterns.map((each) => test(each, subject, match));
      return tests.reduce((left, right) => left && right && binary('or', left, right, place));
    }
    case 'MatchAs': {
      const inner = pattern.pattern ? test(pattern.pattern, subject, match) : undefined;
      capture(pattern.name, subject(), place, match);
      return inner;
    }
    case 'MatchStar':
      capture(pattern.name, subject(), place, match);
      return undefined;
    case 'MatchSequence':
      return sequence(pattern, subject, match, place);
    case 'MatchMapping':
      return mapping(pattern, subject, match, place);
    case 'MatchClass':
      return instance(pattern, subject, match, place);
  }
}

function capture(text: string | undefined, value: Expression, place: At, match: Match): void {
  if (text == null) return;
  match.captures.push({ target: { kind: 'bind', name: text, ...place }, value, place });
}

const all = (tests: readonly (Expression | undefined)[], place: At): Expression | undefined =>
  tests.reduce((left, right) => (left && right ? binary('and', left, right, place) : (left ?? right)), undefined);

function sequence(pattern: PatternOf<'MatchSequence'>, subject: Subject, match: Match, place: At): Expression | undefined {
  const count = pattern.patterns.length;
  const star = pattern.patterns.findIndex(({ nodeType }) => nodeType === 'MatchStar');
  const tests = pattern.patterns.map((each, position) => {
    const index = position === star ? undefined : star !== -1 && position > star ? position - count : position;
    const item: Subject = () => ({
      kind: 'index',
      object: subject(),
      index: index === undefined ? undefined : { kind: 'number', value: index, ...place },
      ...place,
    });
    return test(each, item, match);
  });
  return all([other('sequence pattern', [subject()], place), ...tests], place);
}

function mapping(pattern: PatternOf<'MatchMapping'>, subject: Subject, match: Match, place: At): Expression | undefined {
  const tests = pattern.keys.flatMap((key, position) => {
    const value = pattern.patterns[position];
    const item: Subject = () => ({ kind: 'index', object: subject(), index: match.lowering.expression(key), ...place });
    const present = binary('in', match.lowering.expression(key), subject(), place);
    return value ? [present, test(value, item, match)] : [present];
  });
  capture(pattern.rest, subject(), place, match);
  return all([other('mapping pattern', [subject()], place), ...tests], place);
}

/** These take the subject itself as their one position; of other classes only the class knows what a position is. */
const wholes = new Set(['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple']);

function instance(pattern: PatternOf<'MatchClass'>, subject: Subject, match: Match, place: At): Expression | undefined {
  const whole = pattern.cls.nodeType === 'Name' && wholes.has(pattern.cls.id);
  const positional = pattern.patterns.map((each, position) => {
    const item: Subject = () => (whole ? subject() : other('class position', [subject(), lowerText(String(position), place)], place));
    return test(each, item, match);
  });
  const keywords = pattern.kwd_patterns.map((each, position) => {
    const attribute = pattern.kwd_attrs[position] ?? '';
    return test(each, () => ({ kind: 'member', object: subject(), name: attribute, ...place }), match);
  });
  const type = binary('instanceof', subject(), match.lowering.expression(pattern.cls), place);
  return all([type, ...positional, ...keywords], place);
}
