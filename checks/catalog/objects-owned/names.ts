// What each name of a function holds, function within function.
import type { Expression, Pattern } from '../../model.ts';
import { type Labels, memberOf, none, union } from './labels.ts';

export interface Environment {
  readonly names: Map<string, Labels>;
  readonly outer: Environment | undefined;
  /** What was hung on the request on the way, by its name: `req.plan = …`, `req.body.UserId = …`. */
  readonly hung: Map<string, Labels>;
}
export const childOf = (outer: Environment | undefined, hung = outer?.hung ?? new Map<string, Labels>()): Environment => ({
  names: new Map(),
  outer,
  hung,
});

/** What a member holds: by what it belongs to, and by what was hung there. */
export function membersIn({ hung }: Environment, owner: Labels, name: string): Labels {
  const found = memberOf(owner, name);
  return union(
    found,
    owner.has('request') ? (hung.get(name) ?? none) : none,
    owner.has('input') ? (hung.get(`input ${name}`) ?? none) : none,
  );
}

export function lookUp({ names, outer }: Environment, name: string): Labels | undefined {
  return names.get(name) ?? (outer ? lookUp(outer, name) : undefined);
}

/** Adds to what a name holds: whatever it was set to before is not forgotten. */
export function bindPattern(environment: Environment, pattern: Pattern, value: Labels): void {
  switch (pattern.kind) {
    case 'bind': {
      const holder = holderOf(environment, pattern.name) ?? environment;
      holder.names.set(pattern.name, union(holder.names.get(pattern.name) ?? none, value));
      return;
    }
    case 'place': {
      // What a thing is given it holds: `where.userId = user.id`.
      const { target } = pattern;
      const { object } = target;
      const name = target.kind === 'member' ? target.name : target.index?.kind === 'string' ? target.index.value : undefined;
      const owner = rootOf(object);
      if (owner !== undefined && lookUp(environment, owner)?.has('request')) {
        if (name !== undefined && !/^(?:body|status|statusCode|response)$/.test(name))
          hang(environment, /\b(?:body|query|params)\b/.test(chainOf(object)) ? `input ${name}` : name, value);
      } else if (object.kind === 'name')
        bindPattern(environment, { kind: 'bind', name: object.name, line: object.line, column: object.column }, value);
      return;
    }
    case 'object-pattern':
      for (const { key, target } of pattern.entries)
        bindPattern(environment, target, key === undefined ? value : membersIn(environment, value, key));
      return;
    case 'list-pattern':
      for (const item of pattern.items) if (item) bindPattern(environment, item, value);
  }
}

const holderOf = (environment: Environment | undefined, name: string): Environment | undefined =>
  environment === undefined || environment.names.has(name) ? environment : holderOf(environment.outer, name);

const hang = ({ hung }: Environment, name: string, value: Labels): void => void hung.set(name, union(hung.get(name) ?? none, value));

const chainOf = (node: Expression): string =>
  node.kind === 'member' ? `${chainOf(node.object)}.${node.name}` : node.kind === 'name' ? node.name : '';

/** The name that a chain of members begins with. */
const rootOf = (node: Expression): string | undefined =>
  node.kind === 'name' ? node.name : node.kind === 'member' || node.kind === 'index' ? rootOf(node.object) : undefined;
