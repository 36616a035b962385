// Whatever leaves the service as an answer: framework calls, context writes, thrown HTTP errors, handlers' return values.
import type { CallExpression, Expression, FunctionExpression, ResponseSite, Value } from '../../../model.ts';
import { siteOf, targetsOf } from '../calls.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import { callOf } from '../found-call.ts';
import { callAround } from '../parents.ts';
import type { Program, Role } from '../program.ts';
import { worth } from '../values.ts';
import { answers, errors, isOwnError, isToldToAll, ofBase, ownAnswer } from './answer-classes.ts';
import { handedOver } from './handed-over.ts';
import { statusSaidBefore } from './status-before.ts';

const receivers =
  /^(?:\?_?(?:res|response|reply|rep)|npm:express\.Response\(\)|npm:fastify\.FastifyReply\(\)|node:http\.ServerResponse\(\)|npm:next\.NextApiResponse\(\)|\S*\.getResponse\(\))(?=\.|$)/;
const contexts =
  /^(?:\?(?:c|ctx|context)|npm:hono\.Context\(\)|npm:koa\.(?:Context|ParameterizedContext)\(\)|npm:koa\(\)\.context)(?=\.|$)/;

export function responsesOf(program: Program): readonly ResponseSite[] {
  const roles = Map.groupBy(program.roles, ([code]) => contextOf(code).file);
  return program.files.flatMap((file) => [
    ...file.calls.flatMap((call) => ofCall(program, call)),
    ...file.writes.flatMap(({ target, value }) => ofWrite(program, target, value)),
    ...ofReturns(program, file, roles.get(file) ?? []),
  ]);
}

function ofCall(program: Program, node: CallExpression): readonly ResponseSite[] {
  const { callee } = node;
  if (callee.kind === 'member' && /^(?:json|jsonp|send|end|write|text|html|body|render|throw|problem)$/.test(callee.name)) {
    const owner = rootSymbol(program, callee.object);
    if (owner !== undefined && receivers.test(owner)) return [byReceiver(program, node, callee)];
    if (owner !== undefined && contexts.test(owner))
      return callee.name === 'throw' ? [koaThrow(program, node)] : isHonoAnswer(callee.name) ? [byReceiver(program, node, callee)] : [];
  }
  if (callee.kind === 'member' && /^(?:setHeader|set|header|append)$/.test(callee.name)) {
    const owner = rootSymbol(program, callee.object);
    const headers = node.args.map(({ value }) => value);
    if (owner !== undefined && headers.length > 0 && !(callee.name === 'set' && isHonoContext(callee.object, owner)))
      return [{ ...siteOf(program, node), body: [], headers, status: undefined, how: `${headName(callee)}.${callee.name}` }];
  }
  const symbols = symbolsOf(program, callee).map(ofBase);
  const isAnswer = symbols.some((symbol) => answers.test(symbol));
  if (!isAnswer && isLogged(program, node)) return [];
  if (isAnswer || symbols.some((symbol) => errors.test(symbol)) || isOwnError(program, callee) || isToldToAll(program, symbols))
    return [byConstruction(program, node, symbols[0] ?? nameOf(callee))];
  const own = ownAnswer(program, callee);
  return own === undefined || own.fills ? [] : [byConstruction(program, node, own.base)];
}

/** `logger.error(new ServiceException('…', { error }))`: an error that is written down, and never thrown. */
function isLogged(program: Program, made: CallExpression): boolean {
  const around = callAround(program, made);
  return (
    around?.callee.kind === 'member' &&
    /^(?:log|trace|debug|info|warn|warning|error|fatal|critical|exception|captureException|recordException)$/.test(around.callee.name)
  );
}

/** `c.set(key, value)` keeps something for the next middleware; in Koa the same word sets a header. */
const isHonoContext = (context: Expression, symbol: string): boolean =>
  /^(?:npm:hono\.|\?c(?:\.|$))/.test(symbol) || (contexts.test(symbol) && /\bhono\b/.test(fileText(context)));

const nameOf = (callee: Expression): string => (callee.kind === 'name' || callee.kind === 'member' ? callee.name : '');
const isHonoAnswer = (name: string): boolean => /^(?:json|text|html|body)$/.test(name);

/** The symbol at the head of `res.status(400).set(x)`. */
function rootSymbol(program: Program, expression: Expression): string | undefined {
  let each = expression;
  while (each.kind === 'call' || each.kind === 'member') {
    const found = symbolsOf(program, each).find((symbol) => receivers.test(symbol) || contexts.test(symbol));
    if (found) return found;
    each = each.kind === 'call' ? each.callee : each.object;
  }
  return symbolsOf(program, each).find((symbol) => receivers.test(symbol) || contexts.test(symbol));
}

function byReceiver(program: Program, node: CallExpression, callee: Extract<Expression, { kind: 'member' }>): ResponseSite {
  const [first, second] = node.args;
  const status =
    statusInChain(program, callee.object) ??
    (second && isHonoAnswer(callee.name) ? worth(program, second.value) : undefined) ??
    (callee.object.kind === 'name' ? statusSaidBefore(program, node, callee.object.name) : undefined);
  return { ...siteOf(program, node), body: first ? [first.value] : [], headers: [], status, how: `${headName(callee)}.${callee.name}` };
}

function headName(expression: Expression): string {
  let each: Expression = expression;
  while (each.kind === 'call' || each.kind === 'member') each = each.kind === 'call' ? each.callee : each.object;
  return each.kind === 'name' ? each.name : 'response';
}

