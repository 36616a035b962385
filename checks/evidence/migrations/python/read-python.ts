// The migrations of a Python tool as statements: Alembic's revisions and the migrations of a Django app.
import type { Found, SqlStatement } from '../../../model.ts';
import { lowerPython } from '../../code/python.ts';
import { folderOf, lastOf, type RawFile, type RawSet } from '../tools/raw-set.ts';
import { alembicDone } from './alembic.ts';
import { djangoReader } from './django.ts';

export interface ReadFile {
  readonly statements: Found<readonly SqlStatement[]>;
  /** What of it could not be told. */
  readonly unread: readonly string[];
}

export const isPythonTool = ({ tool }: Pick<RawSet, 'tool'>): boolean => tool === 'alembic' || tool === 'django';

/** By path. Call `readyParser` before: what runs as SQL is read by PostgreSQL's own parser. */
export function readPython(set: RawSet): ReadonlyMap<string, ReadFile> {
  const django = djangoReader(lastOf(folderOf(set.folder)));
  const there = new Set(set.files.map(({ version }) => version));
  return new Map(set.files.map((file) => [file.path, readFile(file, set, there, django)]));
}

function readFile(file: RawFile, { tool }: RawSet, there: ReadonlySet<string>, django: ReturnType<typeof djangoReader>): ReadFile {
  // Several in one, with those still there that it stands for: they are what was applied.
  if (file.replaces?.some((version) => there.has(version))) return { statements: { found: [] }, unread: [] };
  const source = lowerPython(file.path, file.text);
  if ('unreadable' in source) return { statements: { missing: source.unreadable }, unread: [] };
  const done = tool === 'alembic' ? alembicDone(source) : django(source);
  return { statements: { found: done.statements }, unread: [...done.unread] };
}
