// Documents of other frameworks: what makes them, whether they are served, and whether they give examples.
import type { Call, Unit } from '../../model.ts';
import { examplesOf } from './examples.ts';
import { type Document, inFiles } from './files.ts';
import { servingOf } from './serving.ts';

export function documentsOf(unit: Unit): readonly Document[] {
  const made = [...nest(unit), ...fastify(unit), ...hono(unit), ...comments(unit), ...django(unit), ...flask(unit)];
  const written = made.length > 0 ? made : byHand(unit);
  return written.length > 0 ? written : inFiles(unit);
}

const live = ({ runsIn, onlyAsScript }: Pick<Call, 'runsIn' | 'onlyAsScript'>): boolean => runsIn !== 'development' && !onlyAsScript;
const hasExamples = (unit: Unit): boolean => examplesOf(unit).length > 0;
const without = (name: string): string => `the document of ${name} holds no example`;

function nest(unit: Unit): readonly Document[] {
  const made = unit.calls('npm:@nestjs/swagger.SwaggerModule.createDocument');
  const served = unit.calls('npm:@nestjs/swagger.SwaggerModule.setup', '*.apiReference').filter(live);
  return made.slice(0, 1).map(({ place }) => {
    const name = '@nestjs/swagger';
    if (served.length === 0) return { name, place, fault: 'the document is made, and served nowhere in production' };
    if (hasExamples(unit)) return { name, place };
    // `@example` in comments, where Nest's compiler is told to read them.
    return readsComments(unit)
      ? { name, place, unclear: "what Nest's compiler reads for the document out of comments is not in the source" }
      : { name, place, fault: without(name) };
  });
}

/** The plugin that takes examples out of comments. */
const readsComments = (unit: Unit): boolean => {
  const compiler = unit.data('nest-cli.json');
  const words = compiler ? unit.words(compiler) : [];
  return words.includes('@nestjs/swagger') || words.includes('@nestjs/swagger/plugin');
};

function fastify(unit: Unit): readonly Document[] {
  const plugins = unit.middleware.filter(({ symbols }) =>
    symbols.some((symbol) => /^npm:(?:@fastify\/swagger|fastify-swagger)$/.test(symbol)),
  );
  const plugin = plugins.find(live);
  if (plugin === undefined)
    return plugins
      .slice(0, 1)
      .map(({ place }) => ({ name: '@fastify/swagger', place, fault: 'the document is served in development only' }));
  const isServed =
    unit.middleware.some(({ symbols }) =>
      symbols.some((symbol) => /^npm:(?:@fastify\/swagger-ui|@scalar\/fastify-api-reference|fastify-swagger)/.test(symbol)),
    ) ||
    unit.calls('*.swagger').length > 0 ||
    (plugin.hungBy !== undefined && unit.words(plugin.hungBy.node).includes('exposeRoute'));
  const name = '@fastify/swagger';
  if (!isServed) return [{ name, place: plugin.place, fault: 'the document is made, and served nowhere' }];
  return [hasExamples(unit) ? { name, place: plugin.place } : { name, place: plugin.place, fault: without(name) }];
}

function hono(unit: Unit): readonly Document[] {
  const docs = unit
    .calls(
      'npm:@hono/zod-openapi.OpenAPIHono().doc',
      'npm:@hono/zod-openapi.OpenAPIHono().doc31',
      'npm:@hono/zod-openapi.OpenAPIHono().getOpenAPIDocument',
      'npm:hono-openapi.openAPISpecs',
      'npm:hono-openapi.openAPIRouteHandler',
    )
    .filter(live);
  const name = 'the OpenAPI of Hono';
  return docs.slice(0, 1).map(({ place }) => (hasExamples(unit) ? { name, place } : { name, place, fault: without(name) }));
}

