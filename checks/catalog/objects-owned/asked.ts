// What is said of a route, what it is called, what stands before it, and how its functions are gone through.

import { lastName, nodesIn } from '../../model/nodes.ts';
import type { CodeFunction, Expression, Finding, Route, Unit } from '../../model.ts';
import { parametersOf } from './given.ts';
import { none } from './labels.ts';
import { runFunction } from './run.ts';
import type { Seen, Walk } from './walk.ts';
import { singular, wordsOf } from './words.ts';

export type Judged =
  | { readonly kind: 'compared'; readonly route: Route; readonly finding: Finding; readonly subjects: readonly string[] }
  /** An id alone opens something. */
  | {
      readonly kind: 'alone';
      readonly route: Route;
      readonly seen: Seen;
      readonly ids: readonly string[];
      readonly subjects: readonly string[];
    }
  /** Somebody's id alone opens something, and nothing asks who is asking. */
  | { readonly kind: 'open'; readonly route: Route; readonly seen: Seen; readonly ids: readonly string[] }
  /** The row that the id names becomes that of whoever asks. */
  | { readonly kind: 'taken-over'; readonly route: Route; readonly finding: Finding }
  | { readonly kind: 'unsure'; readonly route: Route; readonly because: string }
  /** Takes no id, knows nobody, or is for staff. */
  | { readonly kind: 'beside' };

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** What the route gives or changes: the last word of its path. */
export function resourceOf({ path }: Route): string {
  const words = path.split('/').filter((part) => part !== '' && !part.startsWith(':') && part !== '?');
  return (words.at(-1) ?? '').toLowerCase();
}

/** An edge function is called by POST, and its name says what it does. */
export const changes = ({ method, framework, path }: Route): boolean =>
  /^(?:PUT|PATCH|DELETE)$/.test(method) ||
  (framework === 'supabase-function' && /\/(?:delete|remove|update|edit|rename|archive|restore|cancel|move|set)[-_][^/]*$/.test(path));

/** `plan` of `id` in `/plans/:id`. */
export function wordBefore(id: string, path: string): string {
  const parts = path.split('/');
  return singular(wordsOf(parts[parts.indexOf(`:${id}`) - 1] ?? '').at(-1) ?? '');
}

/** Names and plain texts of an expression: `requireRole('admin')`, `Depends(current_superuser)`, `permissions.IsAuthenticated`. */
export const namesWithin = (expression: Expression): readonly string[] =>
  (expression.kind === 'call' && documents.test(lastName(expression.callee) ?? '') ? [] : nodesIn(expression)).flatMap((node) => {
    if (node.kind === 'string')
      return /\s|\/\w+\//.test(node.value)
        ? []
        : [node.value.startsWith('rest_framework.') ? (node.value.split('.').at(-1) ?? '') : node.value];
    return ((node.kind === 'name' && node.name !== 'permissions' && node.name !== 'permission_classes') || node.kind === 'member') &&
      !isKeyOfService.test(node.name)
      ? [node.name]
      : [];
  });

/** `session({ keys: [env.JWT_SECRET] })`. */
const isKeyOfService = /^[A-Z\d_]+_(?:SECRET|KEY|KEYS|SALT)$/;

/** `@ApiBearerAuth()`, `@ApiTags('user')`, `@Controller('user/plans')`, `passport.initialize()`: words of documents, paths and preparations, which keep nobody out. */
const documents =
  /^(?:Controller|JsonController|Get|Post|Put|Patch|Delete|All|Header|HttpCode|Version|initialize)$|^Api(?:Tags|Operation|Param|Query|Body|Consumes|Produces|BearerAuth|BasicAuth|CookieAuth|OAuth2|Security|Header|ExtraModels|\w*Response)$/;

/** What the guards of Nest that a route names decide by: `@UseGuards(SignedIn, PlanOwner)`. */
export const guardsOf = (unit: Unit, before: Expression): readonly CodeFunction[] =>
  before.kind === 'call' && lastName(before.callee) === 'UseGuards'
    ? before.args.flatMap(({ value }) => unit.functions(value).filter(({ name }) => name === 'canActivate'))
    : [];

/** Runs a function with what a framework hands to it on this route. */
export function runWith(walk: Walk, code: CodeFunction, route: Route): void {
  const inject = (dependency: CodeFunction): ReturnType<typeof runFunction> =>
    walk.open.has(dependency.node)
      ? none
      : runFunction(
          walk,
          dependency,
          parametersOf(walk.unit, dependency, route.path, route.framework, (inner) =>
            runFunction(
              walk,
              inner,
              parametersOf(walk.unit, inner, route.path, route.framework, () => none),
            ),
          ),
        );
  runFunction(walk, code, parametersOf(walk.unit, code, route.path, route.framework, inject));
}
