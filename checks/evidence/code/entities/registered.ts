// What awilix injects by the name of a parameter: registered under it, or the default of a file that is loaded and called so.
import type { IndexedFile } from '../context.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';

type Registered = ReadonlyMap<string, readonly Entity[]>;

/** Empty where the service has no such container or knows no such name. */
export const registeredAs = (follow: Following, name: string): readonly Entity[] => registered(follow).get(name) ?? [];

function registered(follow: Following): Registered {
  const { program } = follow;
  return program.memory.once<Registered>('registered by name', program.files, new Map(), () => {
    const found = new Map<string, readonly Entity[]>();
    if (!program.files.some(({ imports }) => imports.some(({ module }) => /^(?:awilix|@fastify\/awilix)/.test(module)))) return found;
    for (const file of program.files) {
      const given = byItsFile(follow, file);
      if (given.length > 0) found.set(camelCase(file.source.path), given);
    }
    for (const { entries } of program.files)
      for (const { key, value } of entries) {
        const [first] = value.kind === 'call' ? value.args : [];
        const how = value.kind === 'call' && value.callee.kind === 'name' ? value.callee.name : '';
        if (first === undefined || !/^as(?:Class|Function|Value)$/.test(how)) continue;
        found.set(
          key,
          follow.entities(first.value).flatMap((each) => (how === 'asValue' ? [each] : follow.result(each))),
        );
      }
    return found;
  });
}

function byItsFile(follow: Following, file: IndexedFile): readonly Entity[] {
  const [offered] = file.exports.filter(({ exported }) => exported === 'default');
  if (
    offered === undefined ||
    !/(?:Service|Store|Repository|Client|Manager|Provider|Gateway|Mapper|Handler)$/i.test(camelCase(file.source.path))
  )
    return [];
  const bound = offered.local === undefined ? [] : (file.moduleScope.bindings.get(offered.local) ?? []);
  const given = offered.value ? follow.entities(offered.value) : bound.flatMap((binding) => follow.bound(binding));
  return given.flatMap((each) => (each.kind === 'class' || each.kind === 'function' ? follow.result(each) : []));
}

/** `services/todo-service.js` is `todoService`. */
const camelCase = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
