// The packages of a checkout: which folder is one, and whether it is a client app.
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';

export interface Manifest {
  /** '' is the root. */
  readonly folder: string;
  readonly kind: 'npm' | 'python' | 'deno';
  readonly isClient: boolean;
  readonly isLibrary: boolean;
  /** Files its scripts may start, as they may be spelled: built ones by their sources too. */
  readonly starts: readonly string[];
  /** Files handed to a server's own command, which makes the application around them: `fastify start app.js`. */
  readonly plugins: readonly string[];
  /** Modules that a service loads by the name of their group: plugins of Python packages. */
  readonly plugged: readonly { readonly group: string; readonly files: readonly string[] }[];
  /** Has a script that starts it: it is deployed on its own. */
  readonly isStarted: boolean;
  /** Needs a server's framework when it runs. */
  readonly serves: boolean;
}

const packageSchema = z.looseObject({
  private: z.boolean().optional(),
  main: z.string().optional(),
  exports: z.unknown().optional(),
  scripts: z.record(z.string(), z.unknown()).optional(),
  dependencies: z.record(z.string(), z.unknown()).optional(),
  devDependencies: z.record(z.string(), z.unknown()).optional(),
  bin: z.unknown().optional(),
});
const clients = ['expo', 'react-native', '@ionic/react', 'electron', 'nativescript', '@capacitor/core'];
const browserOnly = ['react-dom', 'vue', 'svelte', '@angular/core', 'preact', 'solid-js'];
const servers = [
  'express',
  'koa',
  'fastify',
  'hono',
  '@nestjs/core',
  'next',
  '@hapi/hapi',
  'elysia',
  'nuxt',
  '@sveltejs/kit',
  'polka',
  'restify',
];
const pythonManifests =
  /(?:^|\/)(?:pyproject\.toml|requirements(?:[-_.]\w+)*\.txt|setup\.py|setup\.cfg|Pipfile|manage\.py|poetry\.lock|uv\.lock)$/;

const plain = { isClient: false, isLibrary: false, starts: [], plugins: [], plugged: [], isStarted: false, serves: false } as const;

/** `refuse` is told of a package.json that is no JSON: its folder is then taken for a plain package. */
export function readManifests(
  paths: Iterable<string>,
  read: (path: string) => string | undefined,
  refuse: (path: string) => void = () => undefined,
): readonly Manifest[] {
  const found = new Map<string, Manifest>();
  for (const path of paths) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    if (path === 'package.json' || path.endsWith('/package.json')) {
      const text = read(path) ?? '';
      if (text.trim() !== '' && parse(text) === undefined) refuse(path);
      found.set(`npm ${folder}`, npmManifest(folder, text));
    } else if (pythonManifests.test(path) && !isModule(path, read)) {
      const plugged = path.endsWith('pyproject.toml')
        ? entryPoints(folder, read(path) ?? '')
        : (found.get(`python ${folder}`)?.plugged ?? []);
      found.set(`python ${folder}`, { folder, kind: 'python', ...plain, plugged });
    }
    if (/(?:^|\/)deno\.jsonc?$/.test(path)) found.set(`deno ${folder}`, { folder, kind: 'deno', ...plain });
  }
  return [...found.values()];
}

