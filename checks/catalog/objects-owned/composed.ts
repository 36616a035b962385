// Permissions of REST framework put together by `|` and `&`: who is left for one method.
import { nodesIn } from '../../model/nodes.ts';
import type { Expression, Unit } from '../../model.ts';

/** What each alternative that the method may come through asks for; none where nothing is put together. */
export function alternativesFor(method: string, expression: Expression): readonly Expression[] {
  if (expression.kind !== 'binary') return isOpenTo(method, expression) ? [expression] : [];
  const { operator, left, right } = expression;
  if (operator === '|') return [left, right].flatMap((each) => alternativesFor(method, each));
  return [left, right].every((each) => alternativesFor(method, each).length > 0) ? [expression] : [];
}

/** Classes that are named after the methods they let through. */
const methods: readonly (readonly [name: RegExp, methods: RegExp])[] = [
  [/^(?:Is)?ReadOnly$/, /^(?:GET|HEAD|OPTIONS)$/],
  [/^(?:Is)?(?:CreateOnly|Creating)$/, /^POST$/],
  [/^(?:Is)?(?:UpdateOnly|Updating)$/, /^(?:PUT|PATCH)$/],
  [/^(?:Is)?(?:DeleteOnly|Deleting)$/, /^DELETE$/],
];

const isOpenTo = (method: string, expression: Expression): boolean =>
  expression.kind !== 'name' || methods.every(([name, open]) => !name.test(expression.name) || open.test(method));

/** A class that looks at a role of whoever asks, `request.user.is_accountant`, and at nothing of the object. */
export function isRole(unit: Unit, expression: Expression): boolean {
  if (expression.kind === 'binary')
    return expression.operator === '&' && [expression.left, expression.right].some((each) => isRole(unit, each));
  const name = expression.kind === 'name' ? expression.name : undefined;
  const own = unit.functions().filter(({ owner, name: called }) => owner === name && /^has_(?:object_)?permission$/.test(called));
  const inside = own.flatMap(({ node }) => nodesIn(node.body));
  const flags = inside.filter((node) => node.kind === 'member' && role.test(node.name));
  const ofObject = inside.some((node) => node.kind === 'member' && node.object.kind === 'name' && /^_?obj(?:ect)?$/.test(node.object.name));
  return name !== undefined && flags.length > 0 && !ofObject;
}

const role = /^is_(?!authenticated$|active$|anonymous$|verified$|owner$)\w+$/;
