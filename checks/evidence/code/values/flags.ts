// Functions of a service's own that tell words for yes from words for no: `to_bool(os.environ.get("DEBUG", "no"))`.

import { nodesIn } from '../../../model/nodes.ts';
import type { CallExpression, Expression, FunctionExpression, Value } from '../../../model.ts';
import { returns } from '../definitions.ts';
import type { Entity } from '../entities/entity.ts';
import type { Asking } from './asking.ts';

/** What such a function was handed: the variable with its default, as `bool` and `int` pass it on. */
export function flagHanded(ask: Asking, { args }: CallExpression, targets: readonly Entity[]): Value | undefined {
  const [target, ...others] = targets;
  const [first] = args;
  if (first === undefined || others.length > 0 || target?.kind !== 'function' || !tellsYesFromNo(ask, target.code)) return undefined;
  const handed = ask.value(first.value);
  if (handed.kind === 'environment') return handed;
  return handed.kind === 'literal' && (typeof handed.value === 'boolean' || words.test(String(handed.value))) ? handed : undefined;
}

const words = /^(?:true|t|yes|y|on|1|false|f|no|n|off|0|none|null|)$/i;

const tellsYesFromNo = ({ program }: Asking, code: FunctionExpression): boolean =>
  program.memory.once('words for yes', code, false, () => {
    const back = returns(code);
    if (back.length === 0 || !back.every(isYesOrNo)) return false;
    if (!back.some(({ kind }) => kind === 'binary') && new Set(back.map((each) => String(constant(each)))).size < 2) return false;
    return nodesIn(code.body).some((each) => each.kind === 'string' && /^true$/i.test(each.value));
  });

const isYesOrNo = (value: Expression): boolean =>
  value.kind === 'null' || constant(value) !== undefined || (value.kind === 'binary' && /^(?:in|not in|[!=]==?)$/.test(value.operator));

function constant(value: Expression): boolean | undefined {
  if (value.kind === 'boolean') return value.value;
  return value.kind === 'number' && (value.value === 0 || value.value === 1) ? value.value === 1 : undefined;
}
