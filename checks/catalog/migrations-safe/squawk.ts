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
    const key = `${place.path}:${statement?.place.line ?? place.line}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ message: `${tool} says ${rule}: ${message}`, place: statement?.place ?? place }];
  });
}

const statementAt = (statements: readonly SqlStatement[], line: number): SqlStatement | undefined =>
  statements.findLast((each) => each.place.line <= line);
