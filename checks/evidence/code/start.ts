// What runs as a service starts: hooks that a framework calls once, functions that make or start the server, and errors that end it.
import { type AnyNode, eachInside, isNode } from '../../model/nodes.ts';
import type { CallExpression, Expression, FunctionExpression, Handler } from '../../model.ts';
import { contextOf } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import { autoloaded } from './frameworks/autoloaded.ts';
import { functionsIn } from './frameworks/holders.ts';
import type { Program } from './program.ts';

/** Functions a framework runs once before it takes requests, and those that make or start the server. */
export function startHooks(program: Program): readonly FunctionExpression[] {
  return program.memory.once<readonly FunctionExpression[]>('start hooks', program.files, [], () => {
    const found = new Set<FunctionExpression>();
    for (const file of program.files) {
      for (const call of file.calls) for (const code of hungBy(program, call)) found.add(code);
      for (const entry of file.entries)
        if (entry.key === 'useFactory') for (const code of functionsIn(program, entry.value)) found.add(code);
      for (const code of file.functions) if ((code.decorators ?? []).some((each) => isStartDecorator(each))) found.add(code);
      for (const code of file.classes) for (const method of startMethods(program, code)) found.add(method);
    }
    for (const getter of gettersRead(program, found)) found.add(getter);
    return [...found];
  });
}

/** Getters that what runs at the start reads: `useFactory: (config) => config.database`. */
const gettersRead = (program: Program, running: ReadonlySet<FunctionExpression>): readonly FunctionExpression[] =>
  program.files.flatMap(({ reads }) =>
    reads.flatMap((read) => {
      const { inFunction } = contextOf(read);
      if (read.kind !== 'member' || inFunction === undefined || !running.has(inFunction)) return [];
      return entities(program, read.object).flatMap((owner) => {
        const value = owner.kind === 'instance' ? owner.of.members.findLast(({ name }) => name === read.name)?.value : undefined;
        return value?.kind === 'function' && value.isGetter ? [value] : [];
      });
    }),
  );

const serverMaker =
  /^(?:npm:(?:express|koa|fastify(?:\.[fF]astify)?)|npm:@nestjs\/core\.NestFactory\.create|npm:(?:hono|@hono\/zod-openapi)\.\w*Hono|py:fastapi(?:\.applications)?\.FastAPI|py:starlette\.applications\.Starlette|py:(?:flask\.Flask|quart\.Quart|sanic\.Sanic)|py:aiohttp\.web\.Application|node:https?\.createServer)$/;

function hungBy(program: Program, call: CallExpression): readonly FunctionExpression[] {
  const { callee, args } = call;
  const hooks = args.flatMap(({ name, value }) =>
    name !== undefined && /^(?:lifespan|on_startup)$/.test(name) ? functionsIn(program, value) : [],
  );
  const [first, second] = args;
  const given = (value: Expression | undefined): readonly FunctionExpression[] => (value ? functionsIn(program, value) : []);
  if (callee.kind === 'member') {
    const { name, object } = callee;
    const event = first?.value.kind === 'string' ? first.value.value : '';
    if (/^(?:add_event_handler|addHook|listener)$/.test(name) && /^(?:startup|onReady|before_server_start|main_process_start)$/.test(event))
      hooks.push(...given(second?.value));
    if (name === 'append' && object.kind === 'member' && object.name === 'on_startup') hooks.push(...given(first?.value));
    if (name === 'register' && symbolsOf(program, object).some((symbol) => /fastify|^\?(?:app|server|instance)/i.test(symbol)))
      hooks.push(...given(first?.value));
    // The plugin that loads all others is run by `fastify start`, and they by it.
    const loaded = name === 'register' ? autoloaded(program, call) : undefined;
    if (loaded) hooks.push(...loaded.flatMap((each) => given(each.given)), ...[contextOf(call).inFunction ?? []].flat());
  }
  // Nest runs what makes a configuration as the module that loads it is made.
  if (symbolsOf(program, callee).includes('npm:@nestjs/config.registerAs')) hooks.push(...given(second?.value));
  const around = contextOf(call).inFunction;
  return around && (starts(program, call) || symbolsOf(program, callee).some((symbol) => serverMaker.test(symbol)))
    ? [...hooks, around]
    : hooks;
}

const starter =
  /(?:^py:(?:uvicorn|hypercorn\.\w+|waitress|granian|werkzeug\.serving)\.(?:run|serve|run_simple)$)|(?:^py:(?:flask\.Flask|quart\.Quart|sanic\.Sanic)\(\)\.run$)|^py:aiohttp\.web\.run_app$|^npm:@hono\/node-server\.serve$|^js:(?:Bun|Deno)\.serve$/;
const listener =
  /^(?:npm:(?:express(?:\.(?:Application|Express))?|koa(?:\.Application)?|fastify(?:\.\w+)?|@nestjs\/core\.NestFactory\.create|elysia\.Elysia)|node:https?2?\.create(?:Secure)?Server|\?(?:app|server|httpServer|fastify))(?:\(\))?\.listen$/;

/** Whether a call makes the service listen. */
export function starts(program: Program, call: CallExpression): boolean {
  return symbolsOf(program, call.callee).some((symbol) => starter.test(symbol) || listener.test(symbol));
}

