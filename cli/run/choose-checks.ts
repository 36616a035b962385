// Which checks a run holds: `--only` and `--skip`.
import { catalog } from '../../checks/catalog/index.ts';
import type { Check } from '../../checks/model.ts';
import { didYouMean } from '../nearest.ts';
import { Problem } from '../problem.ts';

export interface ChosenChecks {
  readonly checks: readonly Check[];
  /** Why the others are not part of the run. */
  readonly leftOutBecause?: string;
}

/** The checks asked for; a Problem for an id that no check has, or where none is left. */
export function chooseChecks(only: readonly string[], skip: readonly string[], among: readonly Check[] = catalog): ChosenChecks {
  const ids = catalog.map(({ id }) => id);
  for (const id of [...only, ...skip]) {
    if (!ids.includes(id)) throw new Problem(`no check is called "${id}"${didYouMean(id, ids)}; launchgate checks lists all`);
  }
  const checks = among.filter(({ id }) => (only.length === 0 || only.includes(id)) && !skip.includes(id));
  if (checks.length === 0) throw new Problem('--only and --skip leave no check to run');
  const how = [only.length > 0 ? '--only' : '', skip.length > 0 ? '--skip' : ''].filter((flag) => flag !== '');
  return how.length === 0 ? { checks } : { checks, leftOutBecause: `left out by ${how.join(' and ')}` };
}

/** The check with its judge of the environment alone; none where it has none. */
export function environmentOnly(check: Check): readonly Check[] {
  const { environment } = check.judge;
  if (environment === undefined) return [];
  const { probes: _, ...rest } = check;
  return [{ ...rest, judge: { environment } }];
}
