// Rows that a framework makes by itself, of a view that only says which: a view set of REST framework without a method of its own.
import type { Seen } from '../../answer.ts';
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Expression, Route, Unit } from '../../model.ts';

/** The columns of the model that hold a value only once decide: whatever the request names there is refused the second time. */
export function ofGeneric(unit: Unit, route: Route, makes: readonly Expression[]): Seen {
  const { place, path } = route;
  const name = `POST ${path}`;
  const [model] = makes.flatMap((each) => modelIn(each) ?? []);
  const unclear: Seen = { bad: [], good: [], unclear: [`what ${name} makes could not be followed`] };
  if (model === undefined || makes.some((each) => unit.functions(each).some(({ name: own }) => /^(?:create|validate|save)$/.test(own))))
    return unclear;
  const marked = unit.uniqueKeys.filter(({ primary }) => primary !== true);
  const keys = marked.filter((each) => each.model === model);
  const [key] = keys.filter(({ columns }) => columns.length > 0);
  if (key)
    return { bad: [], good: [{ message: `${name} is refused the second time: ${key.columns.join(' and ')} is there only once`, place }] };
  // A constraint that holds under a condition, or a model that no table in sight speaks of.
  if (keys.length > 0 || marked.length === 0) return unclear;
  const message = `${name} inserts once more for each repeat: it takes no Idempotency-Key and looks for nothing made before`;
  return { good: [], bad: [{ message, place }] };
}

/** `Plan` of `Plan.objects.all()`, of `models.Plan.objects.all()`, of `model = models.Plan`. */
const modelIn = (query: Expression): string | undefined =>
  nodesIn(query).flatMap((each) =>
    each.kind === 'member' && /^_?(?:objects|default_manager)$/.test(each.name) ? (lastName(each.object) ?? []) : [],
  )[0] ?? namedModel(query);

const namedModel = (given: Expression): string | undefined => {
  const name = lastName(given);
  return name === undefined || /(?:Serializer|Form)$/.test(name) ? undefined : name;
};
