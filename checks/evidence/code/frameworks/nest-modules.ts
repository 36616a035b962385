// Controllers that some module of Nest names: what no module names answers nobody.
import type { ClassExpression, Expression } from '../../../model.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';

/** True also where not every list of controllers could be read, or where there is none. */
export function isRegistered(program: Program, code: ClassExpression): boolean {
  const named = program.memory.once<{ readonly all: ReadonlySet<ClassExpression> | undefined }>(
    'controllers of modules',
    program.files,
    { all: undefined },
    () => ({ all: namedInModules(program) }),
  ).all;
  return named === undefined || named.size === 0 || named.has(code);
}

function namedInModules(program: Program): ReadonlySet<ClassExpression> | undefined {
  const found = new Set<ClassExpression>();
  for (const { entries, writes } of program.files) {
    if (writes.some(({ target }) => target.kind === 'member' && target.name === 'controllers')) return undefined;
    for (const { key, value } of entries) {
      if (key !== 'controllers') continue;
      const classes = classesIn(program, value);
      if (classes === undefined) return undefined;
      for (const each of classes) found.add(each);
    }
  }
  return found;
}

function classesIn(program: Program, value: Expression): readonly ClassExpression[] | undefined {
  if (value.kind === 'conditional') return joined([value.then, value.otherwise].map((each) => classesIn(program, each)));
  if (value.kind !== 'list') return undefined;
  return joined(value.items.map(({ value: item, spread }) => (spread ? classesIn(program, item) : classOf(program, item))));
}

function classOf(program: Program, item: Expression): readonly ClassExpression[] | undefined {
  const classes = entities(program, item).flatMap((each) => (each.kind === 'class' ? [each.code] : []));
  // A controller of a package is none of the service's own.
  const isOfPackage = entities(program, item).some((each) => each.kind === 'outside' && each.symbol.startsWith('npm:'));
  return classes.length > 0 || isOfPackage ? classes : undefined;
}

function joined(lists: readonly (readonly ClassExpression[] | undefined)[]): readonly ClassExpression[] | undefined {
  const known = lists.flatMap((each) => (each === undefined ? [] : [each]));
  return known.length === lists.length ? known.flat() : undefined;
}
