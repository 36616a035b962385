// Containers that hand out what they are asked for, by its class or by a word it is registered under (tsyringe, inversify, typedi).
import type { CallExpression, Expression, Parameter } from '../../../model.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';

const asked = /^npm:(?:tsyringe\.container|typedi\.(?:Container|default)|inversify\.Container\(\))\.(?:resolve|get)(?:Async)?$/;
const libraries = /^(?:tsyringe|typedi|inversify)$/;

/** `container.resolve(AddPlan)`, `container.get('PlanStore')`; undefined where another symbol is called, or nobody knows what for. */
export function handedByContainer(follow: Following, symbol: string, { args }: CallExpression): readonly Entity[] | undefined {
  const [first] = args;
  return first !== undefined && asked.test(symbol) ? instancesFor(follow, first.value) : undefined;
}

/** `@inject('PlanStore') private readonly plans: Plans`. */
export function injectedByToken(follow: Following, { decorators = [] }: Parameter): readonly Entity[] | undefined {
  for (const each of decorators) {
    const [given] = each.kind === 'call' ? each.args : [];
    if (each.kind === 'call' && each.callee.kind === 'name' && /^[iI]nject$/.test(each.callee.name) && given)
      return instancesFor(follow, given.value);
  }
  return undefined;
}

function instancesFor(follow: Following, token: Expression): readonly Entity[] | undefined {
  const classes = token.kind === 'string' ? (registered(follow).get(token.value) ?? []) : follow.entities(token);
  const made = classes.flatMap((each) => (each.kind === 'class' ? follow.result(each) : []));
  return made.length > 0 ? made : undefined;
}

/** `register('A', { useClass: A })`, `registerSingleton('A', A)`, `bind('A').to(A)`. */
function registered(follow: Following): ReadonlyMap<string, readonly Entity[]> {
  const { program } = follow;
  return program.memory.once<ReadonlyMap<string, readonly Entity[]>>('registered under words', program.files, new Map(), () => {
    const found = new Map<string, readonly Entity[]>();
    for (const { imports, calls } of program.files) {
      if (!imports.some(({ module }) => libraries.test(module))) continue;
      for (const call of calls) {
        const pair = pairOf(call);
        if (pair)
          found.set(pair.word, [...(found.get(pair.word) ?? []), ...follow.entities(pair.given).filter(({ kind }) => kind === 'class')]);
      }
    }
    return found;
  });
}

function pairOf({ callee, args }: CallExpression): { readonly word: string; readonly given: Expression } | undefined {
  if (callee.kind !== 'member') return undefined;
  const [first, second] = args.map(({ value }) => value);
  if (/^(?:to|toSelf)$/.test(callee.name) && callee.object.kind === 'call') {
    const bound = callee.object.callee.kind === 'member' && callee.object.callee.name === 'bind' ? callee.object.args[0]?.value : undefined;
    return bound?.kind === 'string' && first ? { word: bound.value, given: first } : undefined;
  }
  if (!/^register(?:Singleton)?$/.test(callee.name) || first?.kind !== 'string' || second === undefined) return undefined;
  const given = second.kind === 'object' ? second.entries.find(({ key }) => key === 'useClass')?.value : second;
  return given && { word: first.value, given };
}
