// Which packages a service imports, also for their effect alone, and in which runs.
import type { CallExpression, ImportStatement, ModuleImport } from '../../model.ts';
import { contextOf } from './context.ts';
import { runsIn } from './guards.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';
import { madeByPrisma } from './script-target.ts';

interface Imported {
  readonly module: string;
  readonly node: ImportStatement | CallExpression;
  readonly order: number;
}

/** Imports and requires of the packages or of what lies below them, of all where none is named; in the order of the files. */
export function importsOf(program: Program, modules: readonly string[]): readonly ModuleImport[] {
  const wanted = (module: string): boolean =>
    modules.length === 0 || modules.some((each) => module === each || module.startsWith(`${each}/`) || module.startsWith(`${each}.`));
  return [...importedModules(program)]
    .flatMap(([module, imported]) => (wanted(module) ? imported : []))
    .sort((a, b) => a.order - b.order)
    .map(({ module, node }) => ({ module, place: placeOf(node), runsIn: runsIn(program, contextOf(node).guards) }));
}

/** Every import of the service by its module. */
function importedModules(program: Program): ReadonlyMap<string, readonly Imported[]> {
  return program.memory.once<ReadonlyMap<string, readonly Imported[]>>('imports by module', program.files, new Map(), () => {
    const found = new Map<string, Imported[]>();
    let order = 0;
    const add = (written: string, node: Imported['node']): void => {
      const module = madeByPrisma.test(written) ? '@prisma/client' : written;
      const each = { module, node, order };
      order += 1;
      const known = found.get(module);
      if (known) known.push(each);
      else found.set(module, [each]);
    };
    for (const file of program.files) {
      for (const node of file.imports) if (node.isTypeOnly !== true) add(node.module, node);
      for (const node of file.calls) {
        if (node.callee.kind !== 'name' || (node.callee.name !== 'require' && node.callee.name !== 'import')) continue;
        const [first] = node.args;
        if (first?.value.kind === 'string') add(first.value.value, node);
      }
    }
    return found;
  });
}
