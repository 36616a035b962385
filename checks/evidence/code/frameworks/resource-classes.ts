// Classes whose methods answer: `Resource` of Flask-RESTX and Flask-RESTful, `MethodView` of Flask and Flask-Smorest.
import type { CallExpression, ClassExpression, Expression } from '../../../model.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';
import { lineage, memberIn } from './django-views.ts';
import { frameworkOf } from './holders.ts';
import type { ListedRoute } from './listed-route.ts';

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** `@plans.route("/plans/<int:id>")` above a class. */
export function decoratedResources(program: Program, code: ClassExpression): readonly ListedRoute[] {
  return (code.decorators ?? []).flatMap((decorator) => {
    if (decorator.kind !== 'call' || decorator.callee.kind !== 'member' || decorator.callee.name !== 'route') return [];
    const { object } = decorator.callee;
    if (frameworkOf(program, object) !== 'flask') return [];
    const others = (code.decorators ?? []).filter((each) => each !== decorator);
    return positional(decorator).flatMap((given) => ofClass(program, code, { given, node: decorator, receiver: object, others }));
  });
}

/** `api.add_resource(Plans, "/plans")`, `app.add_url_rule("/plans", view_func=Plans.as_view("plans"))`. */
export function addedResources(program: Program, call: CallExpression): readonly ListedRoute[] {
  const { callee } = call;
  if (callee.kind !== 'member' || !/^add_(?:resource|url_rule)$/.test(callee.name) || frameworkOf(program, callee.object) !== 'flask')
    return [];
  const [first, , third] = positional(call);
  const isRule = callee.name === 'add_url_rule';
  const view = isRule ? (call.args.find(({ name }) => name === 'view_func')?.value ?? third) : first;
  const given = view?.kind === 'call' && view.callee.kind === 'member' && view.callee.name === 'as_view' ? view.callee.object : view;
  const paths = isRule ? [first] : positional(call).slice(1);
  if (given === undefined || (isRule && given === view)) return [];
  const classes = entities(program, given).flatMap((each) => (each.kind === 'class' ? [each.code] : []));
  return classes.flatMap((code) =>
    paths.flatMap((path) =>
      path ? ofClass(program, code, { given: path, node: call, receiver: callee.object, others: code.decorators ?? [] }) : [],
    ),
  );
}

const positional = ({ args }: CallExpression): readonly Expression[] =>
  args.flatMap(({ name, value }) => (name === undefined ? [value] : []));

interface Hung {
  readonly given: Expression;
  readonly node: Expression;
  readonly receiver: Expression;
  readonly others: readonly Expression[];
}

function ofClass(program: Program, code: ClassExpression, { given, node, receiver, others }: Hung): readonly ListedRoute[] {
  const path = worth(program, given);
  if (path.kind !== 'literal' || typeof path.value !== 'string') return [];
  const text = path.value;
  const classes = lineage(program, code);
  const around = ['method_decorators', 'decorators'].flatMap((name) => {
    const list = memberIn(classes, name);
    return list?.kind === 'list' ? list.items.map(({ value }) => value) : [];
  });
  return verbs.flatMap((verb): readonly ListedRoute[] => {
    const handler = memberIn(classes, verb);
    if (handler?.kind !== 'function') return [];
    const before = [...others, ...around, ...(handler.decorators ?? [])];
    return [{ method: verb.toUpperCase(), path: text, framework: 'flask', node, handler, before, receiver }];
  });
}

const apis = /^py:flask_(?:restx|restplus|restful|smorest)\.Api\(\)$/;

/** `api.namespace("plans")` makes one and hangs it up. */
const made = /^py:flask_rest(?:x|plus)\.Api\(\)\.namespace\(\)$/;

/** What an `Api` hangs on: `Api(app)`, `Api(blueprint)`. */
export function hostOf(program: Program, call: CallExpression): Expression | undefined {
  const symbols = symbolsOf(program, call);
  if (call.callee.kind === 'member' && symbols.some((symbol) => made.test(symbol))) return call.callee.object;
  const [first] = positional(call);
  const host = first ?? call.args.find(({ name }) => name === 'app')?.value;
  return host !== undefined && symbols.some((symbol) => apis.test(symbol)) ? host : undefined;
}

export const isOfBlueprint = (program: Program, call: CallExpression): boolean => {
  const host = hostOf(program, call);
  return host !== undefined && symbolsOf(program, host).includes('py:flask.Blueprint()');
};

/** A namespace that is hung up without a path goes by its own: `Namespace("plans")` is `/plans`. */
export function namespacePath(program: Program, call: CallExpression): string | undefined {
  if (!symbolsOf(program, call).some((symbol) => made.test(symbol) || /^py:flask_(?:restx|restplus)\.Namespace\(\)$/.test(symbol)))
    return undefined;
  const given = call.args.find(({ name }) => name === 'path')?.value;
  const value = worth(program, given ?? call.args[0]?.value ?? call);
  const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : '?';
  return given ? text : `/${text}`;
}