const isStartDecorator = (decorator: Expression): boolean => {
  const target = decorator.kind === 'call' ? decorator.callee : decorator;
  if (target.kind !== 'member') return false;
  const event = decorator.kind === 'call' && decorator.args[0]?.value.kind === 'string' ? decorator.args[0].value.value : '';
  if (/^(?:on_event|listener)$/.test(target.name)) return /^(?:startup|before_server_start|main_process_start)$/.test(event);
  return /^(?:before_serving|before_server_start|main_process_start)$/.test(target.name);
};

/** Frameworks make these classes, or call these methods of them, before they listen. */
function startMethods(program: Program, code: Extract<Expression, { kind: 'class' }>): readonly FunctionExpression[] {
  const decorated = (code.decorators ?? []).some((each) =>
    symbolsOf(program, each.kind === 'call' ? each.callee : each).some((symbol) =>
      /^npm:@nestjs\/\w+\.(?:Injectable|Controller|Module|Global)$/.test(symbol),
    ),
  );
  const isAppConfig = code.bases.some((base) =>
    symbolsOf(program, base).some((symbol) => /django\.apps\.(?:\w+\.)?AppConfig/.test(symbol)),
  );
  const wanted = decorated
    ? /^(?:constructor|onModuleInit|onApplicationBootstrap|createTypeOrmOptions|configure)$/
    : isAppConfig
      ? /^ready$/
      : undefined;
  return code.members.flatMap(({ name, value }) => (wanted?.test(name) && value?.kind === 'function' ? [value] : []));
}

/** The call that a function written in place is an argument of. */
export function handedTo(code: FunctionExpression): CallExpression | undefined {
  const innermost = contextOf(code).around.at(-1);
  const holds = (value: Expression): boolean =>
    value === code || (value.kind === 'list' && value.items.some((item) => item.value === code));
  return innermost?.args.some(({ value }) => holds(value)) ? innermost : undefined;
}

/** Functions of this service that an expression names; for a class or an instance, its methods and those it inherits. */
export function functionsBehind(program: Program, expression: Expression): readonly FunctionExpression[] {
  return entities(program, expression).flatMap((each) => {
    if (each.kind === 'function') return [each.code];
    return each.kind === 'class' || each.kind === 'instance' ? methodsOf(program, each.kind === 'class' ? each.code : each.of, 3) : [];
  });
}

function methodsOf(program: Program, code: Extract<Expression, { kind: 'class' }>, depth: number): readonly FunctionExpression[] {
  const own = code.members.flatMap(({ value }) => (value?.kind === 'function' ? [value] : []));
  if (depth === 0) return own;
  const bases = code.bases.flatMap((base) => entities(program, base));
  return [...own, ...bases.flatMap((base) => (base.kind === 'class' ? methodsOf(program, base.code, depth - 1) : []))];
}

/** Whether an error raised here is caught by code that goes on as if nothing were wrong. */
export function isSwallowed(program: Program, node: Expression): boolean {
  for (const handlers of contextOf(node).tries.toReversed()) {
    const taking = handlers.filter(({ types }) => types.length === 0 || types.some((type) => takesAny(program, type)));
    if (taking.some((handler) => !leaves(program, handler))) return true;
    if (taking.some((handler) => exits(program, handler))) return false;
  }
  return false;
}

/** Missing modules and files are not what a missing setting raises. */
const takesAny = (program: Program, type: Expression): boolean =>
  symbolsOf(program, type).some(
    (symbol) =>
      /(?:Exception|Error|Exit)$/.test(symbol) && !/(?:Import|ModuleNotFound|FileNotFound|OS|IO|Timeout|Connection)Error$/.test(symbol),
  );

function exits(program: Program, handler: Handler): boolean {
  return program.memory.once('exits', handler, false, () => holds(handler.body, (inner) => inner.kind === 'call' && ends(program, inner)));
}

function leaves(program: Program, handler: Handler): boolean {
  return program.memory.once('leaves', handler, false, () =>
    holds(handler.body, (node) => node.kind === 'throw' || (node.kind === 'call' && ends(program, node))),
  );
}

const exit = /^(?:py:(?:sys\.exit|exit|quit|os\._exit|os\.abort)|(?:js|node):process\.(?:exit|abort|kill)|js:Deno\.exit)$/;
const raisesInstead = /^(?:reject|next|done|fail|die|panic|exit\w*|terminate|abort)$/i;

/** Whether a call ends the process, itself or through one helper. */
export function ends(program: Program, call: CallExpression): boolean {
  const { callee } = call;
  if (symbolsOf(program, callee).some((symbol) => exit.test(symbol))) return true;
  if (callee.kind === 'name' && raisesInstead.test(callee.name)) return true;
  return program.memory.once('ends', call, false, () =>
    entities(program, callee).some(
      (each) =>
        each.kind === 'function' &&
        holds(
          each.code.body,
          (node) => node.kind === 'throw' || (node.kind === 'call' && symbolsOf(program, node.callee).some((symbol) => exit.test(symbol))),
        ),
    ),
  );
}

/** Whether something stands in a body; functions defined there are not run by it. */
function holds(body: object, wanted: (node: AnyNode) => boolean): boolean {
  if (Array.isArray(body)) return body.some((each) => typeof each === 'object' && each !== null && holds(each, wanted));
  if (isNode(body)) {
    if (body.kind === 'function-definition' || body.kind === 'class-definition') return false;
    if (wanted(body)) return true;
  }
  let found = false;
  eachInside(body, (inner) => {
    found ||= holds(inner, wanted);
  });
  return found;
}
