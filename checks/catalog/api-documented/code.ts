// What source shows of the API's document: that there is one and it is served, with descriptions and examples.
import { eachUnit, lacking, notApplicable, type Seen } from '../../answer.ts';
import { tableOfRoutes } from '../../model/lost.ts';
import { isFile, isPage } from '../../model/pages.ts';
import type { Expression, Route, Unit } from '../../model.ts';
import { documentsOf } from './documents.ts';
import { fastapi } from './fastapi.ts';

export const mentions = [
  'openapi',
  'swagger',
  'redoc',
  'scalar',
  'spectacular',
  'yasg',
  'apispec',
  'flasgger',
  'restx',
  'smorest',
  'apiflask',
  'tsoa',
  'example',
  'summary',
  'description',
  'docs_url',
  'APIRouter',
  'FastAPI',
];

export const judgeCode = eachUnit(ofUnit, notApplicable('there is no API to document'));

/** Nobody reads up on how to ask a probe; the status of an order is none. */
const isProbe = ({ method, path }: Route): boolean => /^(?:GET|HEAD|OPTIONS|\*)$/.test(method) && probe.test(path);
const probe =
  /^\/?(?:(?:api|rest|v\d+|_+|-|internal|system|public|actuator|monitoring)\/)*(?:(?:_*health\w*|health[-_]checks?(?:[-_]\w+)?|ready\w*|live\w*)(?:\/[\w-]+)?|ping|status|metrics)_*\/?$/i;

/** `GET /` that says in words that somebody is at home. */
const isGreeting = (unit: Unit, { method, path, handler }: Route): boolean => {
  if (method !== 'GET' || !/^\/?$/.test(path) || handler === undefined) return false;
  const bodies = unit.responses.filter(({ inFunction }) => inFunction?.node === handler.node).flatMap(({ body }) => body);
  return bodies.length > 0 && bodies.every((body) => body.kind === 'string');
};

/** What browsers and readers of feeds look for by itself. */
const isForBrowsers = /(?:^|\/)(?:favicon\.ico|robots\.txt|sitemap[\w.-]*\.xml|[\w-]+\.rss|static|assets)(?:\/|$)/i;

function ofUnit(unit: Unit): Seen {
  const own = unit.frameworks.includes('fastapi') ? fastapi(unit) : undefined;
  if (own !== undefined) return own;
  const documents = documentsOf(unit);
  const bad = documents.flatMap(({ fault, place }) => (fault === undefined ? [] : [{ message: fault, place }]));
  const unclear = documents.flatMap((each) => each.unclear ?? []);
  const fine = documents.filter(({ fault, unclear: open }) => fault === undefined && open === undefined);
  if (documents.length > 0)
    return {
      bad: fine.length > 0 ? [] : bad,
      good: fine.map(({ name, place }) => ({ message: `${name} describes the API with examples, and is served`, place })),
      unclear: fine.length > 0 ? [] : unclear,
    };
  const isNoApi = (route: Route): boolean =>
    isProbe(route) || isForBrowsers.test(route.path) || isPage(unit, route) || isFile(unit, route) || isGreeting(unit, route);
  if ((unit.routes.every(isNoApi) && !tableOfRoutes(unit)) || unit.frameworks.every((framework) => framework === 'supabase-function'))
    return { bad: [], good: [] };
  const script = writtenBy(unit);
  if (script !== undefined)
    return { bad: [], good: [], unclear: [`the script ${script} writes the document, and what it says is in no source`] };
  return { bad: lacking(unit, 'no OpenAPI document describes the API'), good: [] };
}

/** A script of the package that builds a document: `"build:openapi": "node scripts/build-open-api.js"`. */
function writtenBy(unit: Unit): string | undefined {
  const file = unit.data('package.json');
  const scripts = file?.kind === 'object' ? file.entries.find(({ key }) => key === 'scripts')?.value : undefined;
  const found = scripts?.kind === 'object' ? scripts.entries.find(({ key, value }) => isWriting(key, value)) : undefined;
  return typeof found?.key === 'string' ? found.key : undefined;
}

const isWriting = (name: unknown, command: Expression): boolean =>
  typeof name === 'string' &&
  command.kind === 'string' &&
  // Clients are made of somebody else's document.
  !/client|types?\b|typescript|lint|codegen|fetch|download/i.test(`${name} ${command.value}`) &&
  /(?:^|[:_-])(?:open-?api|swagger)(?:$|[:_-])/i.test(name);
