// Packages of the same repository that a service imports, where only its own folder was given to look at.
import type { Program } from './program.ts';

/** Those of the given names that are imported for more than their types, and lead to no file that is here. */
export function elsewhereOf(program: Program, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const found = new Set<string>();
  for (const { source, imports } of program.files)
    for (const { module, isTypeOnly } of imports) {
      const name = isTypeOnly ? undefined : names.find((each) => module === each || module.startsWith(`${each}/`));
      if (name !== undefined && program.resolveModule(source.path, module, source.language).kind === 'package') found.add(name);
    }
  return [...found];
}
