// Brings the code evidence of a checkout: lists, finds the services, and hands out the middle, which reads files as they are asked for.
import type { CodeCoverage, CodeEvidence, Containers, Gathered, SourceFile, UniqueKey } from '../../model.ts';
import { isAlembic, mayMarkUnique } from './alembic-keys.ts';
import { containersIn } from './containers.ts';
import { coverageOf, seenSecrets } from './counted.ts';
import { isDataFile, lowerData } from './data-file.ts';
import { discover, notReached } from './discover.ts';
import { type CodeFacts, makeProgram } from './facts.ts';
import { defaultLimits, type Listing, type ListingLimits, listFiles } from './files.ts';
import { type Looked, lookedAt } from './fingerprint.ts';
import { readManifests } from './manifests.ts';
import { maskNamedSecrets, mayBindSecret } from './mask.ts';
import { prismaKeysIn } from './prisma-keys.ts';
import { type ModuleTarget, makeFileStore, makeMemory, type Program } from './program.ts';
import { lowerPython } from './python.ts';
import { makePythonModules } from './python-modules.ts';
import { makeImportGraph } from './reach.ts';
import { makeReader } from './reader.ts';
import { scriptTarget } from './script-target.ts';
import { makeServices, type Prepared, type Services } from './services.ts';
import { lowerTypeScript, makeTypeScriptResolver } from './typescript.ts';
import { makeUnit } from './unit.ts';
import { unreadServices } from './unread-frameworks.ts';
import { wordPattern } from './word-pattern.ts';

export interface CodeOptions {
  readonly root: string;
  /** Plain words, any case: a service file with none of them is read but not parsed for the judges. */
  readonly mentions: readonly string[];
  readonly limits?: ListingLimits;
  /** Where the folder was listed already. */
  readonly listing?: Listing;
}
export interface CodeGathering {
  readonly evidence: CodeEvidence;
  /** Takes less room than to ask all that `evidence` holds at once; what is asked of a service later is worked out again. */
  readonly eachApart: Services['eachApart'];
  /** What is worth keeping so that the same judges give the same answers later: plain JSON, without secrets. */
  readonly facts: () => CodeFacts;
  /** What was read so far. */
  readonly looked: () => Looked;
}

/** Never throws for a single file; a root that is no readable folder is `missing`. */
export function gatherCode(options: CodeOptions): Gathered<CodeGathering> {
  let listing: Listing;
  try {
    listing = options.listing ?? listFiles(options.root, options.limits ?? defaultLimits);
  } catch (error) {
    return { missing: `the folder could not be read: ${error instanceof Error ? error.message : 'unknown error'}` };
  }
  return { found: gatherFrom(options, listing) };
}

function gatherFrom({ root, mentions }: CodeOptions, listing: Listing): CodeGathering {
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
    return lowered;
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
  const graph = makeImportGraph(listing.sources, read, { typescript, python: python.resolve, pythonChild: python.child });
  const found = discover({ listing, manifests, program: { ...base, files: [], roles: new Map(), memory: makeMemory() }, graph, read });
  const words = wordPattern(mentions);
  const units = found.units.map((unit): Prepared => {
    const paths = [...unit.files].filter((path) => words.test(read(path) ?? '')).sort();
    const chosen = new Set(paths);
    return { found: unit, paths, others: [...unit.files].filter((path) => !chosen.has(path)) };
  });
  const services = makeServices(units, (each) => makeUnit(makeProgram(base, each.paths, each.others), each.found), store.keepOnly);
  let known: Containers | undefined;
  const containers = (): Containers => {
    known ??= containersIn(listing.all, read);
    return known;
  };
  const secrets = seenSecrets(root, listing, manifests, read);
  const serviceFiles = new Set(found.units.flatMap(({ files }) => [...files]));
  const unread = units.length > 0 ? [] : unreadServices(listing.sources, read);
  // A service is seldom more than a quarter of its checkout; the rest was looked through for it, and for secrets.
  keepOnly(serviceFiles);
  // Where no service was found, a source that could not be read may be the one.
  const mayBeService = (path: string): boolean => languages.has(path) && [undefined, notReached].includes(found.leftOut.get(path));
  const coverage = (): CodeCoverage => ({
    ...coverageOf(listing, found.leftOut, unreadable, serviceFiles.size, parsed.size),
    blindSpots: [
      ...unread.map(({ path, framework }) => ({ path, words: [], because: `makes one with ${framework}, which is not read` })),
      ...[...unreadable.keys()]
        .filter((path) => (units.length === 0 ? mayBeService(path) : serviceFiles.has(path)))
        .map((path) => ({ path, words: wordsIn(mentions, read(path)) })),
    ],
  });
  const evidence: CodeEvidence = {
    get units() {
      return services.all();
    },
    get coverage() {
      return coverage();
    },
    secrets,
    get containers() {
      return containers();
    },
  };
  const sourceAgain = (path: string): readonly SourceFile[] => {
    const source = store.file(path)?.source;
    return source === undefined ? [] : [mayBindSecret.test(read(path) ?? '') ? maskNamedSecrets(source) : source];
  };
  const facts = (): CodeFacts => ({
    units: units.map((each) => ({
      root: each.found.root,
      entries: each.found.entries,
      startCommands: each.found.startCommands,
      packages: services.one(each).packages,
      parsed: each.paths,
      others: each.others.filter((path) => parsed.has(path)),
    })),
    files: [...parsed].flatMap(sourceAgain),
    modules: [...modules],
    children: [...children],
    prisma: [...prisma].filter(([, keys]) => keys.length > 0),
    coverage: coverage(),
    secrets,
    containers: containers(),
  });
  return { evidence, eachApart: services.eachApart, facts, looked: () => lookedAt(root, listing, contents) };
}

/** The words that stand in a text, in lower case; all of them where there is no text to look in. */
function wordsIn(mentions: readonly string[], text: string | undefined): readonly string[] {
  const words = mentions.map((word) => word.toLowerCase());
  const lower = text?.toLowerCase();
  return lower === undefined ? words : words.filter((word) => lower.includes(word));
}
