// FastAPI makes the document by itself: what it says depends on what the routes and models say.
import type { Seen } from '../../answer.ts';
import type { Call, Expression, Unit, Value } from '../../model.ts';
import { examplesOf } from './examples.ts';

export function fastapi(unit: Unit): Seen | undefined {
  const apps = unit
    .calls('py:fastapi.FastAPI', 'py:fastapi.applications.FastAPI')
    .filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript);
  const [app] = apps;
  if (app === undefined) return undefined;
  const hidden = apps.filter((call) => isOff(call));
  // `/openapi.json` as a route of the service's own.
  if (hidden.length === apps.length && unit.routes.some(({ path }) => /openapi/i.test(path)))
    return { bad: [], good: [], unclear: ['what the document that a route of its own serves says could not be followed'] };
  if (hidden.length === apps.length)
    return { bad: hidden.map(({ place }) => ({ message: 'FastAPI is told to serve no OpenAPI document', place })), good: [] };
  const routed = new Set(unit.routes.flatMap(({ place, framework }) => (framework === 'fastapi' ? [`${place.path}:${place.line}`] : [])));
  const decorators = unit
    .calls('*.get', '*.post', '*.put', '*.patch', '*.delete', '*.api_route')
    .filter(({ language, place }) => language === 'python' && routed.has(`${place.path}:${place.line}`));
  const shown = decorators.filter((call) => !isFalse(call, 'include_in_schema'));
  if (decorators.length > 0 && shown.length === 0)
    return { bad: [{ message: 'no route stands in the document: all are left out of it', place: app.place }], good: [] };
  const examples = [...exampleKeywords(unit), ...examplesOf(unit)];
  if (examples.length === 0 && shown.length > 0)
    return { bad: [{ message: "FastAPI's document holds no example: no field, body or answer gives one", place: app.place }], good: [] };
  return {
    bad: [],
    good: [{ message: 'FastAPI makes and serves the document, with examples', place: app.place, related: examples.slice(0, 1) }],
  };
}

const isOff = (call: Call): boolean => {
  const url = call.option('openapi_url');
  if (typeof url !== 'object') return false;
  return url.kind === 'choice' ? url.among.some(({ value, runsIn }) => runsIn === 'production' && isNone(value)) : isNone(url);
};
const isNone = (value: Value): boolean => value.kind === 'literal' && (value.value === null || value.value === '');
const isFalse = (call: Call, name: string): boolean => {
  const value = call.option(name);
  return typeof value === 'object' && value.kind === 'literal' && value.value === false;
};

/** `Field(examples=[…])`, `Body(openapi_examples={…})`, `Query(example=…)`. */
const exampleKeywords = (unit: Unit) =>
  unit
    .calls(
      ...['Field', 'Body', 'Query', 'Path', 'Header', 'Form'].flatMap((name) => [
        `py:pydantic.${name}`,
        `py:pydantic.fields.${name}`,
        `py:fastapi.${name}`,
        `py:sqlmodel.${name}`,
      ]),
      '*.model_config',
      'py:pydantic.ConfigDict',
    )
    .filter(({ node }) =>
      node.args.some(
        ({ name, value }) =>
          name !== undefined &&
          (/^(?:examples?|openapi_examples)$/.test(name) || (/^(?:json_)?schema_extra$/.test(name) && holdsExample(unit, value))),
      ),
    )
    .map(({ place }) => place);

/** `json_schema_extra={"is_updatable": True}` says other things of a field; what is worked out elsewhere may hold one. */
const holdsExample = (unit: Unit, value: Expression): boolean =>
  value.kind !== 'object' ||
  value.entries.some(({ key }) => typeof key !== 'string') ||
  unit.words(value).some((word) => /^examples?$/.test(word));
