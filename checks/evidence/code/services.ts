// The services that were found, made when they are first asked for, and let go where nothing asks for them any more.
import type { Unit } from '../../model.ts';
import type { FoundUnit } from './discover.ts';

export interface Prepared {
  readonly found: FoundUnit;
  /** Its files that hold a word of a check, and the rest. */
  readonly paths: readonly string[];
  readonly others: readonly string[];
}
/** Services that share a file: what was worked out for one serves the other. */
type Group = readonly Prepared[];

export interface Services {
  readonly one: (prepared: Prepared) => Unit;
  readonly all: () => readonly Unit[];
  /**
   * Asks each service for itself, answers in their order. A group is let go before the next is made: that takes less room than to
   * hold all. What is asked of a service later is worked out again. `between` is called where a group has gone and another comes.
   */
  readonly eachApart: <T>(ask: (unit: Unit) => T, between?: () => void) => readonly T[];
}

/** `keepOnly` lets go of all lowered files but these. */
export function makeServices(
  prepared: readonly Prepared[],
  make: (prepared: Prepared) => Unit,
  keepOnly: (paths: ReadonlySet<string>) => void,
): Services {
  const made = new Map<Prepared, Unit>();
  const one = (each: Prepared): Unit => {
    const unit = made.get(each) ?? make(each);
    made.set(each, unit);
    return unit;
  };
  const eachApart: Services['eachApart'] = (ask, between) => {
    const answers = new Map<Prepared, ReturnType<typeof ask>>();
    // In a frame of its own: a service that this one still named could not be let go.
    const askGroup = (group: Group): void => {
      for (const each of group) answers.set(each, ask(one(each)));
    };
    const groups = apart(prepared);
    for (const [at, group] of groups.entries()) {
      made.clear();
      keepOnly(new Set(groups.slice(at).flatMap((coming) => coming.flatMap(({ found }) => [...found.files]))));
      if (at > 0) between?.();
      askGroup(group);
    }
    return [...answers].sort(([a], [b]) => prepared.indexOf(a) - prepared.indexOf(b)).map(([, answer]) => answer);
  };
  return { one, all: () => prepared.map(one), eachApart };
}

function apart(all: readonly Prepared[]): readonly Group[] {
  let groups: { readonly members: Group; readonly files: ReadonlySet<string> }[] = [];
  for (const each of all) {
    const own = each.found.files;
    const joined = groups.filter(({ files }) => !files.isDisjointFrom(own));
    groups = groups.filter((group) => !joined.includes(group));
    groups.push({
      members: [...joined.flatMap(({ members }) => members), each],
      files: joined.reduce<ReadonlySet<string>>((files, group) => files.union(group.files), own),
    });
  }
  return groups.map(({ members }) => members);
}
