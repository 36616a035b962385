// An opened checkout: its files read and lowered when they are first asked for, and where their imports lead.
import type { SourceFile, UniqueKey, Unit } from '../../model.ts';
import { isAlembic, mayMarkUnique } from './alembic-keys.ts';
import { isDataFile, lowerData } from './data-file.ts';
import { makeProgram } from './facts.ts';
import type { Listing } from './files.ts';
import { type Manifest, readManifests } from './manifests.ts';
import { maskNamedSecrets, mayBindSecret } from './mask.ts';
import { prismaKeysIn } from './prisma-keys.ts';
import { type FileStore, type ModuleTarget, makeFileStore, makeMemory, type Program } from './program.ts';
import { lowerPython } from './python.ts';
import { makePythonModules, type PythonModules } from './python-modules.ts';
import { makeReader, type Reader } from './reader.ts';
import { scriptTarget } from './script-target.ts';
import type { Prepared } from './services.ts';
import { lowerTypeScript, makeTypeScriptResolver } from './typescript.ts';
import { makeUnit } from './unit.ts';

export interface OpenCheckout extends Reader {
  readonly manifests: readonly Manifest[];
  readonly typescript: ReturnType<typeof makeTypeScriptResolver>;
  readonly python: PythonModules;
  readonly base: Parameters<typeof makeProgram>[0];
  /** Lets go of all other lowered files. */
  readonly keepLowered: FileStore['keepOnly'];
  readonly unitOf: (prepared: Prepared) => Unit;
  /** A file that was lowered, without the secrets that stand in it. */
  readonly source: (path: string) => SourceFile | undefined;
  /** What was learnt of its files so far. */
  readonly learnt: Learnt;
  /** What was asked so far, with the answers. */
  readonly asked: {
    readonly modules: ReadonlyMap<string, ModuleTarget>;
    readonly children: ReadonlyMap<string, ModuleTarget | null>;
    readonly prisma: ReadonlyMap<string, readonly UniqueKey[]>;
  };
}
/** Plain data: what another thread learns can be added. */
export interface Learnt {
  readonly parsed: Set<string>;
  /** Why a file could not be read. */
  readonly unreadable: Map<string, string>;
  /** The digest of each file that was asked for, or `absent`. */
  readonly contents: Map<string, string>;
}

export function openCheckout(root: string, listing: Listing): OpenCheckout {
  const unreadable = new Map<string, string>();
  const contents = new Map<string, string>();
  const { read, keepOnly } = makeReader(root, listing, unreadable, contents);
  const manifests = readManifests(listing.all, read, (path) => unreadable.set(path, 'no readable JSON'));
  const typescript = makeTypeScriptResolver(listing.all, read);
  const python = makePythonModules(listing.all);
  const languages = new Map(listing.sources.map(({ path, language }) => [path, language]));
  const parsed = new Set<string>();
  const store = makeFileStore((path) => {
    // A module may be data: `import settings from './settings.json'`.
    const data = isDataFile(path);
    if (data ? !listing.all.has(path) : !languages.has(path) && !/\.(?:py|[mc]?[jt]sx?)$/.test(path)) return undefined;
    const text = read(path);
    if (text === undefined) return undefined;
    const language = languages.get(path) ?? (path.endsWith('.py') ? 'python' : 'typescript');
    const lowered = data ? lowerData(path, text) : language === 'python' ? lowerPython(path, text) : lowerTypeScript(path, text);
    if ('unreadable' in lowered) {
      unreadable.set(path, lowered.unreadable);
      return undefined;
    }
    parsed.add(path);
    // Judges take a secret for one by what is told of its text, which none of them may see.
    return mayBindSecret.test(text) ? maskNamedSecrets(lowered) : lowered;
  });
  const modules = new Map<string, ModuleTarget>();
  const children = new Map<string, ModuleTarget | null>();
  const resolveModule: Program['resolveModule'] = (from, module, language) => {
    const question = `${from}\n${module}`;
    const known = modules.get(question);
    if (known) return known;
    const target = language === 'python' ? python.resolve(from, module) : scriptTarget(typescript(from, module), module);
    modules.set(question, target);
    return target;
  };
  const childModule: Program['childModule'] = (folder, name) => {
    const target = python.child(folder, name);
    children.set(`${folder}\n${name}`, target ?? null);
    return target;
  };
  const migrations = (): readonly string[] => [...languages.keys()].filter((path) => isAlembic(path) && mayMarkUnique(read(path) ?? ''));
  const prisma = new Map<string, readonly UniqueKey[]>();
  const prismaKeys = (path: string): readonly UniqueKey[] => {
    const keys = prisma.get(path) ?? prismaKeysIn(read(path) ?? '');
    prisma.set(path, keys);
    return keys;
  };
  const base = { file: store.file, text: read, migrations, prismaKeys, resolveModule, childModule, names: makeMemory() };
  return {
    read,
    keepOnly,
    manifests,
    typescript,
    python,
    base,
    keepLowered: store.keepOnly,
    unitOf: (each) => makeUnit(makeProgram(base, each.paths, each.others), each.found),
    source: (path) => store.file(path)?.source,
    learnt: { parsed, unreadable, contents },
    asked: { modules, children, prisma },
  };
}
