// Routes of awilix-router-core: `createController(api).prefix('/plans').get('/:id', 'getPlan')`.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';
import { contextOf, type IndexedFile } from '../context.ts';
import { returns } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { runsBefore } from './before.ts';
import { joinPaths, textOf } from './hangings.ts';
import { httpMethods } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

const controller = /^npm:awilix-(?:koa|express|router-core)\.createController$/;

export function awilixRoutes(program: Program, file: IndexedFile): readonly ListedRoute[] {
  if (!file.imports.some(({ module }) => /^awilix-(?:koa|express|router-core)$/.test(module))) return [];
  return file.calls.flatMap((call) => ofCall(program, call));
}

function ofCall(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee, args } = call;
  if (callee.kind !== 'member' || !httpMethods.test(callee.name)) return [];
  const steps = chainOf(callee.object);
  const maker = steps.find(({ callee: of }) => symbolsOf(program, of).some((symbol) => controller.test(symbol)));
  const [path, handled] = args;
  if (maker === undefined || path === undefined) return [];
  const prefix = steps.find(({ callee: of }) => of.kind === 'member' && of.name === 'prefix')?.args[0]?.value;
  const paths = path.value.kind === 'list' ? path.value.items.map(({ value }) => value) : [path.value];
  const hung = loaderOf(program);
  const framework = symbolsOf(program, maker.callee).some((symbol) => symbol.includes('express')) ? 'express' : 'koa';
  return paths.map((each) => {
    const whole = joinPaths(textOf(program, prefix) ?? '', textOf(program, each) ?? '?');
    return {
      method: callee.name === 'all' ? '*' : callee.name.toUpperCase(),
      path: whole,
      framework,
      node: call,
      handler: handled && methodOf(program, maker, handled.value),
      before: [
        ...(hung ? runsBefore(program, hung.application, whole, hung.call) : []),
        ...steps.flatMap(({ callee: of, args: given }) =>
          of.kind === 'member' && of.name === 'before' ? given.map(({ value }) => value) : [],
        ),
      ],
    };
  });
}

/** The calls of a chain, the last first. */
function chainOf(start: Expression): readonly CallExpression[] {
  const steps: CallExpression[] = [];
  for (let each: Expression = start; each.kind === 'call'; each = each.callee.kind === 'member' ? each.callee.object : each.callee)
    steps.push(each);
  return steps;
}

/** The method of the class, or of the object that the function gives, under that name. */
function methodOf(program: Program, { args }: CallExpression, named: Expression): FunctionExpression | undefined {
  const name =
    named.kind === 'string'
      ? named.value
      : named.kind === 'list' && named.items[0]?.value.kind === 'string'
        ? named.items[0].value.value
        : '';
  const [first] = args;
  if (first === undefined) return undefined;
  for (const each of entities(program, first.value)) {
    const members =
      each.kind === 'class'
        ? each.code.members.flatMap((member) => (member.name === name && member.value ? [member.value] : []))
        : each.kind === 'function'
          ? returns(each.code).flatMap((value) =>
              value.kind === 'object' ? value.entries.flatMap((entry) => (entry.key === name ? [entry.value] : [])) : [],
            )
          : [];
    const [found] = members;
    if (found?.kind === 'function') return found;
  }
  return undefined;
}

/** `app.use(loadControllers('routes/*.js'))`. */
function loaderOf(program: Program): { readonly application: Expression; readonly call: CallExpression } | undefined {
  for (const { calls } of program.files)
    for (const each of calls) {
      if (!symbolsOf(program, each.callee).some((symbol) => /^npm:awilix-(?:koa|express)\.(?:loadControllers|controller)$/.test(symbol)))
        continue;
      const call = contextOf(each).around.at(-1);
      if (call?.callee.kind === 'member' && call.callee.name === 'use') return { application: call.callee.object, call };
    }
  return undefined;
}
