// Settings that decide where a specifier leads: tsconfig paths, package.json, import maps. Read once each.
import { posix } from 'node:path';
import { z } from 'zod';
import { compiler } from './compiler.ts';

export type ReadText = (path: string) => string | undefined;

/** A target of `exports` or `imports`: a path, conditions, or alternatives. */
export type Target = string | null | readonly Target[] | { readonly [condition: string]: Target };

export interface Package {
  readonly folder: string;
  readonly name?: string | undefined;
  readonly mains: readonly string[];
  readonly exports?: Target | undefined;
  readonly imports?: { readonly [name: string]: Target } | undefined;
}
/** Folders that bare and aliased specifiers are looked up in. */
export interface Aliases {
  /** Relative to the audited root. */
  readonly base?: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

const target: z.ZodType<Target> = z.lazy(() => z.union([z.string(), z.null(), z.array(target), z.record(z.string(), target)]));
const text = z.string().optional().catch(undefined);
const packageShape = z.object({
  name: text,
  source: text,
  main: text,
  module: text,
  types: text,
  exports: target.optional().catch(undefined),
  imports: z.record(z.string(), target).optional().catch(undefined),
});
const configShape = z.object({
  extends: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .catch(undefined),
  references: z.array(z.object({ path: z.string() })).catch([]),
  compilerOptions: z.object({ baseUrl: text, paths: z.record(z.string(), z.array(z.string())).optional().catch(undefined) }).catch({}),
});
const importMapShape = z.object({ imports: z.record(z.string(), z.string()).catch({}) });

/** The path below the root, or undefined where it leads out of it. */
export function within(folder: string, path: string): string | undefined {
  const joined = posix.join(folder === '' ? '.' : folder, path).replace(/\/$/, '');
  if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
  return joined === '.' ? '' : joined;
}

export function readPackage(folder: string, readText: ReadText): Package | undefined {
  const found = packageShape.safeParse(parsedJson(readText(within(folder, 'package.json') ?? '')));
  if (!found.success) return undefined;
  const { name, source, module, main, types, exports, imports } = found.data;
  return { folder, name, mains: [source, module, main, types].filter((each) => each !== undefined), exports, imports };
}

function parsedJson(content: string | undefined): unknown {
  if (content === undefined) return undefined;
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** With comments and trailing commas. */
function parsedLoosely(path: string, content: string | undefined): unknown {
  if (content === undefined) return undefined;
  return parsedJson(content) ?? compiler().parseConfigFileTextToJson(path, content).config;
}

/** Where an `extends` that names a package leads. */
export type FindConfig = (specifier: string) => string | undefined;

/** The aliases of a tsconfig or jsconfig, with those of what it extends and of the projects it refers to. Undefined where it can't be read. */
export function readAliases(path: string, readText: ReadText, find: FindConfig): Aliases | undefined {
  return gather(path, posix.dirname(path), readText, find, new Set());
}

function gather(path: string, home: string, readText: ReadText, find: FindConfig, seen: Set<string>): Aliases | undefined {
  if (seen.has(path)) return undefined;
  seen.add(path);
  const read = configShape.safeParse(parsedLoosely(path, readText(path)));
  if (!read.success) return undefined;
  const folder = posix.dirname(path);
  const { extends: parents = [], references, compilerOptions } = read.data;
  let base: string | undefined;
  let paths: Aliases['paths'] = [];
  for (const parent of parents) {
    const inherited = parentOf(folder, parent, readText, find).map((each) => gather(each, home, readText, find, seen));
    for (const each of inherited) {
      base = each?.base ?? base;
      if (each !== undefined && each.paths.length > 0) paths = each.paths;
    }
  }
  if (compilerOptions.baseUrl !== undefined) base = rooted(folder, home, compilerOptions.baseUrl) ?? base;
  if (compilerOptions.paths !== undefined) {
    const from = base ?? folder;
    paths = Object.entries(compilerOptions.paths).map(([pattern, targets]) => ({
      pattern,
      targets: targets.flatMap((each) => rooted(from, home, each) ?? []),
    }));
  }
  for (const { path: reference } of paths.length === 0 ? references : []) {
    for (const each of configAt(folder, reference)) {
      const referred = gather(each, posix.dirname(each), readText, find, seen);
      base ??= referred?.base;
      paths = [...paths, ...(referred?.paths ?? [])];
    }
  }
  return { base, paths };
}

const configFolder = /^\$\{configDir\}/;

const rooted = (folder: string, home: string, path: string): string | undefined =>
  configFolder.test(path) ? within(home, path.replace(configFolder, '.')) : within(folder, path);

function parentOf(folder: string, parent: string, readText: ReadText, find: FindConfig): readonly string[] {
  if (!parent.startsWith('.') && !parent.startsWith('/')) {
    const found = find(parent);
    return found === undefined
      ? []
      : configAt('', found)
          .filter((path) => readText(path) !== undefined)
          .slice(0, 1);
  }
  return configAt(folder, parent)
    .filter((path) => readText(path) !== undefined)
    .slice(0, 1);
}

/** The file that a reference or `extends` may mean: itself, with .json, or the tsconfig.json of a folder. */
function configAt(folder: string, path: string): readonly string[] {
  const plain = within(folder, path);
  if (plain === undefined) return [];
  if (plain.endsWith('.json')) return [plain];
  return [`${plain}.json`, `${plain}/tsconfig.json`];
}

/** The `imports` of a Deno configuration or import map, as aliases. */
export function readImportMap(path: string, readText: ReadText): Aliases | undefined {
  const read = importMapShape.safeParse(parsedLoosely(path, readText(path)));
  if (!read.success) return undefined;
  const folder = posix.dirname(path);
  const paths = Object.entries(read.data.imports).flatMap(([name, value]) => {
    const leads = /^\.{0,2}\//.test(value) ? within(folder, value) : undefined;
    if (leads === undefined) return [];
    return [name.endsWith('/') ? { pattern: `${name}*`, targets: [`${leads}/*`] } : { pattern: name, targets: [leads] }];
  });
  return { paths };
}
