// Next's routes: files whose place is their address.
import type { IndexedFile } from '../context.ts';
import type { ListedRoute } from './listed-route.ts';

/** `app/api/plans/route.ts` with a function per method, `pages/api/plans.ts` with one for all. */
export function ofNextFile(file: IndexedFile): readonly ListedRoute[] {
  const [, folders] = /(?:^|\/)app\/(.*?)\/?route\.[jt]sx?$/.exec(file.source.path) ?? [];
  const [, page] = /(?:^|\/)pages\/(api\/.*)\.[jt]sx?$/.exec(file.source.path) ?? [];
  const bindings =
    folders === undefined ? [] : ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((name) => file.moduleScope.bindings.get(name) ?? []);
  const path = plainFilePath(folders ?? page ?? '');
  const own = bindings.flatMap((binding): readonly ListedRoute[] => {
    const node = binding.kind === 'function' ? binding.code : binding.kind === 'value' ? binding.value : undefined;
    return node
      ? [{ method: binding.name, path, framework: 'next', node, handler: node.kind === 'function' ? node : undefined, before: [] }]
      : [];
  });
  const whole = page === undefined ? undefined : file.exports.find(({ exported }) => exported === 'default');
  const bound = whole?.local === undefined ? undefined : file.moduleScope.bindings.get(whole.local)?.[0];
  const node = whole?.value ?? (bound?.kind === 'function' ? bound.code : bound?.kind === 'value' ? bound.value : undefined);
  return node
    ? [...own, { method: '*', path, framework: 'next', node, handler: node.kind === 'function' ? node : undefined, before: [] }]
    : own;
}

const plainFilePath = (path: string): string =>
  `/${path
    .replace(/\([^/]*\)\//g, '')
    .replace(/\/?index$/, '')
    .replace(/\[\[?(?:\.\.\.)?(\w+)\]?\]/g, ':$1')}`;
