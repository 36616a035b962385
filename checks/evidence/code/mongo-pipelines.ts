// Pipelines of MongoDB that let every document of a collection through.
import type { Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { returns } from './definitions.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

/** Stages that leave as many documents as there were. */
const harmless = /^\$(?:sort|project|lookup|addFields|set|unset|unwind|replaceRoot|replaceWith|skip)$/;

/** Whether no stage narrows: what a helper adds only where it is given conditions narrows for some. */
export function readsWholeCollection(program: Program, pipeline: Expression | undefined): boolean {
  const list = pipeline && listOf(pipeline, 3);
  return (
    list !== undefined &&
    list.items.length > 0 &&
    list.items.every(({ value, spread }) => (spread ? mayBeEmpty(program, value) : isHarmless(program, value)))
  );
}

/** `[…].filter(Boolean)` and a name that is set to it, and changed nowhere, are the list. */
function listOf(expression: Expression, depth: number): Extract<Expression, { kind: 'list' }> | undefined {
  if (depth === 0) return undefined;
  if (expression.kind === 'list') return expression;
  if (expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.name === 'filter')
    return listOf(expression.callee.object, depth - 1);
  if (expression.kind !== 'name') return undefined;
  const { scope, file } = contextOf(expression);
  const bindings = bindingsOf(expression.name, scope);
  const [binding] = bindings;
  if (bindings.length !== 1 || binding?.kind !== 'value' || binding.keys.length > 0) return undefined;
  const grows = file.calls.some(
    ({ callee }) =>
      callee.kind === 'member' &&
      callee.object.kind === 'name' &&
      /^(?:push|unshift|splice|concat)$/.test(callee.name) &&
      bindingsOf(callee.object.name, contextOf(callee.object).scope) === bindings,
  );
  return grows ? undefined : listOf(binding.value, depth - 1);
}

function isHarmless(program: Program, stage: Expression): boolean {
  if (stage.kind === 'object')
    return stage.entries.length > 0 && stage.entries.every(({ key }) => typeof key === 'string' && harmless.test(key));
  const made = madeBy(program, stage);
  return (
    made.length > 0 &&
    made.every((each) => each.kind === 'null' || isUndefined(each) || (each.kind === 'object' && isHarmless(program, each)))
  );
}

/** `...(filters ? [{ $match: filters }] : [])`, or a helper that gives none where it is given none. */
function mayBeEmpty(program: Program, spread: Expression): boolean {
  if (spread.kind === 'list') return spread.items.every(({ value }) => isHarmless(program, value));
  if (spread.kind === 'conditional') return [spread.then, spread.otherwise].some((each) => mayBeEmpty(program, each));
  return madeBy(program, spread).some((each) => each.kind === 'list' && each.items.length === 0);
}

const madeBy = (program: Program, call: Expression): readonly Expression[] =>
  call.kind === 'call' ? entities(program, call.callee).flatMap((each) => (each.kind === 'function' ? returns(each.code) : [])) : [];

const isUndefined = (each: Expression): boolean => each.kind === 'name' && each.name === 'undefined';
