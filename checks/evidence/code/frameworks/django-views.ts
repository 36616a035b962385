// What a class-based view of Django or REST framework is made of: its own and inherited members, its guards, and where it looks objects up.
import type { ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { returns } from '../definitions.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { basesOf } from './bases.ts';
import type { ListedRoute } from './listed-route.ts';

export type Method = Pick<ListedRoute, 'method' | 'before' | 'among' | 'makes'> & { readonly handler: FunctionExpression | undefined };

/** A class and those of the service that it inherits from, nearest first. */
export function lineage(program: Program, code: ClassExpression, depth = 5): readonly ClassExpression[] {
  const above =
    depth === 0 ? [] : code.bases.flatMap((base) => entities(program, base).flatMap((each) => (each.kind === 'class' ? [each.code] : [])));
  return [code, ...above.flatMap((each) => lineage(program, each, depth - 1))];
}

export const memberIn = (classes: readonly ClassExpression[], name: string): Expression | undefined =>
  classes.flatMap(({ members }) => members.filter((each) => each.name === name).flatMap(({ value }) => value ?? []))[0];

/** Permissions, throttles, authentication, decorators and mixins that stand before a view; where it names none, what the settings say for all. */
export function guardsOf(program: Program, classes: readonly ClassExpression[]): readonly Expression[] {
  const permissions = memberIn(classes, 'permission_classes');
  const settings = isPlain(program, classes) ? () => [] : (name: string) => settingOf(program, name);
  const mixins = classes.flatMap(({ bases }) =>
    bases.filter((base) => symbolsOf(program, base).some((symbol) => /^py:(?:django\.contrib\.auth\.mixins|braces)\b/.test(symbol))),
  );
  const chosen = memberIn(classes, 'get_permissions');
  const said = [
    ...(chosen?.kind === 'function' ? returns(chosen).flatMap(itemsOf) : []),
    ...(permissions !== undefined ? itemsOf(permissions) : chosen === undefined ? settings('DEFAULT_PERMISSION_CLASSES') : []),
  ];
  const throttles = memberIn(classes, 'throttle_classes');
  const throttled =
    throttles !== undefined
      ? itemsOf(throttles)
      : settings('DEFAULT_THROTTLE_RATES').length > 0 &&
          (!countsScopes(program, settings('DEFAULT_THROTTLE_CLASSES')) || memberIn(classes, 'throttle_scope'))
        ? settings('DEFAULT_THROTTLE_CLASSES')
        : [];
  const dispatch = memberIn(classes, 'dispatch');
  const own = dispatch?.kind === 'function' ? [dispatch] : [];
  return [...classes.flatMap(({ decorators = [] }) => decorators), ...mixins, ...own, ...said, ...throttled];
}

/** Throttles that count by the scope of the view alone: one that names no `throttle_scope` is not counted. */
const countsScopes = (program: Program, throttles: readonly Expression[]): boolean =>
  throttles.length > 0 &&
  throttles.every((each) =>
    [each.kind === 'string' ? each.value : '', ...symbolsOf(program, each), ...basesOf(program, each)].some((symbol) =>
      /(?:^|\.)ScopedRateThrottle$/.test(symbol),
    ),
  );

/** A view of Django itself, for which the settings of REST framework say nothing. */
function isPlain(program: Program, classes: readonly ClassExpression[]): boolean {
  const symbols = classes.flatMap(({ bases }) => bases.flatMap((base) => symbolsOf(program, base)));
  return (
    symbols.some((symbol) => symbol.startsWith('py:django.views.')) && !symbols.some((symbol) => symbol.startsWith('py:rest_framework'))
  );
}

const itemsOf = (list: Expression): readonly Expression[] => (list.kind === 'list' ? list.items.map(({ value }) => value) : [list]);

/** `REST_FRAMEWORK = {'DEFAULT_PERMISSION_CLASSES': […]}`. */
function settingOf(program: Program, name: string): readonly Expression[] {
  return program.memory.onceNamed<readonly Expression[]>('rest framework', name, program.files, [], () =>
    program.files.flatMap(({ source: { body } }) =>
      body.flatMap((statement) => {
        if (statement.kind !== 'assignment' || statement.target.kind !== 'bind' || statement.target.name !== 'REST_FRAMEWORK') return [];
        const entries = statement.value?.kind === 'object' ? statement.value.entries : [];
        return entries.flatMap(({ key, value }) => (key === name ? itemsOf(value) : []));
      }),
    ),
  );
}

/** Where the framework looks for the object that an address names: a method, or a query of the class. */
export const amongOf = (classes: readonly ClassExpression[]): Expression | undefined =>
  ['get_object', 'get_queryset', 'queryset', 'model'].map((name) => memberIn(classes, name)).find((each) => each !== undefined);

/** Of what a view makes a row where the package does it all. */
export const makesOf = (classes: readonly ClassExpression[]): readonly Expression[] =>
  ['queryset', 'serializer_class', 'model', 'form_class'].flatMap((name) => memberIn(classes, name) ?? []);

/** `http_method_names = ['get', 'patch']`: a view answers no other method, whatever it could do. */
export function admits(classes: readonly ClassExpression[], method: string): boolean {
  const named = memberIn(classes, 'http_method_names');
  if (named?.kind !== 'list') return true;
  const words = named.items.map(({ value }) => (value.kind === 'string' ? value.value.toUpperCase() : '*'));
  return words.includes('*') || words.includes(method);
}

const mixedIn: ReadonlyMap<RegExp, readonly string[]> = new Map([
  [/\.ModelViewSet$/, ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy']],
  [/\.ReadOnlyModelViewSet$/, ['list', 'retrieve']],
  [/\.ListModelMixin$/, ['list']],
  [/\.CreateModelMixin$/, ['create']],
  [/\.RetrieveModelMixin$/, ['retrieve']],
  [/\.UpdateModelMixin$/, ['update', 'partial_update']],
  [/\.DestroyModelMixin$/, ['destroy']],
]);

/** Actions that a view set has from the package. */
export function inheritedActions(program: Program, classes: readonly ClassExpression[]): ReadonlySet<string> {
  const symbols = classes.flatMap(({ bases }) => bases.flatMap((base) => symbolsOf(program, base)));
  return new Set([...mixedIn].flatMap(([pattern, actions]) => (symbols.some((symbol) => pattern.test(symbol)) ? actions : [])));
}
