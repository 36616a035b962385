// Routers and plugins that are loaded by where their files lie: `@fastify/autoload`, `require(path.join(__dirname, file))` over a folder.
import type { CallExpression, Expression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { definitions } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

export interface Loaded {
  /** What the file gives: a plugin, a router. */
  readonly given: Expression;
  /** The folders between the one that is loaded and the file. */
  readonly folders: string;
}

const autoload = /^npm:(?:@fastify\/autoload|fastify-autoload)(?:\.default)?$/;

/** The files that `register(autoload, { dir })` loads; undefined where it is no such call. */
export function autoloaded(program: Program, { args }: CallExpression): readonly Loaded[] | undefined {
  const [plugin, options] = args;
  if (plugin === undefined || options === undefined) return undefined;
  if (!symbolsOf(program, plugin.value).some((symbol) => autoload.test(symbol))) return undefined;
  const settings = entities(program, options.value).flatMap((each) =>
    each.kind === 'literal' && each.value.kind === 'object' ? [each.value] : [],
  );
  const entry = (name: string): Expression | undefined =>
    settings.flatMap(({ entries }) => entries.flatMap(({ key, value }) => (key === name ? [value] : [])))[0];
  const folder = folderOf(program, entry('dir'));
  if (folder === undefined) return [];
  const named = entry('dirNameRoutePrefix');
  const isBare = named?.kind === 'boolean' && !named.value;
  return loadedBelow(program, folder, endsOf(entry('matchFilter'))).map((each) => ({
    ...each,
    folders: autoPrefixOf(contextOf(each.given).file) ?? (isBare ? '' : each.folders),
  }));
}

/** `export const autoPrefix = '/app'` of a file that is loaded. */
function autoPrefixOf({ moduleScope }: IndexedFile): string | undefined {
  const [binding] = moduleScope.bindings.get('autoPrefix') ?? [];
  return binding?.kind === 'value' && binding.value.kind === 'string' ? binding.value.value : undefined;
}

/** The options that are handed to each of them: `options: { prefix: '/v1' }`. */
export function autoloadPrefix({ args }: CallExpression): Expression | undefined {
  const [, options] = args;
  if (options?.value.kind !== 'object') return undefined;
  const handed = options.value.entries.find(({ key }) => key === 'options')?.value;
  return handed?.kind === 'object' ? handed.entries.find(({ key }) => key === 'prefix')?.value : undefined;
}

/** What a name of `require(path.join(__dirname, file))` may be, where the folder is gone over. */
export function required(program: Program, given: Expression): readonly Loaded[] {
  // `route.routes()` of a router that is not known yet.
  const expression =
    given.kind === 'call' && given.callee.kind === 'member' && /^(?:routes|middleware)$/.test(given.callee.name)
      ? given.callee.object
      : given;
  const [made] = expression.kind === 'name' ? definitions(program, expression).map(({ value }) => value) : [expression];
  const call = made?.kind === 'await' ? made.value : made;
  if (call?.kind !== 'call' || call.callee.kind !== 'name' || !/^(?:require|import)$/.test(call.callee.name)) return [];
  const [first] = call.args;
  if (first === undefined || first.value.kind === 'string') return [];
  const folder = folderOf(program, first.value);
  return folder === undefined ? [] : loadedBelow(program, folder, []).filter((each) => contextOf(each.given).file !== contextOf(call).file);
}

function loadedBelow(program: Program, folder: string, ends: readonly string[]): readonly Loaded[] {
  const below = folder === '' ? '' : `${folder}/`;
  return program.files.flatMap((file) => {
    const { path } = file.source;
    if (!path.startsWith(below) || (ends.length > 0 && !ends.some((end) => path.endsWith(end)))) return [];
    const inner = path.slice(below.length).split('/').slice(0, -1);
    const folders = inner.length === 0 ? '' : `/${inner.map((part) => part.replace(/^_/, ':')).join('/')}`;
    return defaultsOf(file).map((given) => ({ given, folders }));
  });
}

/** What a file exports as a whole. */
function defaultsOf(file: IndexedFile): readonly Expression[] {
  const exported = file.exports.flatMap(({ exported: name, value, local }) => {
    if (name !== 'default') return [];
    if (value) return [value];
    return (local === undefined ? [] : (file.moduleScope.bindings.get(local) ?? [])).flatMap((binding) =>
      binding.kind === 'value' && binding.keys.length === 0 ? [binding.value] : binding.kind === 'function' ? [binding.code] : [],
    );
  });
  const assigned = file.writes.flatMap(({ target, value }) =>
    target.kind === 'member' && target.name === 'exports' && target.object.kind === 'name' && target.object.name === 'module'
      ? [value]
      : [],
  );
  return [...exported, ...assigned];
}

/** `(path) => path.endsWith('.router.ts')`: how the names end that it admits. */
function endsOf(filter: Expression | undefined): readonly string[] {
  if (filter?.kind !== 'function') return [];
  return contextOf(filter).file.calls.flatMap((call) => {
    const [first] = call.args;
    const isIn = contextOf(call).inFunction === filter && call.callee.kind === 'member' && call.callee.name === 'endsWith';
    return isIn && first?.value.kind === 'string' ? [first.value.value] : [];
  });
}

/** The folder that an expression names from where it stands: `join(__dirname, '../routes')`. */
function folderOf(program: Program, expression: Expression | undefined, depth = 3): string | undefined {
  if (expression === undefined || depth === 0) return undefined;
  if (expression.kind === 'name' && !/^__dirname$/.test(expression.name)) {
    const [set] = definitions(program, expression);
    return set && set.keys.length === 0 ? folderOf(program, set.value, depth - 1) : undefined;
  }
  const { path } = contextOf(expression).file.source;
  const texts = textsIn(expression);
  return texts === undefined ? undefined : normal([...path.split('/').slice(0, -1), ...texts.flatMap((text) => text.split('/'))]);
}

/** The texts of a path that begins in the file's own folder; undefined for one that begins elsewhere. */
function textsIn(expression: Expression): readonly string[] | undefined {
  switch (expression.kind) {
    case 'string':
      return [expression.value];
    case 'template':
      return partsIn(expression.parts);
    case 'binary':
      return partsIn([expression.left, expression.right]);
    case 'call':
      return partsIn(expression.args.map(({ value }) => value));
    case 'member':
    case 'name':
      return isHere(expression) ? [] : undefined;
    default:
      return undefined;
  }
}

/** What comes after the texts is worked out at run time: a file of the folder. */
function partsIn(parts: readonly Expression[]): readonly string[] | undefined {
  const [first, ...rest] = parts;
  const start = first && textsIn(first);
  if (start === undefined) return undefined;
  const known = rest.map((each) => (each.kind === 'string' ? [each.value] : undefined));
  const open = known.indexOf(undefined);
  return [...start, ...(open < 0 ? known : known.slice(0, open)).flatMap((each) => each ?? [])];
}

const isHere = (expression: Expression): boolean =>
  expression.kind === 'name'
    ? /^__(?:dirname|filename)$/.test(expression.name)
    : expression.kind === 'member' && /^(?:url|dirname|filename)$/.test(expression.name);

function normal(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return kept.join('/');
}
