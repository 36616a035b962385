// Where the data in a parameter comes from.
import type { CallExpression, Expression, FunctionExpression, Source } from '../../model.ts';
import { argumentFor } from './arguments.ts';
import { callersOf } from './callers.ts';
import type { Binding } from './context.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { tracedOnce } from './source-memo.ts';
import { narrowed } from './source-parts.ts';
import { caught, guarded, inputOf, iterated } from './source-steps.ts';
import { deeper, type Frame, isOpen, maxDepth, type Trail } from './source-trail.ts';

/** What its callers hand over to a parameter: in a followed call that call, otherwise all in sight; or what a framework does. */
export function ofParameter(
  program: Program,
  binding: Extract<Binding, { kind: 'parameter' }>,
  expression: Expression,
  trail: Trail,
): readonly Source[] {
  const place = placeOf(expression);
  const { code, index, keys } = binding;
  const role = program.roles.get(code);
  const handed = role?.parameters[index];
  if (role && handed === 'exception') {
    return narrowed([{ ...caught(program, role.types, expression), place }], keys);
  }
  if (handed === 'request' || handed === 'context') return narrowed([{ kind: 'request', part: 'whole', place }], keys);
  if (handed === 'input') return [{ ...inputOf(program, code, index, binding.name), place }];
  const over = iterated(program, code);
  if (over !== undefined) return narrowed(trail.trace(program, over, deeper(trail)), keys);
  const frame = frameOf(code, trail.frame);
  const givenBy = (calls: readonly CallExpression[]): readonly Source[] =>
    calls.flatMap((call) => {
      const argument = trail.progress.stepsLeft > 0 ? argumentFor(call, binding) : undefined;
      return argument ? trail.inside(program, argument, keys, { ...trail, frame: frame?.outer }) : [];
    });
  // A function that hands its parameter on to itself: what the others hand it is being traced.
  if (!frame && isOpen(trail, binding)) return [];
  const byAnyone = (): readonly Source[] => {
    // Each argument would be cut.
    if (trail.depth > maxDepth && keys.length === 0) {
      trail.progress.cutByDepth += 1;
      return [];
    }
    trail.open.set(binding, trail.open.size);
    const found = givenBy(callersOf(program, code));
    trail.open.delete(binding);
    return found;
  };
  const given = frame ? givenBy([frame.call]) : tracedOnce(program, trail.ofPart ? 'given for a part' : 'given', binding, trail, byAnyone);
  if (given.length > 0) return given.map((source) => guarded(source, expression));
  if (frame) return binding.fallback ? trail.trace(program, binding.fallback, { ...trail, frame: frame.outer }) : [];
  // Nobody in sight calls it: a framework or a callback does, and names what it hands over.
  if (/^(?:req|request|ctx|context)$/.test(binding.name)) return narrowed([{ kind: 'request', part: 'whole', place }], keys);
  if (/^(?:e|err|error|ex|exc|exception)$/.test(binding.name) && !isLeftOut(program, binding))
    return narrowed([{ ...caught(program, [], expression), place }], keys);
  return [{ kind: 'parameter', name: binding.name, code: codeFunction(code), place }];
}

/** Those who call it hand over nothing here: `told('Deleted.')` of `told(title, error?)`. */
function isLeftOut(program: Program, binding: Extract<Binding, { kind: 'parameter' }>): boolean {
  const calls = callersOf(program, binding.code);
  const isBare = ({ args }: CallExpression): boolean => args.every(({ spread }) => spread === undefined);
  return calls.length > 0 && calls.every((call) => isBare(call) && argumentFor(call, binding) === undefined);
}

function frameOf(code: FunctionExpression, frame: Frame | undefined): Frame | undefined {
  for (let each = frame; each; each = each.outer) if (each.code === code) return each;
  return undefined;
}
