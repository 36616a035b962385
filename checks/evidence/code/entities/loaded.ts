// What a package that loads a folder gives: `autoload(path.join(base, '/middlewares')).security` is what that file exports.
import { nodesIn } from '../../../model/nodes.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';
import { required } from './required.ts';

const loader = /^npm:(?:auto-load|require-all|require-dir|require-directory|requireindex)\(\)$/;

/** Undefined where the owner is no such folder, or holds no such file. */
export function loadedMember(follow: Following, owner: Extract<Entity, { kind: 'outside' }>, name: string): readonly Entity[] | undefined {
  if (owner.made === undefined || !loader.test(owner.symbol) || !/^[\w-]+$/.test(name)) return undefined;
  const named = owner.made.args.flatMap(({ value }) => nodesIn(value)).findLast((each) => each.kind === 'string');
  const folder = named?.kind === 'string' ? /[\w-]+(?:\/[\w-]+)*(?=\/?$)/.exec(named.value)?.[0] : undefined;
  if (folder === undefined) return undefined;
  const file = new RegExp(`(?:^|/)${folder}/${name}(?:/index)?\\.[cm]?[jt]s$`);
  const found = follow.program.files.filter(({ source }) => file.test(source.path));
  const [only] = found;
  return only === undefined || found.length > 1 ? undefined : required(follow, [{ kind: 'module', path: only.source.path }]);
}
