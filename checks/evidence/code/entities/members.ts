// Members: of modules, classes, instances and literals.
import type { ClassExpression, Expression, FunctionExpression, Statement } from '../../../model.ts';
import { contextOf, type IndexedFile, type Key } from '../context.ts';
import { handedMember } from '../handed-environment.ts';
import { type Offer, offers } from '../modules.ts';
import { annotated } from './annotations.ts';
import { decoratedMember } from './decorated.ts';
import { distinct, type Entity, fieldParameter, maxAlternatives, memberSymbol, nothing, outside, unknown } from './entity.ts';
import type { Following } from './following.ts';
import { loadedMember } from './loaded.ts';
import { providedFor } from './provided.ts';
import { injectedByToken } from './tokens.ts';

/** Where a schema's answer holds what it made of its input. */
const madeBySchema: ReadonlyMap<string, RegExp> = new Map([
  ['data', /\.safeParse(?:Async)?\(\)$/],
  ['value', /^npm:(?:@hapi\/)?joi(?:\..*)?\.validate\(\)$/],
]);

/** What `owner.name` refers to. */
export function memberOf(follow: Following, owner: Entity, name: string): readonly Entity[] {
  switch (owner.kind) {
    case 'outside':
      if (name === 'default') return [owner];
      // What a schema made of its input.
      if (owner.made && madeBySchema.get(name)?.test(owner.symbol)) return [{ ...owner, symbol: `${owner.symbol}.${name}` }];
      // `expressWs(express()).app` is the app it was given.
      if (name === 'app' && owner.symbol === 'npm:express-ws()' && owner.made?.args[0]) return follow.entities(owner.made.args[0].value);
      return (
        loadedMember(follow, owner, name) ??
        decoratedMember(follow, owner.symbol, name) ?? [
          { kind: 'outside', symbol: handedMember(follow.program, owner.symbol, name) ?? memberSymbol(owner.symbol, name) },
        ]
      );
    case 'module':
      return exported(follow, owner.path, name);
    case 'folder': {
      const target = follow.program.childModule(owner.path, name);
      if (target === undefined || target.kind === 'package') return [unknown];
      return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
    }
    case 'class':
      return follow.program.names.onceNamed('of class', name, owner.code, nothing, () => classMember(follow, owner, name));
    case 'instance':
      return follow.program.names.onceNamed('of instance', name, owner.of, nothing, () => classMember(follow, owner, name));
    case 'function':
      return name === 'bind' || name === '__wrapped__' ? [owner] : [{ kind: 'outside', symbol: `?.${name}` }];
    case 'literal':
      // `x = { ...x, y }` spreads itself.
      return follow.program.names.onceNamed('member', name, owner.value, nothing, () => literalMember(follow, owner.value, name));
  }
}

function literalMember(follow: Following, literal: Expression, name: string): readonly Entity[] {
  if (literal.kind === 'object') {
    const entry = literal.entries.findLast(
      ({ key }) => key === name || (typeof key === 'object' && key.kind === 'string' && key.value === name),
    );
    if (entry) return follow.entities(entry.value);
    const spreads = literal.entries.filter(({ key }) => key === undefined);
    if (spreads.length > 0) return spreads.flatMap(({ value }) => follow.entities(value).flatMap((each) => memberOf(follow, each, name)));
  }
  // A table looked up by a key nobody knows: any of its entries.
  if (literal.kind === 'object' && name === '[]' && literal.entries.every(({ key }) => key !== undefined))
    return literal.entries.slice(0, maxAlternatives).flatMap(({ value }) => follow.entities(value));
  if (literal.kind === 'list' && name === '[]')
    return literal.items.slice(0, maxAlternatives).flatMap(({ value }) => follow.entities(value));
  // What is made for each of several things: `[Plan(row) for row in rows]`.
  if (literal.kind === 'comprehension' && name === '[]' && literal.key === undefined) return follow.entities(literal.element);
  const type = literal.kind === 'string' || literal.kind === 'template' ? 'string' : literal.kind === 'list' ? 'list' : '';
  return [{ kind: 'outside', symbol: `?${type}.${name}` }];
}

function exported(follow: Following, path: string, name: string): readonly Entity[] {
  const file = follow.program.file(path);
  if (file === undefined) return [unknown];
  return follow.program.names.onceNamed('exported', name, file, [unknown], () => findExported(follow, file, name));
}

function findExported(follow: Following, file: IndexedFile, name: string): readonly Entity[] {
  const { path } = file.source;
  const found = offers(follow.program, file, name)
    .flatMap((offer) => offered(follow, path, offer))
    .filter((each) => each !== unknown);
  if (found.length > 0) return distinct(found);
  const folder = path.replace(/(^|\/)__init__\.py$/, '');
  const target = folder === path ? undefined : follow.program.childModule(folder, name);
  if (target === undefined || target.kind === 'package') return [unknown];
  return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
}

