// Applications and routers that functions are handed under names of their own: `require('./plans')(service)`.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { bindingsOf } from '../entities/entity.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';

/** Which framework the arguments of a function are of, by their position. */
type Handed = Map<FunctionExpression, Map<number, string>>;
type Known = (expression: Expression) => string | undefined;

/** The framework that a parameter is of where callers hand one over; `known` tells it of what is no parameter. */
export function frameworkHanded(program: Program, receiver: Expression, known: Known): string | undefined {
  if (receiver.kind !== 'name') return undefined;
  const handed = parameterOf(receiver);
  return handed && handedOver(program, known).get(handed.code)?.get(handed.index);
}

function parameterOf(
  name: Extract<Expression, { kind: 'name' }>,
): { readonly code: FunctionExpression; readonly index: number } | undefined {
  for (const binding of bindingsOf(name.name, contextOf(name).scope))
    if (binding.kind === 'parameter' && binding.keys.length === 0) return { code: binding.code, index: binding.index };
  return undefined;
}

/** Words in the names of what serves: nothing else is looked up, as nearly every call hands something over. */
const serving = /app|serv|rout|api|express|koa|fastify|hono|web|http|main|^r$/i;

function handedOver(program: Program, known: Known): Handed {
  return program.memory.once<Handed>('applications handed over', program.files, new Map(), () => {
    const found: Handed = new Map();
    const passing: (readonly [call: CallExpression, index: number, code: FunctionExpression, at: number])[] = [];
    for (const { calls } of program.files)
      for (const call of calls)
        for (const [index, { value, name }] of call.args.entries()) {
          if (name !== undefined || value.kind !== 'name' || !serving.test(value.name)) continue;
          const own = parameterOf(value);
          const framework = own ? undefined : known(value);
          if (own) passing.push([call, index, own.code, own.index]);
          else if (framework !== undefined && framework !== 'by-name') add(program, found, call, index, framework);
        }
    // What is handed a function is handed on by it.
    for (let depth = 0, before = -1; depth < 4 && found.size > before; depth += 1) {
      before = found.size;
      for (const [call, index, code, at] of passing) {
        const framework = found.get(code)?.get(at);
        if (framework !== undefined) add(program, found, call, index, framework);
      }
    }
    return found;
  });
}

function add(program: Program, found: Handed, call: CallExpression, index: number, framework: string): void {
  for (const target of entities(program, call.callee)) {
    if (target.kind !== 'function') continue;
    const indexes = found.get(target.code) ?? new Map<number, string>();
    found.set(target.code, indexes.set(index + (isBound(target.code) ? 1 : 0), framework));
  }
}

/** A method of Python: what it is called on comes first. */
const isBound = ({ parameters: [first] }: FunctionExpression): boolean =>
  first?.pattern.kind === 'bind' && /^(?:self|cls)$/.test(first.pattern.name);
