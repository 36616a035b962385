// Errors of class-validator that Nest's ValidationPipe hands on whole: each holds the object that was sent, and the value that was rejected.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Finding, Unit, Value } from '../../model.ts';

export function rejectedWhole(unit: Unit): readonly Finding[] {
  return unit
    .calls('npm:@nestjs/common.ValidationPipe')
    .filter((call) => call.runsIn !== 'development' && !call.onlyAsScript && !hidesInput(call))
    .flatMap((call) => {
      const factory = call.option('exceptionFactory');
      const code = typeof factory === 'object' && factory.kind === 'function' ? factory.code : undefined;
      const thrown = code && handedOn(code);
      return thrown && isAnswered(unit) ? [finding(unit, thrown)] : [];
    });
}

const finding = (unit: Unit, thrown: Expression): Finding => ({
  message: 'errors of class-validator are answered whole, with the object that was sent and the values rejected',
  place: unit.place(thrown),
});

/** `validationError: { target: false, value: false }`. */
function hidesInput(call: Call): boolean {
  const set = call.option('validationError');
  if (typeof set === 'string') return set === 'unknown';
  const isOff = (name: string): boolean => set.kind === 'record' && set.entries.some(([key, value]) => key === name && isFalse(value));
  return set.kind !== 'record' || (isOff('target') && isOff('value'));
}
const isFalse = (value: Value): boolean => value.kind === 'literal' && value.value === false;

/** `(errors) => new UnprocessableEntityException(errors)`: the exception is given the errors as they are. */
function handedOn({ node }: CodeFunction): Expression | undefined {
  const pattern = node.parameters[0]?.pattern;
  if (pattern?.kind !== 'bind') return undefined;
  const isErrors = (value: Expression): boolean =>
    (value.kind === 'name' && value.name === pattern.name) ||
    (value.kind === 'object' && value.entries.some((entry) => entry.value.kind === 'name' && entry.value.name === pattern.name));
  for (const each of nodesIn(node.body))
    if (each.kind === 'call' && each.isNew === true && each.args.some(({ value }) => isErrors(value))) return each;
  return undefined;
}

/** By Nest itself where no filter stands between, or by one that sends on what the exception holds. */
function isAnswered(unit: Unit): boolean {
  const filters = unit.errorHandlers.filter(({ how }) => how === 'exception filter');
  return (
    filters.length === 0 ||
    filters.some(({ code }) => code !== undefined && unit.callsFrom(code).some((call) => isResponse(call) && unit.uses(call).escapes))
  );
}
const isResponse = ({ node: { callee } }: Call): boolean =>
  callee.kind === 'member' && callee.name === 'getResponse' && isException(callee.object);
const isException = (value: Expression): boolean => value.kind === 'name' && /^(?:e|err|error|ex|exc|exception)$/i.test(value.name);
