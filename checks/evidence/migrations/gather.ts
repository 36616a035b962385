// The migrations of a checkout: found, read, parsed, and replayed where somebody asks for the schema they end in.
import type { Found, Gathered, MigrationFile, MigrationSet, MigrationsEvidence, ReplayedSchema } from '../../model.ts';
import { discoverMigrations } from './discover.ts';
import { isPythonTool, type ReadFile, readPython } from './python/read-python.ts';
import { speaksToSupabase } from './replay/kinds.ts';
import { type ParsedStatement, parseSql, readyParser, statementsOf } from './sql/parse.ts';
import { installedSquawk, lintedBy } from './squawk.ts';
import { firstLine, type RawFile, type RawSet } from './tools/raw-set.ts';

// Words of other databases, which PostgreSQL's parser refuses as well.
const otherDatabase = /`|\bENGINE\s*=|\bAUTO_?INCREMENT\b|\bNVARCHAR\b|^\s*GO\s*$/im;

export interface MigrationsRequest {
  readonly root: string;
  /** Replaying costs seconds: only for a check that asks for the schema. */
  readonly replay: boolean;
  /** Has a linter that is installed look at them. */
  readonly lint?: boolean;
  readonly signal?: AbortSignal;
  /** All paths of the checkout, where they are known already. */
  readonly files?: ReadonlySet<string>;
}
/** Facts for the judges, and the sets as they lie, for a database to be held against. */
export interface MigrationsRead {
  readonly gathered: Gathered<MigrationsEvidence>;
  readonly raw: readonly RawSet[];
  /** Every file that the facts rest on, there or not. */
  readonly asked: ReadonlySet<string>;
}

/** Looks at the checkout alone: nothing is run but, in a WebAssembly database that reaches nothing, the SQL itself. */
export async function gatherMigrations({ root, replay, lint = false, signal, files }: MigrationsRequest): Promise<MigrationsRead> {
  const { sets: found, statedMajor, servedSchemas, isForPostgres, asked } = discoverMigrations(root, files);
  if (found.some((set) => isPythonTool(set) || set.files.some(({ sql }) => sql !== undefined))) await readyParser();
  const ours = found.some(isPythonTool) ? isForPostgres() : undefined;
  const raw = found.filter((set) => !set.files.some(isOfAnother));
  const sets: MigrationSet[] = [];
  const squawk = installedSquawk(root);
  for (const set of raw) {
    const isPython = isPythonTool(set);
    if (isPython && ours === false) continue;
    const python = isPython && ours === true ? readPython(set) : undefined;
    const parsed = set.files.map((file) => ({ file, parsed: parsedFile(file) }));
    const major = statedMajor(set.folder);
    const linted = squawk === undefined || !lint ? undefined : await lintedBy({ program: squawk, root, set, major, signal });
    const served = set.tool === 'supabase' || set.files.some(({ text }) => speaksToSupabase(text));
    sets.push({
      tool: set.tool,
      folder: set.folder,
      files: parsed.map((each) => described(each, python?.get(each.file.path), isPython ? unnamed : undefined)),
      passedOver: set.passedOver,
      absent: set.absent,
      heads: set.heads,
      servedToClients: served,
      ...(major === undefined ? {} : { statedMajor: major }),
      ...(linted === undefined ? {} : { linted }),
      replayed:
        replay && served
          ? await replayed(parsed, { signal, schemas: servedSchemas(set.folder) })
          : { missing: 'nothing asks for the schema they end in' },
    });
  }
  return { gathered: { found: { sets } }, raw, asked };
}

const isOfAnother = (file: RawFile): boolean => file.sql !== undefined && otherDatabase.test(file.sql) && 'missing' in parsedFile(file);

interface ParsedFile {
  readonly file: RawFile;
  readonly parsed: Found<readonly ParsedStatement[]>;
}

function parsedFile({ sql, path }: RawFile): Found<readonly ParsedStatement[]> {
  return sql === undefined ? { missing: 'it is written in another language than SQL' } : parseSql(sql, path);
}

const unnamed = { missing: 'nothing in the checkout says which database it is for' };

function described({ file: { version, name, path }, parsed }: ParsedFile, python?: ReadFile, else_?: Found<never>): MigrationFile {
  const statements = python?.statements ?? else_ ?? ('found' in parsed ? { found: statementsOf(parsed.found) } : parsed);
  return { version, name, place: firstLine(path), statements, ...(python?.unread.length && { unread: python.unread }) };
}

interface Replaying {
  readonly signal: AbortSignal | undefined;
  readonly schemas: string | undefined;
}

async function replayed(files: readonly ParsedFile[], { signal, schemas }: Replaying): Promise<Found<ReplayedSchema>> {
  const steps: (readonly ParsedStatement[])[] = [];
  for (const { file, parsed } of files) {
    if ('missing' in parsed) return { missing: `${file.path} could not be replayed: ${parsed.missing}` };
    steps.push(parsed.found);
  }
  if (steps.length === 0) return { missing: 'there is no migration to replay' };
  const { replay } = await import('./replay.ts');
  const done = await replay(steps.flat(), { signal, schemas });
  return 'missing' in done ? done : { found: done.found.schema };
}
