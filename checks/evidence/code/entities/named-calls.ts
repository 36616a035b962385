// Calls that name in a text, or hand over, what they give: `importlib.import_module("settings")`, `getattr(module, "app")`, Nest's `app.get(Service)`, providers of dependency-injector.
import type { CallExpression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import type { Entity } from './entity.ts';
import type { Following } from './following.ts';
import { memberOf } from './members.ts';

const container = /^npm:@nestjs\/core\.(?:NestFactory\.create\w*|ModuleRef)\(\)\.(?:get|resolve)$/;

/** What a container of dependency-injector makes: asked or called, a provider gives what its first argument makes. */
const provider =
  /^py:dependency_injector\.providers\.(?:Factory|Singleton|ThreadSafeSingleton|ThreadLocalSingleton|ContextLocalSingleton|Resource|Callable|Coroutine)$/;

/** What such a call gives; undefined where it is none of them. */
export function namedByCall(follow: Following, symbol: string, call: CallExpression): readonly Entity[] | undefined {
  const [first, second] = call.args;
  if (first === undefined) return undefined;
  if (symbol === 'py:importlib.import_module' && first.value.kind === 'string')
    return follow.imported(contextOf(call), first.value.value, '*');
  if (provider.test(symbol)) return follow.entities(first.value);
  if (container.test(symbol)) return follow.entities(first.value).flatMap((asked) => follow.result(asked));
  if (symbol !== 'py:getattr' || second?.value.kind !== 'string') return undefined;
  const name = second.value.value;
  return follow.entities(first.value).flatMap((owner) => memberOf(follow, owner, name));
}
