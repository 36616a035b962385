// What the middle asked for, worth keeping, and the evidence again from it.
import type { CodeCoverage, CodeEvidence, Containers, SeenSecret, SourceFile, UniqueKey } from '../../model.ts';
import { isAlembic } from './alembic-keys.ts';
import type { IndexedFile } from './context.ts';
import type { FoundUnit } from './discover.ts';
import type { Packages } from './packages.ts';
import { type ModuleTarget, makeFileStore, makeMemory, type Program } from './program.ts';
import { makeUnit } from './unit.ts';

/** Everything the middle asked for while it was judged. */
export interface CodeFacts {
  readonly units: readonly (Omit<FoundUnit, 'files' | 'packages' | 'beside'> & {
    readonly parsed: readonly string[];
    /** Of its other files, those that were read for what they name; absent in what earlier versions kept. */
    readonly others?: readonly string[];
    /** Absent in what earlier versions kept. */
    readonly packages?: Packages;
    readonly beside?: readonly string[];
  })[];
  readonly files: readonly SourceFile[];
  readonly modules: readonly (readonly [question: string, target: ModuleTarget])[];
  readonly children: readonly (readonly [question: string, target: ModuleTarget | null])[];
  /** Of schemas of Prisma, by their path; absent in what earlier versions kept. */
  readonly prisma?: readonly (readonly [path: string, keys: readonly UniqueKey[]])[];
  readonly coverage: CodeCoverage;
  readonly secrets: readonly SeenSecret[];
  /** Absent in what earlier versions kept. */
  readonly containers?: Containers;
}

/** The evidence again from what was kept. */
export function codeFromFacts(facts: CodeFacts): CodeEvidence {
  const sources = new Map(facts.files.map((source) => [source.path, source]));
  const modules = new Map(facts.modules);
  const children = new Map(facts.children);
  const prisma = new Map(facts.prisma);
  const base = {
    file: makeFileStore((path) => sources.get(path)).file,
    text: () => undefined,
    migrations: () => [...sources.keys()].filter(isAlembic),
    prismaKeys: (path: string) => prisma.get(path) ?? [],
    names: makeMemory(),
    resolveModule: (from: string, module: string): ModuleTarget =>
      modules.get(`${from}\n${module}`) ?? { kind: 'package', name: `?${module}` },
    childModule: (folder: string, name: string): ModuleTarget | undefined => children.get(`${folder}\n${name}`) ?? undefined,
  };
  const units = facts.units.map(({ root, entries, startCommands, packages = {}, beside = [], parsed, others = [] }) =>
    makeUnit(makeProgram(base, parsed, others), {
      root,
      entries,
      startCommands,
      packages: () => packages,
      beside: () => beside,
      files: new Set(parsed),
    }),
  );
  return {
    units,
    coverage: facts.coverage,
    secrets: facts.secrets,
    containers: facts.containers ?? { images: [], composed: [], unreadable: [] },
  };
}

/** The files of one service within what the whole checkout shares. */
export function makeProgram(
  base: Pick<Program, 'file' | 'text' | 'migrations' | 'prismaKeys' | 'resolveModule' | 'childModule' | 'names'>,
  paths: readonly string[],
  others: readonly string[],
): Program {
  const files = paths.map((path) => base.file(path)).filter((each): each is IndexedFile => each !== undefined);
  return { ...base, files, others, roles: new Map(), memory: makeMemory() };
}
