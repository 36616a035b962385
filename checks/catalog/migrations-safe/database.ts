// What of the live schema stops the next upgrade, of the server or of the platform.
import { inconclusive, notApplicable, settle } from '../../answer.ts';
import type { Answer, Catalogue, DatabaseEvidence, Finding } from '../../model.ts';

export function judgeDatabase({ name, catalogue }: DatabaseEvidence): Answer {
  if ('missing' in catalogue) return inconclusive(catalogue.missing);
  const at = (object: string): Finding['place'] => ({ kind: 'database', database: name, object });
  const bad = [...numberedByServer(catalogue.found), ...ontoPlatform(catalogue.found)];
  return settle(
    { bad: bad.map(({ object, message }) => ({ message, place: at(object) })), good: [] },
    notApplicable(`nothing in the catalogue of ${name} stands in the way of an upgrade; migrations that wait are judged by their files`),
  );
}

interface Obstacle {
  readonly object: string;
  readonly message: string;
}

// Their values are numbers that a new server gives anew; regclass, regrole and regtype keep theirs.
const numbered = /^reg(?:collation|config|dictionary|namespace|oper|operator|proc|procedure)(?:\[\])*$/;

function numberedByServer({ relations }: Catalogue): readonly Obstacle[] {
  return relations
    .filter(({ kind, ofExtension }) => (kind === 'table' || kind === 'partitioned-table' || kind === 'materialized-view') && !ofExtension)
    .flatMap(({ schema, name, columns }) =>
      columns
        .filter(({ type }) => numbered.test(type))
        .map((column) => ({
          object: `column ${schema}.${name}.${column.name}`,
          message: `it is of type ${column.type}, and pg_upgrade refuses a database with such a column`,
        })),
    );
}

const ownedByPlatform = new Set(['auth', 'storage', 'realtime', 'vault']);

function ontoPlatform({ foreignKeys, supabase }: Catalogue): readonly Obstacle[] {
  if (!supabase) return [];
  return foreignKeys
    .filter(({ schema, references, toUniqueOnly }) => toUniqueOnly && /^auth\./.test(references) && !ownedByPlatform.has(schema))
    .map(({ schema, table, name, references }) => ({
      object: `constraint ${schema}.${table}/${name}`,
      message: `it points at a unique constraint of ${references} that is not its key: the platform can't change that constraint while it is there`,
    }));
}
