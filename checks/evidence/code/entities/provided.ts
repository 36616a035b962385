// What stands in for an abstract class where a container hands it out: `{ provide: PlanStore, useClass: PostgresPlanStore }`, also by a factory, or the classes that extend it.
import type { ClassExpression, Expression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import type { Following } from './following.ts';

type Stands = ReadonlyMap<ClassExpression, readonly ClassExpression[]>;

const nobody: readonly ClassExpression[] = [];

/** Classes whose instances are handed out in place of this one. */
export const providedFor = (follow: Following, code: ClassExpression): readonly ClassExpression[] => stands(follow).get(code) ?? nobody;

function stands(follow: Following): Stands {
  const { program } = follow;
  return program.memory.once<Stands>('provided', program.files, new Map(), () => {
    const found = new Map<ClassExpression, ClassExpression[]>();
    const add = (given: Expression, other: Expression): void => {
      for (const token of classesIn(follow, given))
        for (const each of classesIn(follow, other)) if (each !== token) found.set(token, [...(found.get(token) ?? []), each]);
    };
    for (const { entries, classes } of program.files) {
      for (const [index, { key, value }] of entries.entries()) {
        if (key !== 'provide') continue;
        const near = entries.slice(index + 1, index + 4).find((each) => /^(?:useClass|useExisting|useFactory|provide)$/.test(each.key));
        if (near?.key === 'useFactory') for (const made of madeBy(near.value)) add(value, made);
        else if (near && near.key !== 'provide') add(value, near.value);
      }
      for (const code of classes) for (const base of code.bases) add(base, code);
    }
    return found;
  });
}

/** The classes that a factory makes one of: `(plans) => new AddPlan(plans)`. */
const madeBy = (factory: Expression): readonly Expression[] =>
  factory.kind === 'function'
    ? (contextOf(factory).file.returns.get(factory) ?? []).flatMap((value) =>
        value.kind === 'call' && value.isNew === true ? [value.callee] : [],
      )
    : [];

const classesIn = (follow: Following, expression: Expression): readonly ClassExpression[] =>
  expression.kind === 'class' ? [expression] : follow.entities(expression).flatMap((each) => (each.kind === 'class' ? [each.code] : []));
