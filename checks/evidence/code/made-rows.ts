// The new objects of the service's own classes that a query is handed or called on: `session.add(Plan(…))`, `plan.save()` of a `plan = Plan(…)`.
import type { CallExpression, ClassExpression, DatabaseQuery, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities } from './entities.ts';
import type { Program } from './program.ts';

export function madeRows(program: Program, { callee, args }: CallExpression): DatabaseQuery['made'] {
  const given = [...(callee.kind === 'member' ? [callee.object] : []), ...args.map(({ value }) => value)];
  return given.flatMap((each) => constructionsIn(program, each, 4)).map(({ call, code }) => ({ model: nameOf(code), call }));
}

interface Construction {
  readonly call: CallExpression;
  readonly code: ClassExpression;
}

function constructionsIn(program: Program, value: Expression, depth: number): readonly Construction[] {
  const again = (each: Expression): readonly Construction[] => (depth === 0 ? [] : constructionsIn(program, each, depth - 1));
  switch (value.kind) {
    case 'await':
      return again(value.value);
    case 'list':
      return value.items.flatMap((item) => again(item.value));
    case 'binary':
      return [...again(value.left), ...again(value.right)];
    case 'comprehension':
      return again(value.element);
    case 'call':
      return entities(program, value.callee).flatMap((each) => (each.kind === 'class' ? [{ call: value, code: each.code }] : []));
    case 'name':
      return bindingsOf(value.name, contextOf(value).scope).flatMap((binding) =>
        (binding.kind === 'value' || binding.kind === 'item') && binding.keys.length === 0 ? again(binding.value) : [],
      );
    default:
      return [];
  }
}

const nameOf = (code: ClassExpression): string => code.name ?? contextOf(code).file.names.get(code) ?? '';
