// The target's own OpenAPI document: found, validated, and told in facts.
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import type { ApiDocument, ApiOperation, Exchange, ProbeOutcome } from '../../model.ts';
import { type DeclaredRoute, documentIn, pathPrefix, routesOf } from './openapi.ts';
import type { Route } from './options.ts';

/** Where frameworks put it by default. */
export const documentPaths = [
  '/openapi.json',
  '/api/openapi.json',
  '/swagger.json',
  '/api-docs',
  '/api-docs.json',
  '/docs/json',
  '/docs-json',
  '/api-json',
  '/v3/api-docs',
  '/api/v1/openapi.json',
  '/swagger/v1/swagger.json',
  '/openapi.yaml',
] as const;
export const documentCapBytes = 4 * 1024 * 1024;

export interface FoundDocument {
  readonly route: Route;
  readonly routes: readonly DeclaredRoute[];
  readonly document: ProbeOutcome<ApiDocument>;
}

/** Asks one address after the other until one answers with an OpenAPI document. */
export async function findDocument(
  routes: readonly Route[],
  ask: (route: Route) => Promise<Exchange | undefined>,
  basePath: string,
): Promise<FoundDocument | { readonly missing: string }> {
  for (const route of routes) {
    const answer = await ask(route);
    const parsed = answer === undefined || answer.status !== 200 ? undefined : documentIn(answer.body);
    if (answer === undefined || parsed === undefined) {
      if (route.by !== 'config') continue;
      const how = answer === undefined ? 'nothing' : answer.status === 200 ? 'something else' : answer.status;
      return { missing: `${route.path}, which the configuration names as the OpenAPI document, answers ${how}` };
    }
    return await readDocument(parsed, { route, answer, basePath });
  }
  return { missing: `no OpenAPI document at ${routes.length} usual addresses: name it as routes.openapi in the configuration` };
}

/** A document too deep to be walked is none that anybody could use. */
async function readDocument(
  value: object,
  { route, answer, basePath }: { readonly route: Route; readonly answer: Exchange; readonly basePath: string },
): Promise<FoundDocument | { readonly missing: string }> {
  try {
    return { route, routes: routesOf(answer.body, basePath), document: { found: await factsOf(value, answer, basePath) } };
  } catch (error) {
    if (error instanceof RangeError) return { missing: `${route.path} answers with an OpenAPI document that is too deep to be read` };
    throw error;
  }
}

const text = z.string();
const operationShape = z.looseObject({
  summary: text.optional(),
  description: text.optional(),
  security: z.array(z.record(text, z.unknown())).optional(),
  responses: z.record(text, z.unknown()).optional(),
});
const documentShape = z.looseObject({
  openapi: text.optional(),
  swagger: text.optional(),
  paths: z.record(text, z.unknown()).optional(),
  security: z.array(z.record(text, z.unknown())).optional(),
  securityDefinitions: z.record(text, z.unknown()).optional(),
  components: z.looseObject({ securitySchemes: z.record(text, z.unknown()).optional() }).optional(),
});
const problemShape = z.looseObject({ instancePath: text.optional(), message: text.optional() });
const problemsShape = z.union([text.transform((message) => [{ message, instancePath: undefined }]), z.array(problemShape)]);
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

async function factsOf(value: object, answer: Exchange, basePath: string): Promise<ApiDocument> {
  const parsed = documentShape.safeParse(value);
  const document = parsed.success ? parsed.data : {};
  const schemes = document.components?.securitySchemes ?? document.securityDefinitions ?? {};
  const prefix = pathPrefix(value, basePath);
  return {
    request: answer.request,
    version: document.openapi ?? document.swagger ?? '',
    problems: await problemsOf(value),
    operations: Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      operationsOf(`${prefix}${path}`, item, document.security ?? []),
    ),
    securitySchemes: Object.keys(schemes),
  };
}

async function problemsOf(value: object): Promise<readonly string[]> {
  const result: { valid: boolean; errors?: unknown } = await new Validator().validate({ ...structuredClone(value) });
  if (result.valid) return [];
  const parsed = problemsShape.safeParse(result.errors);
  const told = parsed.success
    ? parsed.data.map(({ instancePath = '', message = 'is not valid' }) => `${instancePath} ${message}`.trim())
    : [];
  return told.length === 0 ? ['it is not valid'] : [...new Set(told)].slice(0, 10).map((each) => each.slice(0, 300));
}

function operationsOf(path: string, item: unknown, general: readonly Readonly<Record<string, unknown>>[]): readonly ApiOperation[] {
  if (typeof item !== 'object' || item === null) return [];
  const byMethod = new Map<string, unknown>(Object.entries(item));
  return methods.flatMap((method) => {
    const parsed = operationShape.safeParse(byMethod.get(method));
    if (!parsed.success) return [];
    const { summary, description, responses = {}, security = general } = parsed.data;
    return [
      {
        method: method.toUpperCase(),
        path,
        described: [summary, description].some((each) => each !== undefined && each.trim() !== ''),
        exampled: /"examples?":/.test(JSON.stringify(parsed.data)),
        errorsDeclared: Object.keys(responses).some((status) => /^(?:[45]|default$)/.test(status)),
        secured: security.length > 0 && security.every((each) => Object.keys(each).length > 0),
      },
    ];
  });
}
