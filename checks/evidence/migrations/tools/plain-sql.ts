// Folders of SQL files that a number orders: the Supabase CLI's, and the many tools that agree on such names.
import { byVersion, firstLine, folderOf, lastOf, type RawFile, type RawSet, type ReadText } from './raw-set.ts';

const supabaseName = /^(\d+)_(.*)\.sql$/;
// `001_users.sql`, `20240101120000-users.up.sql`; of Flyway `V1.1__users.sql`
const numbered = /^(?:V(?=\d+(?:[._]\d+)*__))?(\d+(?:[._]\d+(?=[\d._]*__))*)(?:__|[_.-])(.*?)(?:\.up)?\.sql$/i;
const wayDown = /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$|^U\d/i;

/** `supabase/migrations` of each project in the checkout. */
export function supabaseSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const folders = foldersWith(paths, (path) => /(?:^|\/)supabase\/migrations\/[^/]+\.sql$/.test(path));
  return [...folders].map(([folder, own]) => {
    const files = own.flatMap((path) => rawFile(path, supabaseName, read));
    const passedOver = own.filter((path) => !supabaseName.test(lastOf(path))).map(firstLine);
    return { tool: 'supabase', folder, files: files.toSorted(byVersion), passedOver, absent: [], heads: [] };
  });
}

const inMigrations = /(?:^|\/)(?:(?:[\w-]*migrat\w*|sql|schema)|[\w-]*migrations\/[\w-]+)\/[^/]+\.sql$/i;
const aside = /migrations\/(?:down|undo|rollbacks?|reverts?|seeds?|data|archived?|old|functions?|procedures?|views?)\/[^/]+$/i;

/** Every other folder whose name speaks of migrations and whose SQL files are numbered. */
export function plainSqlSets(paths: readonly string[], read: ReadText): readonly RawSet[] {
  const folders = foldersWith(paths, (path) => inMigrations.test(path) && !aside.test(path));
  return [...folders].flatMap(([folder, own]): readonly RawSet[] => {
    const upward = own.filter((path) => !wayDown.test(lastOf(path)));
    const files = upward.flatMap((path) => rawFile(path, numbered, read));
    const speaks = /migrat/i.test(lastOf(folder));
    // One of several databases: `migrations/tenants`. Below such a folder much may lie that is no migration.
    const isBelow = !speaks && !/^(?:sql|schema)$/i.test(lastOf(folder));
    if (files.length === 0 || (!speaks && files.length < upward.length) || (isBelow && files.length < 2)) return [];
    const passedOver = speaks ? upward.filter((path) => !numbered.test(lastOf(path)) && !/^R__/.test(lastOf(path))).map(firstLine) : [];
    // Beside numbered files, one that is not is as often a script as it is a slip; a slip looks like the others.
    const slips = passedOver.filter(({ path }) => /^v?\d/i.test(lastOf(path)));
    return [{ tool: 'sql', folder, files: files.toSorted(byVersion), passedOver: slips, absent: [], heads: [] }];
  });
}

function rawFile(path: string, form: RegExp, read: ReadText): readonly RawFile[] {
  const [, version, name] = form.exec(lastOf(path)) ?? [];
  const text = version === undefined ? undefined : read(path);
  return version === undefined || text === undefined ? [] : [{ version, name: name ?? '', path, text, sql: upPart(text) }];
}

/** What dbmate, goose, sql-migrate and node-pg-migrate run on the way up; lines keep their numbers. */
export function upPart(text: string): string {
  const lines = text.split('\n');
  const down = lines.findIndex((line) => /^\s*--\s*(?:migrate:down|\+(?:goose|migrate)\s+down|down\s+migration)\b/i.test(line));
  return down === -1 ? text : lines.slice(0, down).join('\n');
}

function foldersWith(paths: readonly string[], isOne: (path: string) => boolean): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(paths.filter(isOne), folderOf);
}
