// The packages of a checkout: which folder is one, and whether it is a client app.
import { z } from 'zod';

export interface Manifest {
  /** '' is the root. */
  readonly folder: string;
  readonly kind: 'npm' | 'python' | 'deno';
  readonly isClient: boolean;
  readonly isLibrary: boolean;
  /** Files its scripts start. */
  readonly starts: readonly string[];
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

export function readManifests(paths: Iterable<string>, read: (path: string) => string | undefined): readonly Manifest[] {
  const found = new Map<string, Manifest>();
  for (const path of paths) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    if (path === 'package.json' || path.endsWith('/package.json')) found.set(`npm ${folder}`, npmManifest(folder, read(path) ?? ''));
    else if (pythonManifests.test(path) && !found.has(`python ${folder}`))
      found.set(`python ${folder}`, { folder, kind: 'python', isClient: false, isLibrary: false, starts: [] });
    else if (/(?:^|\/)deno\.jsonc?$/.test(path))
      found.set(`deno ${folder}`, { folder, kind: 'deno', isClient: false, isLibrary: false, starts: [] });
  }
  return [...found.values()];
}

function npmManifest(folder: string, text: string): Manifest {
  const parsed = packageSchema.safeParse(parse(text));
  if (!parsed.success) return { folder, kind: 'npm', isClient: false, isLibrary: false, starts: [] };
  const { dependencies = {}, devDependencies = {}, scripts = {} } = parsed.data;
  const has = (names: readonly string[]): boolean => names.some((name) => Object.hasOwn(dependencies, name));
  const isClient = has(clients) || ((has(browserOnly) || Object.hasOwn(devDependencies, 'vite')) && !has(servers));
  const isLibrary =
    parsed.data.private !== true && scripts.start === undefined && (parsed.data.main !== undefined || parsed.data.exports !== undefined);
  return {
    folder,
    kind: 'npm',
    isClient,
    isLibrary,
    starts: Object.entries(scripts).flatMap(([name, script]) =>
      typeof script === 'string' && serving.test(name) ? startedFiles(folder, script) : [],
    ),
  };
}

/** Scripts that start the service itself; the others lint, seed, release. */
const serving = /^(?:start|serve|server|prod|production|worker|web|dev)(?::[\w-]+)?$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `node --env-file .env src/server.js`, `tsx watch src/index.ts`. */
function startedFiles(folder: string, script: string): readonly string[] {
  return [...script.matchAll(/\b(?:node|tsx|ts-node|nodemon|bun|deno|babel-node)\b[^&|;]*?\s(?:\.\/)?([\w./-]+\.[mc]?[jt]s)\b/g)].map(
    ([, path]) => (folder === '' ? `${path}` : `${folder}/${path}`),
  );
}

/** The package a file belongs to: the nearest manifest of its kind upward. */
export function manifestFor(manifests: readonly Manifest[], path: string, kind: 'npm' | 'python'): Manifest | undefined {
  let best: Manifest | undefined;
  for (const manifest of manifests) {
    const fits = manifest.kind === kind || (kind === 'npm' && manifest.kind === 'deno');
    if (
      fits &&
      (manifest.folder === '' || path.startsWith(`${manifest.folder}/`)) &&
      (best === undefined || manifest.folder.length > best.folder.length)
    )
      best = manifest;
  }
  return best;
}
