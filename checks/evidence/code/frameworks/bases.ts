// What classes of the service are derived from.
import type { Expression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import type { Entity } from '../entities/entity.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

/** Symbols of the bases of the class, or of the instance's class, that an expression names, and of theirs. A text may name it too, as in settings of Django. */
export function basesOf(program: Program, expression: Expression, depth = 4): readonly string[] {
  if (depth === 0) return [];
  const named = expression.kind === 'string' ? namedIn(program, expression) : entities(program, expression);
  return named.flatMap((each) => {
    const code = each.kind === 'class' ? each.code : each.kind === 'instance' ? each.of : undefined;
    return (code?.bases ?? []).flatMap((base) => [...symbolsOf(program, base), ...basesOf(program, base, depth - 1)]);
  });
}

/** `'plans.throttling.PerPlan'`: the class of that name in that module of the service. */
function namedIn(program: Program, text: Extract<Expression, { kind: 'string' }>): readonly Entity[] {
  const [, module, name] = /^([\w.]+)\.(\w+)$/.exec(text.value) ?? [];
  const { path, language } = contextOf(text).file.source;
  if (module === undefined || name === undefined || language !== 'python') return [];
  const target = program.resolveModule(path, module, 'python');
  const bound = target.kind === 'file' ? program.file(target.path)?.moduleScope.bindings.get(name) : undefined;
  return (bound ?? []).flatMap((binding): readonly Entity[] => (binding.kind === 'class' ? [{ kind: 'class', code: binding.code }] : []));
}
