// What source shows of the API's document: that there is one and it is served, with descriptions and examples.
import { lacking, merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, CodeEvidence, Route, Unit } from '../../model.ts';
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

export function judgeCode(code: CodeEvidence): Answer {
  if (code.units.length === 0) return notApplicable('no backend service was found here');
  return settle(merge(code.units.map(ofUnit)), notApplicable('there is no API to document'));
}

/** Nobody reads up on how to ask a probe; the status of an order is none. */
const isProbe = ({ method, path }: Route): boolean => /^(?:GET|HEAD|OPTIONS|\*)$/.test(method) && probe.test(path);
const probe =
  /^\/?(?:(?:api|rest|v\d+|_+|-|internal|system|public|actuator|monitoring)\/)*(?:(?:_*health\w*|health[-_]checks?(?:[-_]\w+)?|ready\w*|live\w*)(?:\/[\w-]+)?|ping|status|metrics)_*\/?$/i;

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
  if (unit.routes.every(isProbe) || unit.frameworks.every((framework) => framework === 'supabase-function')) return { bad: [], good: [] };
  return { bad: lacking(unit, 'no OpenAPI document describes the API'), good: [] };
}
