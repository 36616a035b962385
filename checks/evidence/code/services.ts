// The services that were found, made when they are first asked for, and let go where nothing asks for them any more.
import type { Unit } from '../../model.ts';
import type { FoundUnit } from './discover.ts';

export interface Prepared {
  readonly found: FoundUnit;
  /** Its files that hold a word of a check, and the rest. */
  readonly paths: readonly string[];
  readonly others: readonly string[];
}
export interface Services {
  readonly one: (prepared: Prepared) => Unit;
  readonly all: () => readonly Unit[];
  /** Asks each service for itself; answers in their order. Those that share a file are let go together, before the next are made. */
  readonly eachApart: <T>(ask: (unit: Unit) => T) => readonly T[];
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
  const eachApart: Services['eachApart'] = (ask) => {
    const answers = new Map<Prepared, ReturnType<typeof ask>>();
    const groups = apart(prepared);
    for (const [at, group] of groups.entries()) {
      if (at > 0) {
        made.clear();
        keepOnly(new Set(groups.slice(at).flatMap((coming) => coming.flatMap(({ found }) => [...found.files]))));
      }
      for (const each of group) answers.set(each, ask(one(each)));
    }
    return [...answers].sort(([a], [b]) => prepared.indexOf(a) - prepared.indexOf(b)).map(([, answer]) => answer);
  };
  return { one, all: () => prepared.map(one), eachApart };
}

/** Services in groups: those that share a file are together. */
function apart(all: readonly Prepared[]): readonly (readonly Prepared[])[] {
  let groups: { readonly members: readonly Prepared[]; readonly files: ReadonlySet<string> }[] = [];
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
