// The OpenAPI 3.1 document: made of the operations and of the schemas that the routes read and answer with.
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { problemDocument } from '../contract/problem.ts';
import { successors } from '../middleware/legacy-names.ts';
import { detailOf } from '../problem.ts';
import { type Operation, operations } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;
export interface OpenApiDocument extends Json {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** The document for clients of this server; the same in every process. */
export function openApiDocument(): OpenApiDocument {
  const components = new Components();
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const described = describe(operation, components);
    for (const [path, more] of [[operation.path, {}] as const, ...earlierNames(operation)]) {
      paths[path] = { ...paths[path], [operation.method]: { ...described, ...more } };
    }
  }
  components.schema(problemDocument, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Training plan API',
      version: '1.0.0',
      description: 'Training plans for a mobile app. JSON both ways; refusals are problem details (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    tags: [
      { name: 'Training plan', description: 'Onboarding, plans and weeks.' },
      { name: 'Playbook', description: 'What the coach learns.' },
      { name: 'Health', description: 'For whoever runs the server.' },
    ],
    paths,
    components: {
      schemas: components.schemas,
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'A repeat with the same key within 24 hours is answered and not done again.',
          schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
          example: '4d1c0f6e-plan',
        },
      },
      headers: {
        RequestId: { description: 'Names this request in our log.', schema: { type: 'string' }, example: 'd1f6e2a0' },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 }, example: 5 },
      },
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'A Supabase access token of the user. Without the header it is read from the field `jwt_token` of the body, and for the deprecated reads under /api/training/ from the query parameter of that name.',
        },
      },
    },
  };
}

function describe(operation: Operation, components: Components): Json {
  const { id, tag, summary, description, signedIn, body, idempotent, answer } = operation;
  const parameters = [...(operation.path.includes('{user_id}') ? [userId] : []), ...(idempotent ? [idempotencyKey] : [])];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: signedIn ? [{ accessToken: [] }] : [],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: components.schema(body.schema, 'input'), example: body.example } },
          },
        }),
    responses: {
      200: {
        description: answer.description,
        headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
        content: { [answer.type ?? 'application/json']: { schema: components.schema(answer.schema, 'output'), example: answer.example } },
      },
      ...Object.fromEntries(refusals(operation).map((status) => [status, refusal(operation, status, components)])),
    },
  };
}

const idempotencyKey = { $ref: '#/components/parameters/IdempotencyKey' };
const userId = {
  name: 'user_id',
  in: 'path',
  required: true,
  description: "The signed-in user's own id.",
  schema: { type: 'string', format: 'uuid' },
  example: '00000000-0000-4000-8000-000000000001',
};

function refusals({ path, signedIn, body, idempotent }: Operation): readonly number[] {
  const read = body === undefined ? [] : [400, 413, 415];
  const health = path === '/readyz' || path.endsWith('/health');
  const limited = path === '/healthz' ? [] : [429];
  return [
    ...read,
    ...(signedIn ? [401, 404] : []),
    ...(idempotent ? [422] : []),
    ...limited,
    500,
    ...(signedIn || health ? [503] : []),
  ].sort();
}

function refusal({ answer }: Operation, status: number, components: Components): Json {
  const waits = status === 429 || status === 503;
  const problem = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: detailOf(status),
    instance: 'urn:request:d1f6e2a0',
    success: false,
    requestId: 'd1f6e2a0',
  };
  // An unhealthy server says what is wrong in the form in which it says that nothing is.
  const health = answer.type !== undefined && status === 503;
  return {
    description: STATUS_CODES[status],
    ...(waits && !health ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
    content: {
      ...(health ? { [answer.type]: { schema: components.schema(answer.schema, 'output'), example: answer.example } } : {}),
      'application/problem+json': { schema: components.schema(problemDocument, 'output'), example: problem },
    },
  };
}

/** The names an operation had before, which are told as deprecated. */
function earlierNames({ path, id }: Operation): readonly (readonly [path: string, more: Json])[] {
  return successors
    .filter(({ successor }) => successor === path)
    .map(({ name, key }) => [name, { deprecated: true, operationId: `${id}${key}`, description: `Use \`${path}\` instead.` }]);
}

/** Schemas that have a name stand once under `components`; what is read and what is answered may differ in the same schema. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  schema(schema: z.ZodType, io: 'input' | 'output'): unknown {
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io });
    for (const [name, definition] of Object.entries($defs)) this.schemas[named(name, io)] = renamed(definition, io);
    return renamed(own, io);
  }
}

const named = (name: string, io: 'input' | 'output') => (io === 'input' ? `${name}Input` : name);

function renamed(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, io));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      if (key === '$ref') return [[key, `#/components/schemas/${named(String(each).replace('#/$defs/', ''), io)}`]];
      return key === 'id' && typeof each === 'string' ? [] : [[key, renamed(each, io)]];
    }),
  );
}
