// Helpers of the service's own that read the variable they are given the name of: `optional('MAIL_HOST', 'SMTP_HOST')`.
import type { CallExpression, Expression, FunctionExpression } from '../../model.ts';
import { targetsOf } from './calls.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { readOfCall, readOfMember } from './environment-reads.ts';
import type { Program } from './program.ts';

export interface HelperRead {
  readonly name: string;
  /** What stands in: the right side of `optional('PORT') || '3000'`. */
  readonly fallback: Expression | undefined;
}

const namesVariable = /^[A-Z][A-Z0-9_]*$/;

/** The variables that a call has a helper read, in the order of its arguments. */
export function readsThroughHelper(program: Program, call: CallExpression): readonly HelperRead[] {
  const named = call.args.flatMap(({ value }, index) =>
    value.kind === 'string' && namesVariable.test(value.value) ? [{ name: value.value, index }] : [],
  );
  if (named.length === 0) return [];
  const asked = new Set(targetsOf(program, call).flatMap((code) => [...namePositions(program, code)]));
  const instead = standsIn(call) ?? givenDefault(call, asked);
  const looks = targetsOf(program, call).some((code) => looksElsewhere(program, code));
  return named.flatMap(({ name, index }) => {
    if (!asked.has(index)) return [];
    return [{ name, fallback: (looks ? settingNamed(program, name) : undefined) ?? instead }];
  });
}

/** `get("DEBUG", True)`, `get(app, "DEBUG", default=True)`: the argument that says so, else the one that follows the name. */
function givenDefault({ args }: CallExpression, asked: ReadonlySet<number>): Expression | undefined {
  const said = args.find(({ name = '' }) => /^(?:default|fallback)(?:_?value)?$/i.test(name));
  const last = Math.max(...asked);
  const others = args.filter((_, index) => !asked.has(index));
  return (said ?? args.find((_, index) => index > last && !asked.has(index)) ?? others[0])?.value;
}

/** Before its default it asks what is no environment for the same name: `config.get(name, default)`, `getattr(settings, name)`. */
const looksElsewhere = (program: Program, code: FunctionExpression): boolean =>
  program.memory.once('looks elsewhere for settings', code, false, () => {
    const positions = namePositions(program, code);
    const { file } = contextOf(code);
    const isName = (each: Expression | undefined): boolean => each !== undefined && positions.has(positionOf(code, each) ?? -1);
    return file.calls.some((call) => {
      if (contextOf(call).inFunction !== code || readOfCall(program, call)) return false;
      const { callee, args } = call;
      if (callee.kind === 'name') return callee.name === 'getattr' && isName(args[1]?.value);
      return callee.kind === 'member' && callee.name === 'get' && isName(args[0]?.value);
    });
  });

/** What a module of settings sets the name to. */
function settingNamed(program: Program, name: string): Expression | undefined {
  const all = program.memory.once<ReadonlyMap<string, Expression>>('names of settings', program, new Map(), () => {
    const found = new Map<string, Expression>();
    for (const file of program.files) {
      if (!ofSettings.test(file.source.path) || forOthers.test(file.source.path)) continue;
      for (const [key, bindings] of file.moduleScope.bindings)
        for (const binding of bindings)
          if (namesVariable.test(key) && binding.kind === 'value' && binding.keys.length === 0 && !found.has(key))
            found.set(key, binding.value);
    }
    return found;
  });
  return all.get(name);
}
const ofSettings = /(?:^|[/_.-])(?:settings?|config(?:uration)?|defaults?)(?:[/_.-])/i;
const forOthers = /(?:^|[/_.-])(?:dev|develop|development|local|tests?|testing|examples?)(?:[/_.-])/i;

/** Which parameters of a function are names of variables that it reads, itself or through another helper. */
function namePositions(program: Program, code: FunctionExpression): ReadonlySet<number> {
  return program.memory.once<ReadonlySet<number>>('names of variables', code, new Set(), () => {
    const { file } = contextOf(code);
    const found = new Set<number>();
    const add = (name: Expression | undefined): void => {
      const at = name === undefined ? undefined : positionOf(code, name);
      if (at !== undefined) found.add(at);
    };
    const inside = (node: Expression): boolean => contextOf(node).inFunction === code;
    for (const read of file.reads) if (read.kind === 'index' && inside(read)) add(readOfMember(program, read)?.dynamic);
    for (const call of file.calls) {
      if (!inside(call)) continue;
      add(readOfCall(program, call)?.dynamic);
      for (const target of targetsOf(program, call))
        for (const at of target === code ? found : namePositions(program, target)) add(call.args[at]?.value);
    }
    // `return optional(fallback)`: what it calls itself with is a name as well.
    return found;
  });
}

function positionOf(code: FunctionExpression, name: Expression): number | undefined {
  if (name.kind !== 'name') return undefined;
  const binding = bindingsOf(name.name, contextOf(name).scope).find((each) => each.kind === 'parameter' && each.code === code);
  const [self] = code.parameters;
  // A method's first argument goes to its second parameter.
  const bound = self?.pattern.kind === 'bind' && /^(?:self|cls)$/.test(self.pattern.name) ? 1 : 0;
  return binding?.kind === 'parameter' && binding.keys.length === 0 ? binding.index - bound : undefined;
}

function standsIn(call: CallExpression): Expression | undefined {
  const { defaults } = contextOf(call).file;
  let last: Expression | undefined;
  for (let above = defaults.get(call); above?.kind === 'binary'; above = defaults.get(above)) last = above.right;
  return last;
}
