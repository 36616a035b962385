// Which argument of a call goes to which parameter.
import type { CallExpression, Expression } from '../../model.ts';
import type { Binding } from './context.ts';

/** The expression a call hands to a parameter. */
export function argumentFor(call: CallExpression, binding: Extract<Binding, { kind: 'parameter' }>): Expression | undefined {
  const declared = binding.code.parameters[binding.index];
  const name = declared?.pattern.kind === 'bind' ? declared.pattern.name : undefined;
  const [self] = binding.code.parameters;
  const method = self?.pattern.kind === 'bind' && (self.pattern.name === 'self' || self.pattern.name === 'cls') ? 1 : 0;
  const positional = call.args.filter((argument) => argument.name === undefined && argument.spread === undefined);
  return (
    call.args.find((argument) => argument.name !== undefined && argument.name === name)?.value ?? positional[binding.index - method]?.value
  );
}
