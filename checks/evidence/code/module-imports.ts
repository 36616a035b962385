// Which packages a service imports, also for their effect alone, and in which runs.
import type { ModuleImport } from '../../model.ts';
import { contextOf } from './context.ts';
import { runsIn } from './guards.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';

/** Imports and requires of the packages or of what lies below them, in the order of the files. */
export function importsOf(program: Program, modules: readonly string[]): readonly ModuleImport[] {
  const wanted = (module: string): boolean =>
    modules.some((each) => module === each || module.startsWith(`${each}/`) || module.startsWith(`${each}.`));
  return program.files.flatMap((file) => {
    const imported = file.imports
      .filter(({ module, isTypeOnly }) => isTypeOnly !== true && wanted(module))
      .map((node) => ({ module: node.module, node }));
    const required = file.calls.flatMap((node) => {
      const [first] = node.args;
      const isImport = node.callee.kind === 'name' && (node.callee.name === 'require' || node.callee.name === 'import');
      return isImport && first?.value.kind === 'string' && wanted(first.value.value) ? [{ module: first.value.value, node }] : [];
    });
    return [...imported, ...required].map(({ module, node }) => ({
      module,
      place: placeOf(node),
      runsIn: runsIn(program, contextOf(node).guards),
    }));
  });
}
