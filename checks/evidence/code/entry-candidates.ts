// Which calls could make a server at all, told without following any name out of their file: the search asks this of every call of a checkout.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { workerWords } from './frameworks/workers.ts';

const frameworks = 'express|koa|fastify|hono|elysia|nest|fastapi|flask|starlette|sanic|quart';
const module = new RegExp(`${frameworks}|aiohttp|django|^(?:node:)?https?2?$|/http/server`, 'i');
const maker = new RegExp(
  `${frameworks}|^(?:create(?:Secure)?Server|createMicroservice|createApplicationContext|serve|Application|OpenAPI|_?app|_?server|get_[aw]sgi_application|default)$`,
  'i',
);
const derivation = /\bclass\s+(\w+)\s*(?:\([^)]*\b(?:FastAPI|Flask|Starlette|Quart|Sanic)\b|extends\s+[\w.]*(?:koa|application)\b)/gi;

/** Names of classes that a text derives from an application class. */
export function derivedApplications(text: string): readonly string[] {
  return [...text.matchAll(derivation)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** A class that is derived elsewhere: the file that makes one of it may not speak of its framework at all. */
export const makesOneOf = (text: string, derived: ReadonlySet<string>): boolean =>
  [...derived].some((name) => new RegExp(String.raw`(?:\b(?:new|return)\s+|=\s*)${name}\s*\(`).test(text));

/** Names of objects in a text that answer requests as a host of Workers asks it of them. */
export const workersIn = (text: string): readonly string[] =>
  workerWords.test(text)
    ? [...text.matchAll(/\bexport\s+const\s+(\w+)[^=;{}]*=\s*\{/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
    : [];

/** A file that hands over what another one holds: `import { worker } from './core'; export default worker`. */
export function handsOver(text: string, workers: ReadonlySet<string>): boolean {
  if (workers.size === 0) return false;
  const [, plain, named] = /\bexport\s+(?:default\s+(\w+)\s*;?\s*$|\{\s*(\w+)\s+as\s+default\s*\})/m.exec(text) ?? [];
  return workers.has(plain ?? named ?? '');
}

/** False where the call surely makes no server. `derived` are the application classes of the checkout. */
export const mayMakeServer = (call: CallExpression, derived: ReadonlySet<string>): boolean => mayBeMaker(call.callee, call, derived);

function mayBeMaker(callee: Expression, call: CallExpression, derived: ReadonlySet<string>): boolean {
  if (callee.kind === 'binary') return [callee.left, callee.right].some((each) => mayBeMaker(each, call, derived));
  if (callee.kind === 'member') {
    const { name, object } = callee;
    return maker.test(name) || derived.has(name) || (name === 'create' && object.kind === 'name' && /nest|factory/i.test(object.name));
  }
  if (callee.kind !== 'name') return true;
  if (maker.test(callee.name) || derived.has(callee.name)) return true;
  return bindingsOf(callee.name, contextOf(call).scope).some((binding) => {
    if (binding.kind === 'import')
      return module.test(binding.statement.module) || maker.test(binding.imported) || derived.has(binding.imported);
    return binding.kind === 'value' && binding.value !== call && isFrameworkWord(binding.value);
  });
}

/** `require('fastify')`, `fastifyModule.default`, another name for one. */
function isFrameworkWord(value: Expression): boolean {
  switch (value.kind) {
    case 'name':
      return maker.test(value.name);
    case 'member':
      // `fastify.store` of an instance is whatever somebody hung there.
      return maker.test(value.name) || (value.object.kind !== 'name' && isFrameworkWord(value.object));
    case 'await':
      return isFrameworkWord(value.value);
    case 'call': {
      const [first] = value.args;
      return first?.value.kind === 'string' ? module.test(first.value.value) : isFrameworkWord(value.callee);
    }
    default:
      return false;
  }
}