/** Documents out of comments and files are not read here. */
function comments(unit: Unit): readonly Document[] {
  const jsdoc = unit.calls('npm:swagger-jsdoc', 'npm:express-jsdoc-swagger', 'npm:koa-swagger-decorator*').filter(live);
  const ui = unit
    .calls(
      'npm:swagger-ui-express.setup',
      'npm:koa2-swagger-ui.koaSwagger',
      'npm:@scalar/express-api-reference.apiReference',
      'npm:swagger-ui-koa*',
    )
    .filter(live);
  const validator = unit.calls('npm:express-openapi-validator.middleware', 'npm:openapi-backend.OpenAPIBackend', 'npm:openapi-backend');
  const [made] = [...ui, ...jsdoc];
  if (made === undefined)
    return validator
      .slice(0, 1)
      .map(({ place }) => ({ name: 'the document', place, unclear: 'the document stands in a file that is no source' }));
  const isServed = ui.length > 0 || unit.routes.some(({ path }) => /openapi|swagger|api-docs|\/spec(?:\.|$)/i.test(path));
  if (!isServed) return [{ name: 'swagger-jsdoc', place: made.place, fault: 'the document is made, and served nowhere' }];
  return hasExamples(unit) && jsdoc.length === 0
    ? [{ name: 'Swagger UI', place: made.place }]
    : [{ name: 'Swagger UI', place: made.place, unclear: 'what the document says stands in comments or in a file that is no source' }];
}

function django(unit: Unit): readonly Document[] {
  const views = unit
    .calls(
      'py:drf_spectacular.views.SpectacularAPIView.as_view',
      'py:drf_spectacular.views.SpectacularJSONAPIView.as_view',
      'py:drf_spectacular.views.SpectacularYAMLAPIView.as_view',
      'py:drf_yasg.views.get_schema_view',
      'py:rest_framework.schemas.get_schema_view',
      'py:ninja.NinjaAPI',
    )
    .filter(live);
  const [view] = views;
  if (view === undefined) return [];
  const examples =
    unit.calls('*.OpenApiExample').length > 0 ||
    hasExamples(unit) ||
    unit.calls('*').some(({ node }) => node.args.some(({ name }) => name === 'examples'));
  const name = /ninja/.test(view.symbols[0] ?? '') ? 'Django Ninja' : 'the schema view';
  return [examples ? { name, place: view.place } : { name, place: view.place, fault: without(name) }];
}

function flask(unit: Unit): readonly Document[] {
  const made = unit
    .calls(
      'py:flasgger.Swagger',
      'py:flask_restx.Api',
      'py:flask_restplus.Api',
      'py:flask_smorest.Api',
      'py:apiflask.APIFlask',
      'py:flask_openapi3.OpenAPI',
      'py:connexion.FlaskApp',
      'py:connexion.AsyncApp',
      'py:apispec.APISpec',
      'py:spectree.SpecTree',
      'npm:tsoa.*',
    )
    .filter(live);
  const [first] = made;
  if (first === undefined) return [];
  const name = first.symbols[0]?.replace(/^\w+:(\w+).*/, '$1').replaceAll('_', '-') ?? 'the Api class';
  if (/flasgger|connexion/.test(name))
    return [{ name, place: first.place, unclear: 'what the document says stands in docstrings or in a file that is no source' }];
  const served = servingOf(unit, name);
  if (served === 'unclear')
    return [{ name, place: first.place, unclear: 'whether the configuration has the document served is not in the source' }];
  if (served === 'no') return [{ name, place: first.place, fault: 'the document is made, and served nowhere' }];
  const examples =
    hasExamples(unit) ||
    unit.calls('*').some(({ node }) => node.args.some(({ name: keyword }) => keyword === 'example' || keyword === 'examples'));
  return [examples ? { name, place: first.place } : { name, place: first.place, fault: without(name) }];
}

/** A document written as an object, or generated from schemas. */
function byHand(unit: Unit): readonly Document[] {
  const literals = unit.entriesNamed('openapi', 'swagger').filter(({ value }) => value.kind === 'string' && /^[23]\./.test(value.value));
  const generators = unit.calls(
    'npm:@asteasolutions/zod-to-openapi.OpenApiGeneratorV3',
    'npm:@asteasolutions/zod-to-openapi.OpenApiGeneratorV31',
    'npm:zod-openapi.createDocument',
  );
  const [place] = [...generators, ...literals].map((each) => each.place);
  if (place === undefined) return [];
  const name = 'the OpenAPI document';
  const route = unit.routes.find(({ path }) => /openapi|swagger|api-docs|\/docs/i.test(path));
  if (route === undefined) return [{ name, place, fault: 'the document is written, and no route serves it' }];
  return [hasExamples(unit) ? { name, place } : { name, place, fault: without(name) }];
}
