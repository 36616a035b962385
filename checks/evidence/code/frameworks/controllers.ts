// Classes that are controllers (Nest, routing-controllers): their decorators, also those that a decorator of the service's own puts together, and the methods they take over from bases.
import type { CallExpression, ClassExpression, ClassMember, Expression } from '../../../model.ts';
import { contextOf } from '../context.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { textOf } from './hangings.ts';
import { functionsIn } from './holders.ts';

/** A decorator as it is meant: what it is of, and what it is given where it stands. */
export interface Meant {
  readonly symbols: readonly string[];
  readonly given: readonly Expression[];
  readonly node: Expression;
}

const isController = /^npm:(?:@nestjs\/common\.Controller|routing-controllers\.(?:Json)?Controller)$/;

const together = 'npm:@nestjs/common.applyDecorators';

/** The decorators themselves; of `Api(name)` that calls `applyDecorators(Controller(name), …)` those inside, with what stands for `name`. */
export function meant(program: Program, decorators: readonly Expression[], depth = 2): readonly Meant[] {
  return decorators.flatMap((node) => {
    const call = node.kind === 'call' ? node : undefined;
    const symbols = symbolsOf(program, call ? call.callee : node);
    const own = { symbols, given: call?.args.map(({ value }) => value) ?? [], node };
    return call === undefined || depth === 0 || symbols.length > 0 ? [own] : [own, ...putTogether(program, call, depth)];
  });
}

function putTogether(program: Program, call: CallExpression, depth: number): readonly Meant[] {
  return functionsIn(program, call.callee).flatMap((code) => {
    const inside = contextOf(code).file.calls.filter((each) => contextOf(each).inFunction === code);
    if (!inside.some(({ callee }) => symbolsOf(program, callee).includes(together))) return [];
    const handed = (value: Expression): Expression => {
      if (value.kind !== 'name') return value;
      const at = code.parameters.findIndex(({ pattern }) => pattern.kind === 'bind' && pattern.name === value.name);
      return at < 0 ? value : (call.args[at]?.value ?? code.parameters[at]?.fallback ?? value);
    };
    // `if (secured) all.push(SignedIn())`: as this one is given it; where that is not known, it is not there.
    const isThere = (each: CallExpression): boolean =>
      contextOf(each).guards.every(({ test, holds }) => {
        const [asked, wanted] = test.kind === 'unary' && test.operator === 'not' ? [test.value, !holds] : [test, holds];
        const value = handed(asked);
        return value.kind === 'boolean' && value.value === wanted;
      });
    return meant(program, inside.filter(isThere), depth - 1).flatMap((each) =>
      each.symbols.some((symbol) => symbol.startsWith('npm:') && symbol !== together) ? [{ ...each, given: each.given.map(handed) }] : [],
    );
  });
}

/** What `@Controller(…)` is given, first of all; undefined where the class is none. */
export function controllerOf(program: Program, code: ClassExpression): Meant | undefined {
  return meant(program, code.decorators ?? []).find(({ symbols }) => symbols.some((symbol) => isController.test(symbol)));
}

/** What Nest puts before the paths of all controllers: `app.setGlobalPrefix('api/v1', { exclude: ['health'] })`; `?` where that is not known. */
export function globalPrefix(program: Program, path: string): string {
  const { text, except } = program.memory.once('global prefix', program.files, { text: '', except: [] }, () => prefixGiven(program));
  return except.some((each) => path === `/${each.replace(/^\//, '')}`) ? '' : text;
}

function prefixGiven(program: Program): { readonly text: string; readonly except: readonly string[] } {
  const calls = program.files.flatMap((file) =>
    file.calls.filter(({ callee }) => callee.kind === 'member' && callee.name === 'setGlobalPrefix'),
  );
  const texts = new Set(calls.map(({ args }) => textOf(program, args[0]?.value) ?? '?'));
  const [text = ''] = texts;
  const except = calls.flatMap(({ args }) => {
    const options = args[1]?.value;
    const listed = options?.kind === 'object' ? options.entries.find(({ key }) => key === 'exclude')?.value : undefined;
    const items = listed?.kind === 'list' ? listed.items.map(({ value }) => value) : [];
    return items.flatMap((item) => {
      const path = item.kind === 'object' ? item.entries.find(({ key }) => key === 'path')?.value : item;
      return textOf(program, path) ?? [];
    });
  });
  return { text: texts.size > 1 ? '?' : text, except };
}

/** Its own methods, and those of its bases that it does not write anew: `class Tags extends Crud(TagDto)`. */
export function methodsOf(program: Program, code: ClassExpression, depth = 3): readonly ClassMember[] {
  const own = code.members.filter(({ value }) => value?.kind === 'function');
  if (depth === 0) return own;
  const names = new Set(own.map(({ name }) => name));
  const bases = code.bases.flatMap((base) => entities(program, base).flatMap((each) => (each.kind === 'class' ? [each.code] : [])));
  const above = bases.filter((each) => each !== code).flatMap((each) => methodsOf(program, each, depth - 1));
  return [...own, ...above.filter(({ name, decorators }) => !names.has(name) && (decorators ?? []).length > 0)];
}