/** A `setup.py` that installs nothing is a module of the service. */
const isModule = (path: string, read: (path: string) => string | undefined): boolean =>
  /(?:^|\/)setup\.py$/.test(path) && !/setuptools|distutils|\bsetup\(/.test(read(path) ?? '');

const points = z.record(z.string(), z.record(z.string(), z.unknown()));
const projectSchema = z.looseObject({
  project: z.looseObject({ 'entry-points': points.optional() }).optional(),
  tool: z.looseObject({ poetry: z.looseObject({ plugins: points.optional() }).optional() }).optional(),
});

/** `[project.entry-points."app.plugins"]`: files by the groups they are loaded under, as their modules may lie. */
function entryPoints(folder: string, text: string): Manifest['plugged'] {
  if (!/entry-points|poetry\.plugins/.test(text)) return [];
  const read = projectSchema.safeParse(readToml(text));
  if (!read.success) return [];
  const groups = { ...read.data.tool?.poetry?.plugins, ...read.data.project?.['entry-points'] };
  return Object.entries(groups).map(([group, named]) => ({
    group,
    files: Object.values(named).flatMap((target) => {
      const module = typeof target === 'string' ? target.split(':')[0]?.trim().replaceAll('.', '/') : undefined;
      if (module === undefined || module === '') return [];
      const base = folder === '' ? '' : `${folder}/`;
      return [`${base}${module}`, `${base}src/${module}`].flatMap((stem) => [`${stem}.py`, `${stem}/__init__.py`]);
    }),
  }));
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function npmManifest(folder: string, text: string): Manifest {
  const parsed = packageSchema.safeParse(parse(text));
  if (!parsed.success) return { folder, kind: 'npm', ...plain };
  const { dependencies = {}, devDependencies = {}, scripts = {} } = parsed.data;
  const has = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(dependencies, name));
  const isClient = has(clients) || ((has(browserOnly) || Object.hasOwn(devDependencies, 'vite')) && !has(servers));
  const isLibrary =
    parsed.data.private !== true && scripts.start === undefined && (parsed.data.main !== undefined || parsed.data.exports !== undefined);
  const started = Object.entries(scripts).flatMap(([name, script]) => (typeof script === 'string' && serving.test(name) ? [script] : []));
  return {
    folder,
    kind: 'npm',
    isClient,
    isLibrary,
    starts: started.flatMap((script) => filesAfter(runners, folder, script)),
    plugins: started.flatMap((script) => filesAfter(fastifyCommand, folder, script)),
    plugged: [],
    isStarted: Object.keys(scripts).some((name) => /^(?:start|serve|server|prod|production)(?::[\w-]+)?$/.test(name)),
    serves: has(servers),
  };
}

/** Scripts that start the service itself; the others lint, seed, release. */
const serving = /^(?:start|serve|server|prod|production|worker|web|dev)(?::[\w-]+)*$|^dev:start$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `node --env-file .env src/server.js`, `tsx watch src/index.ts`, `node ./bin/www`. */
const runners = /\b(?:node|tsx|ts-node|ts-node-dev|nodemon|bun|deno|babel-node|node-dev|swc-node)\b([^&|;]*)/g;
const fastifyCommand = /\bfastify\s+start\b([^&|;]*)/g;

function filesAfter(command: RegExp, folder: string, script: string): readonly string[] {
  return [...script.matchAll(command)].flatMap(([, rest = '']) =>
    rest
      .split(/\s+/)
      .filter((word) => /^(?:\.\/)?[\w][\w./-]*$/.test(word))
      .flatMap((word) => spellings(word.replace(/^\.\//, '')))
      .map((path) => (folder === '' ? path : `${folder}/${path}`)),
  );
}

/** `src/bin/server` may be a .js file, a folder or neither; `dist/app.js` is built from `src/app.ts`. */
function spellings(path: string): readonly string[] {
  const stem = path.replace(/\.[mc]?[jt]sx?$/, '');
  const source = stem.replace(/^(?:dist|build|lib|out|\.build)\//, '');
  const stems = [...new Set([stem, source, `src/${source}`, source.replace(/^src\//, '')])];
  return [path, ...stems.flatMap((each) => ['.ts', '.js', '.mts', '.mjs', '.cjs', '/index.ts', '/index.js'].map((end) => each + end))];
}

/** The package a file belongs to: the nearest manifest of its kind upward. */
export function manifestFor(manifests: readonly Manifest[], path: string, kind: 'npm' | 'python'): Manifest | undefined {
  const known = byFolder(manifests);
  for (let folder = parent(path); ; folder = parent(folder)) {
    const found = known.get(`${kind} ${folder}`);
    if (found || folder === '') return found;
  }
}

const parent = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

const indexes = new WeakMap<readonly Manifest[], ReadonlyMap<string, Manifest>>();

function byFolder(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const before = indexes.get(manifests);
  if (before) return before;
  const index = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const key = `${manifest.kind === 'deno' ? 'npm' : manifest.kind} ${manifest.folder}`;
    if (!index.has(key)) index.set(key, manifest);
  }
  indexes.set(manifests, index);
  return index;
}
