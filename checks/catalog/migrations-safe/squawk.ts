// What squawk found and the judge beside did not. Style and habits are left to it; so is what it flags whatever stands before it.
import type { Finding, LintedMigrations, MigrationFile, SqlStatement } from '../../model.ts';

/** Rules about locks and lost data that need no knowledge of other files. */
const hazardous: ReadonlySet<string> = new Set([
  'require-concurrent-index-creation',
  'require-concurrent-index-deletion',
  'require-concurrent-reindex',
  'require-concurrent-partition-attach',
  'require-concurrent-partition-detach',
  'require-concurrent-refresh-materialized-view',
  'adding-foreign-key-constraint',
  'adding-serial-primary-key-field',
  'constraint-missing-not-valid',
  'disallowed-unique-constraint',
  'ban-alter-domain-with-add-constraint',
  'ban-concurrent-index-creation-in-transaction',
  'ban-drop-column',
  'ban-drop-database',
  'ban-drop-table',
  'ban-truncate-cascade',
  'renaming-column',
  'renaming-table',
]);

/** One for each statement that no finding stands at yet; of migrations that are still to be applied. */
export function foundBySquawk(
  { tool, findings }: LintedMigrations,
  files: readonly MigrationFile[],
  known: readonly Finding[],
): readonly Finding[] {
  const told = new Set(known.map(({ place }) => (place.kind === 'file' ? `${place.path}:${place.line}` : '')));
  return findings.flatMap(({ rule, message, place }): readonly Finding[] => {
    const file = files.find((each) => each.place.path === place.path);
    if (!hazardous.has(rule) || file === undefined || file.applied === true || 'missing' in file.statements) return [];
    const statement = statementAt(file.statements.found, place.line);
    // Read alone, a file does not tell it that nobody can be using what it has just made.
    if (statement !== undefined && isOnItsOwn(file.statements.found, statement)) return [];
    const key = `${place.path}:${statement?.place.line ?? place.line}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ message: `${tool} says ${rule}: ${message}`, place: statement?.place ?? place }];
  });
}

/** Everything it does, it does to tables that stand above it in the same file. */
function isOnItsOwn(statements: readonly SqlStatement[], statement: SqlStatement): boolean {
  const made = new Set(
    statements
      .slice(0, statements.indexOf(statement))
      .flatMap(({ acts }) => acts.flatMap(({ does, relation }) => (does === 'create-table' && relation !== undefined ? [relation] : []))),
  );
  const on = statement.acts.flatMap(({ does, relation }) => (does === 'drop-table' || relation === undefined ? [] : [relation]));
  return on.length > 0 && on.length === statement.acts.length && on.every((relation) => made.has(relation));
}

const statementAt = (statements: readonly SqlStatement[], line: number): SqlStatement | undefined =>
  statements.findLast((each) => each.place.line <= line);
