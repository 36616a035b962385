// What a specifier of JavaScript names: a file of the checkout, a package, a part of Node.
import type { ModuleTarget } from './program.ts';

/** `path` is the file it was resolved to, where it names one. */
export function scriptTarget(path: string | undefined, module: string): ModuleTarget {
  if (madeByPrisma.test(module)) return { kind: 'package', name: 'npm:@prisma/client' };
  if (path !== undefined) return { kind: 'file', path };
  // Wherever the schema says that it goes, beside what Prisma writes there nothing is called so.
  if (/(?:^|\/)prisma\/(?:client|index|edge)(?:\.[cm]?[jt]s)?$/.test(module)) return { kind: 'package', name: 'npm:@prisma/client' };
  if (module.startsWith('.')) return { kind: 'package', name: '?' };
  if (module.startsWith('node:')) return { kind: 'package', name: module };
  const bare = module.replace(/^npm:/, '').replace(/^((?:@[^/]+\/)?[^/@]+)@[^/]+/, '$1');
  return { kind: 'package', name: builtins.has(bare) ? `node:${bare}` : `npm:${bare}` };
}

/** A client that `prisma generate` writes into the checkout, and that is seldom committed: `@/generated/prisma/client`. */
export const madeByPrisma =
  /(?:^|\/)(?:generated\/prisma(?:-client)?|prisma\/generated(?:\/(?:prisma|client))?)(?:\/(?:client|index|edge|default))?(?:\.[mc]?[jt]s)?$/;

const builtins = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'fs',
  'fs/promises',
  'path',
  'process',
  'console',
  'util',
  'os',
  'crypto',
  'child_process',
  'events',
  'stream',
  'url',
  'timers',
  'timers/promises',
  'worker_threads',
  'cluster',
  'async_hooks',
  'zlib',
]);
