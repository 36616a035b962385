// Every operation of the document is sent what its schema allows and what it does not: no 5xx, no answer but a documented one, no hang.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { almost } from '../testing/arbitrary.ts';
import { ada, call, personalInfo, responses, type StartedServer, startServer } from '../testing/started-server.ts';
import { openApiDocument } from './document.ts';

const RUNS = 25;
/** An earlier name is the same route: that it leads there is enough. */
const RUNS_BY_EARLIER_NAME = 4;
const LONGEST_MS = 20_000;
const document = openApiDocument();
const content = z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown() }));
const described = z.object({
  operationId: z.string(),
  deprecated: z.boolean().default(false),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
});
const { schemas } = z.object({ schemas: z.record(z.string(), z.unknown()) }).parse(document.components);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...described.parse(operation) })),
);

const ajv = new Ajv2020({ strict: false, allErrors: false });
formats.default(ajv);
ajv.addSchema({ $id: 'api', components: { schemas } });
const inDocument = (schema: unknown): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));

let server: StartedServer;
let token: string;
/** Ids that exist, so that what is sent gets beyond the check of who owns it. */
let ids: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT_PER_MINUTE: '1000000', COSTLY_RATE_LIMIT_PER_MINUTE: '1000000', BODY_LIMIT_BYTES: '50000' });
  token = await server.token(ada);
  const plan = (path: string) => `${server.url}/api/v1/trainingplan${path}`;
  const asked = await call(plan('/initial-questions'), { token, body: { personal_info: personalInfo } });
  const user_profile_id = asked.at('data.user_profile_id');
  const body = {
    personal_info: personalInfo,
    initial_responses: responses,
    initial_questions: asked.at('data.questions'),
    user_profile_id,
  };
  const made = await call(plan('/generate'), { token, body });
  ids = {
    user_profile_id,
    plan_id: made.at('data.id'),
    daily_training_id: made.at('data.weekly_schedules.0.daily_trainings.0.id'),
    week_number: 1,
  };
});
afterAll(() => server.stop());

const withIds = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, ...Object.fromEntries(Object.entries(ids).filter(([name]) => name in value)) }
    : value;

describe.each(operations)('$operationId', ({ path, method, deprecated, requestBody, responses: documented }) => {
  const body = requestBody?.content['application/json'];
  const numRuns = deprecated ? RUNS_BY_EARLIER_NAME : RUNS;
  const validators = Object.fromEntries(
    Object.entries(documented).map(([status, { content: kinds }]) => [
      status,
      Object.fromEntries(Object.entries(kinds).map(([kind, { schema }]) => [kind, ajv.compile(inDocument(schema))])),
    ]),
  );
  const sent = fc.record({
    userId: fc.oneof(
      { weight: 3, arbitrary: fc.constant(ada) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }) },
    ),
    body:
      body === undefined
        ? fc.constant(undefined)
        : fc.oneof({ weight: 3, arbitrary: almost(body.schema, schemas) }, { weight: 1, arbitrary: fc.constant(body.example) }),
    known: fc.boolean(),
    signedIn: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    key: fc.option(
      fc.string({ maxLength: 20 }).filter((text) => !/[^\x20-\x7e]/.test(text)),
      { freq: 8 },
    ),
  });

  it(`answers ${numRuns} requests as documented`, { timeout: 120_000 }, async () => {
    const look = async ({ userId, body, known, signedIn, key }: typeof sent extends fc.Arbitrary<infer Sent> ? Sent : never) => {
      const response = await fetch(`${server.url}${path.replace('{user_id}', encodeURIComponent(userId))}`, {
        method: method.toUpperCase(),
        headers: {
          ...(signedIn ? { Authorization: `Bearer ${token}` } : {}),
          ...(key === null ? {} : { 'Idempotency-Key': key }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(known ? withIds(body) : body) }),
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const text = await response.text();
      const kind = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
      expect(response.status, text).toBeLessThan(500);
      const validate = validators[String(response.status)]?.[kind];
      expect(validate, `${response.status} ${kind} is documented`).toBeDefined();
      expect(validate?.(JSON.parse(text)), `${response.status} ${ajv.errorsText(validate?.errors)}`).toBe(true);
    };
    // The same requests each time: what fails here fails everywhere.
    await fc.assert(fc.asyncProperty(sent, look), { numRuns, seed: 20_261_123, endOnFailure: true });
  });
});
