// Calls into packages of the same repository, where only the service's own folder was given to look at.
import type { Call, Unit } from '../model.ts';

/** The package whose function it calls; undefined where the function is here, or is a package of the registry. */
export const packageElsewhere = (
  unit: Pick<Unit, 'elsewhere'>,
  { symbols, targets }: Pick<Call, 'symbols' | 'targets'>,
): string | undefined =>
  targets.length > 0
    ? undefined
    : unit.elsewhere.find((name) =>
        symbols.some((symbol) => symbol.startsWith(`npm:${name}`) && /^(?:[./(]|$)/.test(symbol.slice(name.length + 4))),
      );
