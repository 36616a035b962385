// Which argument of a call goes to which parameter.
import type { CallExpression, Expression } from '../../model.ts';
import type { Binding } from './context.ts';

/** The expression a call hands to a parameter. */
export function argumentFor(call: CallExpression, binding: Extract<Binding, { kind: 'parameter' }>): Expression | undefined {
  const declared = binding.code.parameters[binding.index];
  const name = declared?.pattern.kind === 'bind' ? declared.pattern.name : undefined;
  const [self] = binding.code.parameters;
  const method = self?.pattern.kind === 'bind' && (self.pattern.name === 'self' || self.pattern.name === 'cls') ? 1 : 0;
  const position = binding.index - method;
  let positional = 0;
  let inPlace: Expression | undefined;
  for (const argument of call.args) {
    if (argument.name !== undefined) {
      if (argument.name === name) return argument.value;
    } else if (argument.spread === undefined) {
      if (positional === position) inPlace = argument.value;
      positional += 1;
    }
  }
  return inPlace;
}
