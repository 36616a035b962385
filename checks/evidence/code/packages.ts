// Versions of the packages that a service is built with: as its lock files hold them, else the lowest that its manifests admit.
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';

/** By package name, in lower case and with `-` for `_`; '' where a package of Python is named without a version. */
export type Packages = Readonly<Record<string, string>>;

type Found = readonly (readonly [name: string, version: string])[];

const readers: readonly (readonly [file: string, read: (text: string) => Found])[] = [
  // Ranges first, so that what is locked overrides them.
  ['package.json', ofPackageJson],
  ['Pipfile', ofPipfile],
  ['pyproject.toml', ofPyproject],
  ['requirements.txt', ofRequirements],
  ['requirements/base.txt', ofRequirements],
  ['requirements/common.txt', ofRequirements],
  ['requirements/prod.txt', ofRequirements],
  ['requirements/production.txt', ofRequirements],
  ['Pipfile.lock', ofPipfileLock],
  ['poetry.lock', ofTomlLock],
  ['uv.lock', ofTomlLock],
];

/** From the root of the checkout down to the folder of the service: the nearer one says it. */
export function packagesOf(all: ReadonlySet<string>, read: (path: string) => string | undefined, root: string): Packages {
  const found = new Map<string, string>();
  for (const folder of foldersTo(root))
    for (const [file, parse] of readers) {
      const path = `${folder}${file}`;
      const text = all.has(path) ? read(path) : undefined;
      for (const [name, version] of text === undefined ? [] : parse(text))
        if (version !== '' || !found.has(plainName(name))) found.set(plainName(name), version);
    }
  return Object.fromEntries(found);
}

const ofTheHouse = /^(?:workspace|file|link|portal):/;

/** Packages that lie beside the service, by their names as code imports them: in the same repository, in or out of this checkout. */
export function besidePackages(all: ReadonlySet<string>, read: (path: string) => string | undefined, root: string): readonly string[] {
  const named = foldersTo(root).flatMap((folder) => {
    const path = `${folder}package.json`;
    const found = z
      .looseObject({ dependencies: z.record(z.string(), z.unknown()) })
      .safeParse(json((all.has(path) ? read(path) : undefined) ?? ''));
    if (!found.success) return [];
    return Object.entries(found.data.dependencies).flatMap(([name, range]) =>
      typeof range === 'string' && ofTheHouse.test(range) ? [name] : [],
    );
  });
  return [...new Set(named)];
}

const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '-');

function foldersTo(root: string): readonly string[] {
  const parts = root === '' ? [] : root.split('/');
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}

/** The lowest version of `==1.2`, `>=1.2,<2`, `^1.2`, `~=1.2`, `1.2.x`; none for `<2` and `*`. */
function lowest(range: string): string | undefined {
  const bound = range
    .split(',')
    .map((part) => part.trim())
    .find((part) => !/^(?:<|!=)/.test(part));
  return /^(?:===?|>=?|~=?|\^|v)?\s*v?(\d+(?:\.\d+)*)/.exec(bound ?? '')?.[1];
}

const given = (entries: readonly (readonly [string, string])[]): Found =>
  entries.flatMap(([name, range]) => {
    const version = lowest(range);
    return version === undefined ? [] : [[name, version] as const];
  });

const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*([=<>~!^][^;#)]*|(?=$|[;#]))/;

/** One requirement: `pydantic[email]>=2.1,<3 ; python_version > "3.8"`. */
function ofRequirement(line: string): Found {
  const [, name, range] = requirement.exec(line) ?? [];
  return name === undefined || range === undefined ? [] : [[name, lowest(range) ?? '']];
}

function ofRequirements(text: string): Found {
  return text.split('\n').flatMap((line) => ofRequirement(line));
}

const versioned = z.union([z.string(), z.looseObject({ version: z.string() }).transform(({ version }) => version)]);
const texts = z.array(z.unknown()).transform((all) => all.filter((each): each is string => typeof each === 'string'));
const pyproject = z.looseObject({
  project: z.looseObject({ dependencies: texts.optional() }).optional(),
  tool: z.looseObject({ poetry: z.looseObject({ dependencies: z.record(z.string(), z.unknown()).optional() }).optional() }).optional(),
});

function ofPyproject(text: string): Found {
  const read = pyproject.safeParse(toml(text));
  if (!read.success) return [];
  const { project, tool } = read.data;
  return [...(project?.dependencies ?? []).flatMap(ofRequirement), ...ofPythonTable(tool?.poetry?.dependencies ?? {})];
}

function ofPipfile(text: string): Found {
  const read = z.looseObject({ packages: z.record(z.string(), z.unknown()) }).safeParse(toml(text));
  return read.success ? ofPythonTable(read.data.packages) : [];
}

function ofPipfileLock(text: string): Found {
  const read = z.looseObject({ default: z.record(z.string(), z.unknown()) }).safeParse(json(text));
  return read.success ? ofTable(read.data.default) : [];
}

function ofPackageJson(text: string): Found {
  const read = z.looseObject({ dependencies: z.record(z.string(), z.unknown()) }).safeParse(json(text));
  return read.success ? ofTable(read.data.dependencies) : [];
}

const ofTable = (table: Readonly<Record<string, unknown>>): Found =>
  given(
    Object.entries(table).flatMap(([name, value]) => {
      const version = versioned.safeParse(value);
      return version.success ? [[name, version.data] as const] : [];
    }),
  );

/** `flask = "*"`: of the registry, in whatever version. */
const ofPythonTable = (table: Readonly<Record<string, unknown>>): Found => [
  ...Object.entries(table).flatMap(([name, value]) => (value === '*' ? [[name, ''] as const] : [])),
  ...ofTable(table),
];

/** `[[package]]` tables; read by hand, for lock files are long. */
function ofTomlLock(text: string): Found {
  return [...text.matchAll(/^\[\[package\]\]\s*\nname = "([^"\n]+)"\s*\nversion = "([^"\n]+)"/gm)].flatMap(([, name = '', version = '']) =>
    given([[name, version]]),
  );
}

function toml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
