// Applications that are handed to a package of the house: what that sets up on them stands in no source that is here.
import type { Unit } from '../model.ts';
import { remembered } from './remembered.ts';

const application = /^py:(?:flask\.Flask|fastapi\.(?:applications\.)?FastAPI|starlette\.applications\.Starlette|quart\.Quart)\(\)$/;
const setsUp = /\.(?:init|init_app|init_\w+|set_?up\w*|configure\w*|install\w*|bootstrap\w*|register\w*|wire\w*)$/;
/** Of Python itself, and servers that only run what they are handed. */
const known =
  /^(?:typing|functools|asyncio|contextlib|logging|copy|inspect|pprint|json|os|sys|signal|threading|unittest|time|pathlib|uvicorn|hypercorn|waitress|gunicorn|mangum|a2wsgi|asgiref)$/;

/** Extensions that everybody can have: manifests may name them where nobody looked, or a package of another name brings them, as peewee does. */
const extension =
  /^(?:flask_(?:admin|apispec|apscheduler|assets|babel|babelex|bcrypt|bootstrap|cache|caching|ckeditor|compress|cors|dance|debugtoolbar|executor|flatpages|graphql|healthz|httpauth|injector|jwt|jwt_extended|limiter|login|mail|mailman|marshmallow|migrate|minify|moment|mongoengine|mysqldb|oidc|openapi3|peewee|praetorian|principal|pydantic|pymongo|redis|restful|restplus|restx|rq|script|seasurf|security|session|sitemap|smorest|sock|socketio|sqlalchemy|sqlalchemy_lite|sslify|sse|talisman|uploads|wtf)|fastapi_(?:cache|filter|jwt_auth|limiter|mail|mcp|pagination|restful|users|utils|versioning)|flasgger|flaskext|playhouse|prometheus_(?:client|fastapi_instrumentator|flask_exporter)|opentelemetry|ddtrace|debug_toolbar|elasticapm|logfire|newrelic|raven|rollbar|sentry_sdk|sqladmin|strawberry|tortoise|whitenoise)$/;

/** The same of JavaScript, where a manifest names all packages: scopes that everybody can have packages of. */
const scope =
  /^@(?:adminjs|airbrake|apollo|appsignal|as-integrations|auth|auth0|awaitjs|aws-\w+|axiomhq|azure|bugsnag|bull-board|casl|clerk|codegenie|datadog|decorators|directus|eggjs|elastic|elysiajs|fastify|feathersjs|frontegg|godaddy|google-cloud|graphql-yoga|grpc|growthbook|hapi|highlight-run|hono|honeybadger-io|keystonejs|kinde-oss|kitajs|koa|ladjs|launchdarkly|logtail|loopback|medusajs|mikro-orm|moleculer|nestjs|newrelic|nuxt|okta|opentelemetry|overnightjs|parse|payloadcms|prisma|promster|react-router|remix-run|rollbar|scalar|sentry|shopify|simplewebauthn|slack|socket\.io|strapi|supabase|sveltejs|swagger-api|trpc|tsed|tsoa|types|unleash|vendia|vitejs)\//;
const scriptApplication = /^npm:(?:express|koa|fastify(?:\.[fF]astify)?|@?hono(?:\/[\w-]+)?\.\w*Hono)\(\)$/;
const scriptSetsUp =
  /\.(?:\w*(?:[sS]erver|[aA]pp|[aA]pplication)|(?:init|set_?up|configure|install|bootstrap|register|wire|apply|use|add)\w*)$/i;

/** Somebody's own copy of a plugin that everybody can have: `@coach/express-ws`. */
const plugin = /\/(?:express|koa|fastify|hono)-/;
/** What a package of the house exports as a whole sets applications up where its name says so. */
const whole = /\/(?:[\w-]*(?:server|service|boot\w*|app|api|http|web|base|core|platform)[\w-]*)$/;

function ofScripts(unit: Unit): string | undefined {
  const houses = Object.keys(unit.packages).filter((name) => name.startsWith('@') && !scope.test(name) && !plugin.test(name));
  return houses.find((name) =>
    unit
      .calls(`npm:${name}`, `npm:${name}.*`)
      .some(
        (call) =>
          !call.onlyAsScript &&
          call.runsIn !== 'development' &&
          call.targets.length === 0 &&
          call.symbols.some((symbol) => (symbol === `npm:${name}` ? whole.test(name) : scriptSetsUp.test(symbol))) &&
          call.node.args.some(({ value }) => unit.symbols(value).some((symbol) => scriptApplication.test(symbol))),
      ),
  );
}

/** The package's name; undefined where every application stays with the service and with packages that its manifests name. */
export const handedTo = remembered((unit: Unit): string | undefined => {
  const names = Object.keys(unit.packages);
  if (names.length === 0) return undefined;
  const script = ofScripts(unit);
  if (script !== undefined) return script;
  for (const call of unit.calls('py:*')) {
    if (call.onlyAsScript || call.runsIn === 'development' || call.targets.length > 0) continue;
    const [, own] = call.symbols.map((symbol) => /^py:(\w+)\./.exec(symbol)).find((found) => found !== null) ?? [];
    if (own === undefined || known.test(own) || extension.test(own) || !call.symbols.some((symbol) => setsUp.test(symbol))) continue;
    if (names.some((name) => brings(name, own))) continue;
    if (call.node.args.some(({ value }) => unit.symbols(value).some((symbol) => application.test(symbol)))) return own;
  }
  return undefined;
});

/** Whether the package brings a module of that name: `flask_migrate` of Flask-Migrate, `tortoise` of tortoise-orm, `socketio` of python-socketio. */
function brings(name: string, module: string): boolean {
  const wanted = wordsOf(module);
  const all = [wordsOf(name), wordsOf(name.replace(/^(?:python|py|apache)-/, '')), wordsOf(name.replace(/^py(?=\w)|\d+$/g, ''))];
  // Of several words the first ones: packages of one maker share a module, as `opentelemetry` and `azure` do.
  return all.some(
    (words) => words.join('') === wanted.join('') || (words.length > wanted.length && wanted.every((word, at) => word === words[at])),
  );
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[-_.]/);
