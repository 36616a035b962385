// Queries of Kysely's builder.
import type { DatabaseQuery, QueryStep } from '../../model.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const kyselyRoot = /^(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/;

/** `db.selectFrom('plans').select('id').where(…).execute()` of Kysely. */
export function kysely(steps: readonly QueryStep[]): Shape | undefined {
  const root = steps.find(({ name, args }) => kyselyRoot.test(name) && args.length > 0)?.name;
  const names = steps.map(({ name }) => name);
  if (root === undefined || !names.some((name) => /^(?:execute\w*|stream|compile|as|\$if|where|limit|values|set)$/.test(name)))
    return undefined;
  const does: Does =
    root === 'insertInto'
      ? names.some((name) => /^(?:onConflict|onDuplicateKeyUpdate|ignore)$/.test(name))
        ? 'upsert'
        : 'insert'
      : root === 'updateTable'
        ? 'update'
        : root === 'deleteFrom'
          ? 'delete'
          : root === 'selectFrom'
            ? 'read'
            : 'upsert';
  const bounded =
    does !== 'read' || names.some((name) => /^(?:where\w*|limit|top|fetch|having|executeTakeFirst\w*|groupBy|\w*[jJ]oin)$/.test(name));
  return { does, through: 'Kysely', everyColumn: does === 'read' && names.includes('selectAll') && !names.includes('innerJoin'), bounded };
}
