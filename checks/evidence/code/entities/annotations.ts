// Annotations and injected defaults: what they say a parameter or a field is.
import type { Expression, FunctionExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { type Entity, unknown } from './entity.ts';
import type { Following } from './following.ts';

/** `Depends(get_db)`: the parameter is what the dependency returns. */
export function injection(follow: Following, fallback: Expression): readonly Entity[] | undefined {
  const wired = provided(follow, fallback);
  if (wired || fallback.kind !== 'call') return wired;
  const callee = follow.entities(fallback.callee);
  if (!callee.some((each) => each.kind === 'outside' && /\.(Depends|Security)$/.test(each.symbol))) return undefined;
  const [dependency] = fallback.args;
  const handed = dependency && provided(follow, dependency.value);
  if (handed) return handed;
  const made = dependency ? follow.entities(dependency.value).flatMap((each) => yielded(follow, each) ?? follow.result(each)) : [];
  // Where nothing tells, the parameter's own annotation may.
  return made.every((each) => each.kind === 'outside' && each.symbol.startsWith('?')) ? undefined : made;
}

/** `Provide[Container.plan_service]` of dependency-injector: what that provider makes. */
function provided(follow: Following, expression: Expression): readonly Entity[] | undefined {
  if (expression.kind !== 'index' || expression.index === undefined) return undefined;
  const head = follow.entities(expression.object);
  if (!head.some((each) => each.kind === 'outside' && /^py:dependency_injector\.wiring\.(?:Provide|Closing)$/.test(each.symbol)))
    return undefined;
  const made = provided(follow, expression.index) ?? follow.entities(expression.index).flatMap((each) => follow.result(each));
  return made.every((each) => each.kind === 'outside') ? undefined : made;
}

/** `AsyncGenerator[Session, None]`: the dependency hands out what it yields. */
function yielded(follow: Following, dependency: Entity): readonly Entity[] | undefined {
  const returns = dependency.kind === 'function' ? dependency.code.returns : undefined;
  if (returns?.kind !== 'index' || returns.index === undefined) return undefined;
  const head = follow.entities(returns.object).flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
  if (!head.some((symbol) => /\.(?:Async)?(?:Generator|Iterator|Iterable)$/.test(symbol))) return undefined;
  const item = returns.index.kind === 'list' ? returns.index.items[0]?.value : returns.index;
  return item && annotated(follow, item);
}

/** What `async with sessions() as session` binds of a function below `@asynccontextmanager`. */
export function handedOut(follow: Following, code: FunctionExpression): readonly Entity[] | undefined {
  const manages = (code.decorators ?? []).some(
    (each) => (each.kind === 'name' || each.kind === 'member') && /^(?:async)?contextmanager$/.test(each.name),
  );
  return manages ? yielded(follow, { kind: 'function', code }) : undefined;
}

/** An annotation names a class: what it annotates is an instance of it. `Annotated[X, Depends(f)]` is what f returns. */
export function annotated(follow: Following, annotation: Expression): readonly Entity[] {
  if (annotation.kind === 'index' && annotation.index) {
    const head = follow.entities(annotation.object).flatMap((each) => (each.kind === 'outside' ? [each.symbol] : []));
    if (head.some((symbol) => symbol.endsWith('.Annotated'))) {
      const items = annotation.index.kind === 'list' ? annotation.index.items.map((item) => item.value) : [annotation.index];
      for (const item of items.slice(1)) {
        const injected = injection(follow, item);
        if (injected) return injected;
      }
      return items[0] ? annotated(follow, items[0]) : [unknown];
    }
    if (head.some((symbol) => /\.(Optional|Type|ClassVar|Final)$|^py:type$/.test(symbol))) return annotated(follow, annotation.index);
  }
  if (annotation.kind === 'binary' && annotation.operator === '|') return annotated(follow, annotation.left);
  if (annotation.kind === 'string') return [unknown];
  return follow
    .entities(annotation)
    .flatMap((each) => bound(follow, each) ?? (each.kind === 'class' || each.kind === 'outside' ? follow.result(each) : [unknown]));
}

/** `TypeVar("T", bound=Model)` stands for a class that is one. */
function bound(follow: Following, each: Entity): readonly Entity[] | undefined {
  const made = each.kind === 'outside' && each.symbol === 'py:typing.TypeVar()' ? each.made : undefined;
  const limit = made?.args.find(({ name }) => name === 'bound')?.value;
  return limit === undefined || limit.kind === 'string' ? undefined : annotated(follow, limit);
}

/** Names of the fields of the class that an annotation names: its own, those it writes through `this`, and its bases'. */
export function fieldsOf(follow: Following, annotation: Expression, depth = 3): readonly string[] {
  if (depth === 0) return [];
  return annotated(follow, annotation).flatMap((each) => {
    if (each.kind !== 'instance') return [];
    const own = each.of.members.flatMap(({ name, value }) => (value?.kind === 'function' ? [] : [name]));
    const written = [...(contextOf(each.of).file.fields.get(each.of)?.keys() ?? [])];
    return [...own, ...written, ...each.of.bases.flatMap((base) => fieldsOf(follow, base, depth - 1))];
  });
}
