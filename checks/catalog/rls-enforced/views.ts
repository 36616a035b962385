// Views that read with their owner's rights, and relations that policies do not reach.
import type { Catalogue, Relation } from '../../model.ts';
import { type Fault, isExposed, named, roles } from './words.ts';

export function viewFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.relations.flatMap((relation): readonly Fault[] => {
    const readers = roles.filter((role) => relation.grants[role].includes('SELECT'));
    if (relation.ofExtension || !isExposed(relation, catalogue) || readers.length === 0) return [];
    const object = named(relation);
    const who = readers.join(' and ');
    switch (relation.kind) {
      case 'materialized-view':
        return [{ object, message: `materialized view ${object} is readable by ${who}, and no policy holds for it` }];
      case 'foreign-table':
        return [{ object, message: `foreign table ${object} is readable by ${who}, and no policy holds for it` }];
      case 'view':
        return ownersView(relation, catalogue, who);
      default:
        return [];
    }
  });
}

function ownersView(view: Relation, catalogue: Catalogue, who: string): readonly Fault[] {
  const object = named(view);
  const below = readBelow(view, catalogue, new Set());
  if (below.some((each) => named(each) === 'auth.users')) {
    return [{ object, message: `view ${object} shows auth.users to ${who}` }];
  }
  if (view.securityInvoker) return [];
  // Who may read the tables themselves, and all their rows, learns nothing from the view.
  const kept = below.find(
    (each) => each.rowSecurity || roles.some((role) => view.grants[role].includes('SELECT') && !each.grants[role].includes('SELECT')),
  );
  if (kept === undefined) return [];
  return [
    {
      object,
      message: `view ${object} reads ${named(kept)} with its owner's rights and shows it to ${who}: ${wayOut(catalogue)}`,
    },
  ];
}

const wayOut = ({ serverVersion }: Catalogue): string =>
  serverVersion >= 150_000
    ? 'it is no security_invoker view'
    : `PostgreSQL ${Math.floor(serverVersion / 10_000)} has no security_invoker views`;

/** Tables that a view reads, through other views that hand their rights on. */
function readBelow(view: Relation, catalogue: Catalogue, above: ReadonlySet<string>): readonly Relation[] {
  return view.reads.flatMap((name) => {
    const read = catalogue.relations.find((each) => named(each) === name);
    if (read === undefined || above.has(name)) return [];
    return read.kind === 'view' ? readBelow(read, catalogue, new Set([...above, name])) : [read];
  });
}