function statusInChain(program: Program, expression: Expression): Value | undefined {
  for (let each = expression; each.kind === 'call' || each.kind === 'member'; each = each.kind === 'call' ? each.callee : each.object) {
    if (
      each.kind === 'call' &&
      each.callee.kind === 'member' &&
      /^(?:status|code|writeHead|sendStatus)$/.test(each.callee.name) &&
      each.args[0]
    )
      return worth(program, each.args[0].value);
  }
  return undefined;
}

function koaThrow(program: Program, node: CallExpression): ResponseSite {
  const [first, ...rest] = node.args;
  return {
    ...siteOf(program, node),
    body: rest.map(({ value }) => value),
    headers: [],
    status: first && worth(program, first.value),
    how: 'ctx.throw',
  };
}

function byConstruction(program: Program, node: CallExpression, symbol: string): ResponseSite {
  const call = callOf(program, node);
  const isError = errors.test(symbol) || !answers.test(symbol);
  const named = node.args.filter(({ name }) => name !== undefined && symbol === 'py:flask.jsonify').map(({ value }) => value);
  const bodies = [...bodyNames, ...(isOfAiohttp(program, node, symbol) ? ['text', 'reason', 'error', 'details'] : [])].flatMap((name) =>
    node.args.filter((argument) => argument.name === name).map(({ value }) => value),
  );
  const positional = node.args.filter(({ name, spread }) => name === undefined && spread === undefined).map(({ value }) => value);
  const status = call.option('status_code');
  const known =
    status !== 'absent' && status !== 'unknown'
      ? status
      : positional.map((value) => worth(program, value)).find((value) => value.kind === 'literal' && typeof value.value === 'number');
  const headers = node.args.filter(({ name }) => name === 'headers').map(({ value }) => value);
  const own = positional.slice(0, isError ? positional.length : 1);
  const streamed = isError ? [] : [...own, ...bodies].flatMap((each) => handedOut(program, each));
  return {
    ...siteOf(program, node),
    body: [...new Set([...own, ...bodies, ...named, ...streamed])],
    headers,
    status: known,
    how: shortName(symbol),
  };
}

const bodyNames = ['detail', 'content', 'body', 'description', 'message', 'data', 'response', 'html'];

/** `web.HTTPNotFound(text=…)`, and classes of the service that are one. */
const isOfAiohttp = (program: Program, { callee }: CallExpression, symbol: string): boolean =>
  symbol.startsWith('py:aiohttp.') ||
  entities(program, callee).some(
    (each) =>
      each.kind === 'class' && each.code.bases.some((base) => symbolsOf(program, base).some((of) => of.startsWith('py:aiohttp.web'))),
  );

/** What a generator hands out, where its call is the body: `StreamingResponse(events(plan))`. */
const handedOut = (program: Program, body: Expression): readonly Expression[] =>
  body.kind === 'call' ? targetsOf(program, body).flatMap((code) => contextOf(code).file.yields.get(code) ?? []) : [];

const shortName = (symbol: string): string => symbol.replace(/^\w+:/, '').split('.').slice(-1)[0] ?? symbol;

function ofWrite(program: Program, target: Extract<Expression, { kind: 'member' | 'index' }>, value: Expression): readonly ResponseSite[] {
  const { object } = target;
  if (target.kind === 'index' && object.kind === 'member' && object.name === 'headers')
    return rootSymbol(program, object.object) || headName(object.object) === 'response'
      ? [{ ...siteOf(program, value), body: [], headers: [value], status: undefined, how: `${headName(object.object)}.headers` }]
      : [];
  if (target.kind !== 'member' || target.name !== 'body') return [];
  const isContext =
    symbolsOf(program, object).some((symbol) => contexts.test(symbol)) ||
    (object.kind === 'member' && object.name === 'response' && rootSymbol(program, object.object) !== undefined);
  const isThis = object.kind === 'name' && object.name === 'this' && /koa/.test(fileText(object));
  return isContext || isThis
    ? [{ ...siteOf(program, value), body: [value], headers: [], status: statusBeside(program, value), how: 'ctx.body' }]
    : [];
}

/** `ctx.status = 422` under the same conditions. */
function statusBeside(program: Program, body: Expression): Value | undefined {
  const { file, inFunction, guards, handler } = contextOf(body);
  const beside = file.writes.findLast(({ target, value }) => {
    if (target.kind !== 'member' || target.name !== 'status') return false;
    const at = contextOf(value);
    return (
      at.inFunction === inFunction &&
      at.handler === handler &&
      at.guards.length === guards.length &&
      at.guards.every((each, index) => each.test === guards[index]?.test && each.holds === guards[index].holds)
    );
  });
  return beside && worth(program, beside.value);
}

const fileText = (node: Expression): string =>
  contextOf(node)
    .file.imports.map(({ module }) => module)
    .join(' ');

const told = {
  bodies: (program: Program, call: CallExpression) => ofCall(program, call).map(({ body }) => body),
  isContext: (program: Program, given: Expression) => rootSymbol(program, given) !== undefined,
};

/** What a route or an error handler returns is the answer, in frameworks that take it so. */
function ofReturns(
  program: Program,
  { source: { language }, returns: returned }: IndexedFile,
  roles: readonly (readonly [FunctionExpression, Role])[],
): readonly ResponseSite[] {
  const sites: ResponseSite[] = [];
  for (const [code, role] of roles) {
    const values = returned.get(code);
    if (values === undefined || (role.kind === 'middleware' && language !== 'python')) continue;
    if (language === 'typescript' && (role.how === 'use' || (role.kind === 'error-handler' && role.how === 'error middleware'))) continue;
    for (const value of values) {
      if (value.kind === 'call' && (ofCall(program, value).length > 0 || ownAnswer(program, value.callee)?.fills)) continue;
      sites.push({ ...siteOf(program, value), body: handedOver(program, value, told), headers: [], status: undefined, how: 'return' });
    }
  }
  return sites;
}