function offered(follow: Following, path: string, offer: Offer): readonly Entity[] {
  switch (offer.kind) {
    case 'expression':
      return follow.entities(offer.value);
    case 'binding':
      return follow.bound(offer.binding);
    case 'member':
      return follow.entities(offer.value).flatMap((owner) => (owner.kind === 'outside' ? [] : memberOf(follow, owner, offer.name)));
    case 'behind':
      return exported(follow, offer.path, offer.name);
    case 'package':
      return [outside(offer.package, offer.name)];
    case 'elsewhere': {
      const language = follow.program.file(path)?.source.language ?? 'typescript';
      const target = follow.program.resolveModule(path, offer.module, language);
      if (target.kind === 'package') return [outside(target.name, offer.name)];
      if (offer.name === '*')
        return [target.kind === 'file' ? { kind: 'module', path: target.path } : { kind: 'folder', path: target.path }];
      return target.kind === 'file' ? exported(follow, target.path, offer.name) : [unknown];
    }
  }
}

/** Members of a class of this service: its own, those written through `this`, then its bases'. */
function classMember(follow: Following, owner: Extract<Entity, { kind: 'class' | 'instance' }>, name: string): readonly Entity[] {
  const code = owner.kind === 'class' ? owner.code : owner.of;
  const member = code.members.findLast((each) => each.name === name);
  if (member?.value?.kind === 'function') {
    const bodies =
      owner.kind === 'instance' && isAbstract(member.value) ? providedFor(follow, code).flatMap((each) => ownMethod(each, name)) : [];
    if (bodies.length > 0) return bodies.slice(0, maxAlternatives);
    if (!member.value.isGetter) return [{ kind: 'function', code: member.value }];
    return follow.result({ kind: 'function', code: member.value });
  }
  const { file } = contextOf(code);
  const written =
    file.fields
      .get(code)
      ?.get(name)
      ?.filter(({ kind }) => kind !== 'null') ?? [];
  if (written.length > 0) return written.slice(0, maxAlternatives).flatMap((value) => follow.entities(value));
  if (member?.value && member.value.kind !== 'null') return follow.entities(member.value);
  if (member?.annotation) return annotated(follow, member.annotation);
  const field = fieldParameter(code, name);
  const handed = field && injectedByToken(follow, field);
  if (handed) return handed;
  if (field?.annotation) return annotated(follow, field.annotation);
  const inherited = code.bases.flatMap((base) => follow.entities(base).flatMap((each) => follow.result(each)));
  const found = inherited.flatMap((each) => (each.kind === 'literal' ? [] : memberOf(follow, each, name)));
  if (found.some((each) => each.kind !== 'outside' || !each.symbol.startsWith('?'))) return found;
  // An abstract method: what stands in for its class has the body.
  const stood = owner.kind === 'instance' ? providedFor(follow, code).flatMap((each) => ownMethod(each, name)) : [];
  if (stood.length > 0) return stood.slice(0, maxAlternatives);
  return found.length > 0 ? found : [{ kind: 'outside', symbol: `?.${name}` }];
}

/** `@abstractmethod` of Python, `raise NotImplementedError`: it has a body in name only. */
const isAbstract = ({ decorators = [], body }: FunctionExpression): boolean =>
  decorators.some((each) => (each.kind === 'name' || each.kind === 'member') && each.name === 'abstractmethod') ||
  isUnwritten(body.filter(isNoDocumentation));

const isNoDocumentation = (statement: Statement): boolean => statement.kind !== 'expression' || statement.value.kind !== 'string';

function isUnwritten([last, ...others]: readonly Statement[]): boolean {
  if (others.length > 0) return false;
  const raised =
    last?.kind === 'throw' && last.value?.kind === 'call' ? last.value.callee : last?.kind === 'throw' ? last.value : undefined;
  return raised?.kind === 'name' && raised.name === 'NotImplementedError';
}

const ownMethod = ({ members }: ClassExpression, name: string): readonly Entity[] => {
  const value = members.findLast((each) => each.name === name)?.value;
  return value?.kind === 'function' && !value.isGetter ? [{ kind: 'function', code: value }] : [];
};

/** What the keys of a pattern lead to. */
export function within(follow: Following, owners: readonly Entity[], keys: readonly Key[]): readonly Entity[] {
  return keys.reduce<readonly Entity[]>(
    (current, key) => current.flatMap((owner) => (key === '*' ? [owner] : memberOf(follow, owner, typeof key === 'number' ? '[]' : key))),
    owners,
  );
}
