// Middleware that a Nest module applies to routes: `consumer.apply(SignedIn).forRoutes({ path: 'plans/:id', method: RequestMethod.PUT })`.
import type { CallExpression, Expression } from '../../../model.ts';
import { entities } from '../entities.ts';
import type { Program } from '../program.ts';
import { textOf } from './hangings.ts';

interface Applied {
  readonly given: readonly Expression[];
  readonly to: readonly Expression[];
  readonly except: readonly Expression[];
}

/** What modules apply to a route of a controller. */
export function appliedTo(program: Program, controller: Expression, method: string, path: string): readonly Expression[] {
  return appliedIn(program).flatMap(({ given, to, except }) =>
    to.some((each) => isFor(program, each, controller, method, path)) &&
    !except.some((each) => isFor(program, each, controller, method, path))
      ? given
      : [],
  );
}

function appliedIn(program: Program): readonly Applied[] {
  return program.memory.once<readonly Applied[]>('nest consumers', program.files, [], () =>
    program.files.flatMap(({ calls }) => calls.flatMap((call) => ofCall(call))),
  );
}

function ofCall({ callee, args }: CallExpression): readonly Applied[] {
  if (callee.kind !== 'member' || callee.name !== 'forRoutes') return [];
  const except: Expression[] = [];
  let each = callee.object;
  while (each.kind === 'call' && each.callee.kind === 'member' && each.callee.name === 'exclude') {
    except.push(...each.args.map(({ value }) => value));
    each = each.callee.object;
  }
  if (each.kind !== 'call' || each.callee.kind !== 'member' || each.callee.name !== 'apply') return [];
  return [{ given: each.args.map(({ value }) => value), to: args.map(({ value }) => value), except }];
}

/** A controller, a path, or a path with a method. */
function isFor(program: Program, target: Expression, controller: Expression, method: string, path: string): boolean {
  if (target.kind !== 'object') {
    const named = target.kind === 'string' ? target.value : undefined;
    if (named !== undefined) return matches(named, path);
    return entities(program, target).some((each) => each.kind === 'class' && each.code === controller);
  }
  const partOf = (name: string): Expression | undefined => target.entries.find(({ key }) => key === name)?.value;
  const asked = partOf('method');
  const word = asked?.kind === 'member' ? asked.name : 'ALL';
  return (word === 'ALL' || word === method || method === '*') && matches(textOf(program, partOf('path')) ?? '?', path);
}

/** `plans/:id`, `plans/*`, `plans/(.*)`, `*`; the names of parameters do not count. */
function matches(pattern: string, path: string): boolean {
  const plain = (text: string): readonly string[] => text.split('/').filter((part) => part !== '');
  const [wanted, parts] = [plain(pattern), plain(path)];
  const open = wanted.findIndex((part) => /[*(]/.test(part) || part.startsWith('{'));
  const upTo = open < 0 ? wanted.length : open;
  if (open < 0 ? parts.length !== wanted.length : parts.length < upTo) return false;
  return wanted.slice(0, upTo).every((part, index) => part.startsWith(':') || part === parts[index]);
}
