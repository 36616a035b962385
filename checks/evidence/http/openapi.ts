// Routes from a target's OpenAPI document: which want a token, what they take, and a body that fits.
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { KnownRoute, TokenPlace } from './options.ts';
import { type Schemas, sampleOf, schemaOf } from './sample.ts';

const parameter = z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown().optional() });
const operation = z.looseObject({
  parameters: z.array(z.unknown()).optional(),
  requestBody: z.unknown().optional(),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
});
const document = z.looseObject({
  openapi: z.string().optional(),
  swagger: z.string().optional(),
  basePath: z.string().optional(),
  definitions: z.record(z.string(), z.unknown()).optional(),
  servers: z.array(z.looseObject({ url: z.string() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});
const jsonBody = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })) });

export interface DeclaredRoute extends KnownRoute {
  /** The document says that it wants a token. */
  readonly secured: boolean;
  readonly takesJson: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const tokenNames = /^(?:jwt|jwt_?token|access_?token|auth_?token|id_?token|token)$/i;

/** Every operation of an OpenAPI or Swagger document, its path as below the base path; none where the text is no such document. */
export function routesOf(text: string, basePath = ''): readonly DeclaredRoute[] {
  const value = documentIn(text);
  const parsed = document.safeParse(value);
  if (value === undefined || !parsed.success) return [];
  const { paths, security, components, definitions } = parsed.data;
  const schemas = components?.schemas ?? definitions ?? {};
  const prefix = pathPrefix(value, basePath);
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = operation.safeParse(item[method]);
      return found.success ? [routeOf(method.toUpperCase(), `${prefix}${path}`, found.data, security ?? [], schemas)] : [];
    }),
  );
}

/** The document in a text of JSON or YAML; undefined where it holds none. */
export function documentIn(text: string): object | undefined {
  const start = text.trimStart();
  const value = start.startsWith('{')
    ? parsedBy(JSON.parse, text)
    : /^(?:#|openapi|swagger|['"]?info)/.test(start)
      ? parsedBy(parseYaml, text)
      : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return ('openapi' in value || 'swagger' in value) && 'paths' in value ? value : undefined;
}

function parsedBy(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** What stands before each path: the path of its first server, less the base path that all requests get anyway. */
export function pathPrefix(value: object, basePath: string): string {
  const parsed = document.safeParse(value);
  if (!parsed.success) return '';
  const url = parsed.data.servers?.[0]?.url ?? parsed.data.basePath ?? '';
  const path = (URL.parse(url, 'http://target.invalid')?.pathname ?? '').replace(/\/+$/, '');
  const base = basePath.replace(/\/+$/, '');
  if (path.includes('{') || path.includes('%7B')) return '';
  return base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) : path;
}

type Requirements = readonly Readonly<Record<string, unknown>>[];

function routeOf(method: string, path: string, from: z.infer<typeof operation>, general: Requirements, schemas: Schemas): DeclaredRoute {
  const requirements: Requirements = from.security ?? general;
  // An empty requirement among them makes the token optional.
  const secured = requirements.length > 0 && requirements.every((each) => Object.keys(each).length > 0);
  const body = jsonBody.safeParse(from.requestBody);
  const media = body.success
    ? Object.entries(body.data.content).find(([type]) => /^application\/(?:.+\+)?json/i.test(type))?.[1]
    : undefined;
  const parameters = (from.parameters ?? []).flatMap((each) => {
    const read = parameter.safeParse(each);
    return read.success ? [read.data] : [];
  });
  const given = media?.schema ?? parameters.find((each) => each.in === 'body')?.schema;
  const schema = given === undefined ? undefined : schemaOf(given, schemas);
  const tokenIn = tokenPlace(Object.keys(schema?.properties ?? {}), parameters);
  const query = parameters.filter((each) => each.in === 'query' && each.required === true && !tokenNames.test(each.name));
  const filled = query
    .map((each) => `${encodeURIComponent(each.name)}=${encodeURIComponent(String(sampleOf(each.schema, schemas)))}`)
    .join('&');
  return {
    method,
    path: query.length === 0 ? path : `${path}?${filled}`,
    secured,
    protectedGuess: secured || tokenIn !== undefined,
    takesJson: given !== undefined,
    ...(given === undefined ? {} : { body: sampleOf(given, schemas) }),
    ...(tokenIn === undefined || secured ? {} : { tokenIn }),
  };
}

function tokenPlace(
  fields: readonly string[],
  parameters: readonly { readonly name: string; readonly in: string }[],
): TokenPlace | undefined {
  const field = fields.find((name) => tokenNames.test(name));
  if (field !== undefined) return { in: 'body', name: field };
  const query = parameters.find((each) => each.in === 'query' && tokenNames.test(each.name));
  if (query !== undefined) return { in: 'query', name: query.name };
  const header = parameters.find((each) => each.in === 'header' && /^authorization$/i.test(each.name));
  return header === undefined ? undefined : { in: 'header', name: 'authorization' };
}
