// Routes from a target's OpenAPI document: which want a token, what they take, and a body that fits.
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
  openapi: z.string(),
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

/** Every operation of an OpenAPI 3 document in JSON; none where the text is no such document. */
export function routesOf(text: string): readonly DeclaredRoute[] {
  const parsed = document.safeParse(parse(text));
  if (!parsed.success) return [];
  const { paths, security, components } = parsed.data;
  const schemas = components?.schemas ?? {};
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = operation.safeParse(item[method]);
      return found.success ? [routeOf(method.toUpperCase(), path, found.data, security ?? [], schemas)] : [];
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
  const schema = media === undefined ? undefined : schemaOf(media.schema, schemas);
  const parameters = (from.parameters ?? []).flatMap((each) => {
    const read = parameter.safeParse(each);
    return read.success ? [read.data] : [];
  });
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
    takesJson: media !== undefined,
    ...(media === undefined ? {} : { body: sampleOf(media.schema, schemas) }),
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
