// Calls as judges see them: the callee's symbols, arguments by place or name, options through constants and spreads.
import type { Assignment, CallExpression, CodeFunction, Expression, FunctionExpression, Site, SymbolPattern, Value } from '../../model.ts';
import { isOnlyCommand, isScriptTest } from './commands.ts';
import { type Context, contextOf } from './context.ts';
import { definitions } from './definitions.ts';
import { entities, symbolsOf } from './entities.ts';
import { runsIn } from './guards.ts';
import { handledBy } from './handled-by.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { isSwallowed } from './start.ts';
import { worth } from './values.ts';

export function siteOf(program: Program, node: Expression): Site {
  const context = contextOf(node);
  const { inFunction, guards, file } = context;
  return {
    place: placeOf(node),
    language: file.source.language,
    inFunction: inFunction && codeFunction(inFunction),
    guards,
    runsIn: isForTests(context) ? 'development' : runsIn(program, guards),
    onlyAsScript: guards.some(({ test, holds }) => holds && isScriptTest(test)) || isOnlyCommand(program, inFunction),
    afterError: context.handler !== undefined || isErrorHandler(program, inFunction),
    swallowed: isSwallowed(program, node),
  };
}

/** Settings that tests run with, by the name of their class. */
const isForTests = ({ file, inClass }: Context): boolean =>
  inClass !== undefined && testSettings.test(inClass.name ?? file.names.get(inClass) ?? '');
const testSettings =
  /^(?:Unit|Integration)?Test(?:s|ing)?(?:Config(?:uration)?|Settings)$|^(?:Config(?:uration)?|Settings)Test(?:s|ing)?$/i;

function isErrorHandler(program: Program, code: FunctionExpression | undefined): boolean {
  for (let each = code; each; each = contextOf(each).inFunction) if (program.roles.get(each)?.kind === 'error-handler') return true;
  return false;
}

/** Functions of this service that the call may run; constructing a class runs its constructor. */
export function targetsOf(program: Program, node: CallExpression): readonly FunctionExpression[] {
  const handlers = handledBy(program, node);
  if (handlers.length > 0) return handlers;
  return entities(program, node.callee).flatMap((each) => {
    if (each.kind === 'function') return [each.code];
    if (each.kind !== 'class') return [];
    const make = each.code.members.find(({ name }) => name === 'constructor' || name === '__init__')?.value;
    return make?.kind === 'function' ? [make] : [];
  });
}

/** Of a keyword, or of an object that is given. */
export function findOption(program: Program, node: CallExpression, name: string): Value | 'absent' | 'unknown' {
  const keyword = node.args.find((argument) => argument.name === name);
  if (keyword) return worth(program, keyword.value);
  let hidden = false;
  // Python's options are keywords: only `**` can hide one.
  const python = contextOf(node).file.source.language === 'python';
  const last = node.args.length - 1;
  for (const [index, argument] of node.args.entries()) {
    if (argument.name !== undefined) continue;
    // A class holds no options: `create(AppModule)`.
    if (argument.spread === undefined && isClass(program, argument.value)) continue;
    const found = entryOf(worth(program, argument.value), name);
    if (found !== 'absent' && found !== 'unknown') return found;
    hidden ||= found === 'unknown' && (argument.spread === 'keywords' || (!python && (argument.spread !== undefined || index === last)));
  }
  return hidden ? 'unknown' : 'absent';
}

const isClass = (program: Program, value: Expression): boolean =>
  value.kind === 'name' && entities(program, value).some(({ kind }) => kind === 'class');

/** An entry of a record; both arms where it is one of two. */
export function entryOf(value: Value, name: string): Value | 'absent' | 'unknown' {
  if (value.kind === 'record') {
    const entry = value.entries.find(([key]) => key === name);
    return entry ? entry[1] : value.complete ? 'absent' : 'unknown';
  }
  if (value.kind === 'choice') {
    const arms = value.among.map((arm) => ({ found: entryOf(arm.value, name), runsIn: arm.runsIn }));
    const among = arms.flatMap(({ found, runsIn: when }) =>
      found === 'absent' || found === 'unknown' ? [] : [{ value: found, runsIn: when }],
    );
    if (among.length > 0) return among.length === 1 && among[0] ? among[0].value : { kind: 'choice', among, place: value.place };
    return arms.some(({ found }) => found === 'unknown') ? 'unknown' : 'absent';
  }
  return value.kind === 'unknown' || value.kind === 'symbol' ? 'unknown' : 'absent';
}

export function matcher(patterns: readonly SymbolPattern[]): (symbol: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const ends = patterns.filter((pattern) => pattern.startsWith('*')).map((pattern) => pattern.slice(1));
  const starts = patterns.filter((pattern) => !pattern.startsWith('*') && pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));
  return (symbol) => exact.has(symbol) || ends.some((end) => symbol.endsWith(end)) || starts.some((start) => symbol.startsWith(start));
}

export function assignmentOf(program: Program, name: string, value: Expression, owner?: Expression): Assignment {
  return { ...siteOf(program, value), name, value, ...(owner && { owner: symbolsOf(program, owner) }) };
}

export const functionOf = (node: FunctionExpression): CodeFunction => codeFunction(node);
export { definitions };
