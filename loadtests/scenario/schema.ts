// What a scenario file may say. Thresholds are looked at by their own parser.
import { z } from 'zod';
import { targetUrl } from '../target-url.ts';
import { durationMs } from '../thresholds/parse.ts';
import { auth, headers, name, request } from './auth-schema.ts';
import { transport } from './transport.ts';

const time = z
  .string()
  .refine((text) => durationMs(text) !== undefined, 'must be a time like 500ms, 10s, 2m or 1m30s')
  .describe('A time: 500ms, 10s, 2m, 1m30s');
const perSecond = z.number().min(0).max(50_000);
const order = z
  .enum(['in-turn', 'random', 'once'])
  .optional()
  .describe('Which row the next journey gets: in-turn where not said; once: each row for one journey, and there must be enough of them');

const step = z.strictObject({
  name: z.string().min(1).optional().describe('Tag `name` in thresholds; the route where not said'),
  request,
  route: z.string().min(1).optional().describe('Tag `route` in thresholds; the request as written where not said'),
  headers: headers.optional(),
  body: z.json().optional().describe('Sent as JSON; "{{name}}" alone keeps the type of its value'),
  idempotencyKey: z.boolean().optional().describe('Sends a new Idempotency-Key with every request'),
  expect: z
    .array(z.union([z.number().int().min(100).max(599), z.enum(['2xx', '3xx', '4xx', '5xx'])]))
    .min(1)
    .optional()
    .describe('Statuses that are no failure; 2xx where not said'),
  extract: z.record(name, z.string().min(1)).optional().describe('Name to a path in the JSON answer: plan_id: data.id'),
  think: time.optional().describe('Pause before the next step'),
});
const journey = z.strictObject({
  name: z.string().min(1),
  weight: z.number().positive().max(1_000_000).optional(),
  steps: z.array(step).min(1).max(100),
});
const stage = z.strictObject({
  name: z.string().min(1).optional(),
  kind: z.enum(['warm-up', 'ramp', 'steady', 'spike', 'soak', 'cool-down']).optional().describe('warm-up and cool-down are in no figure'),
  duration: time,
  rate: z.union([perSecond, z.tuple([perSecond, perSecond])]).describe('Journeys that start per second: constant, or [from, to]'),
  measured: z.boolean().optional(),
});
const thresholdEntry = z.union([
  z.string(),
  z.strictObject({ threshold: z.string(), abortOnFail: z.boolean().exactOptional(), delayAbortEval: z.string().exactOptional() }),
]);
const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const feed = z.union([
  z.strictObject({
    file: z.string().min(1),
    numbers: z.array(name).min(1).optional().describe('Columns of a .csv that hold numbers; the others are text'),
    order,
  }),
  z.strictObject({ rows: z.array(row).min(1), order }),
  z.strictObject({
    count: z
      .number()
      .int()
      .min(1)
      .max(100_000)
      .describe('Rows with a `number` from 1 on, an `id` (a UUID of that number) and a `newId` (a UUID of this run)'),
    order,
  }),
]);

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1).max(200),
  url: targetUrl.optional(),
  auth: auth.optional().describe('Who the requests come from'),
  transport: transport.optional().describe('HTTP/2 and TLS, where they are more than usual'),
  headers: headers.optional(),
  feeds: z
    .record(name, feed)
    .optional()
    .describe('Rows for {{feed.column}}: a .csv with a header line or a .json array of objects, rows right here, or so many numbered ones'),
  journeys: z.array(journey).min(1).max(100),
  stages: z.array(stage).min(1).max(100),
  thresholds: z.record(z.string(), z.union([thresholdEntry, z.array(thresholdEntry).min(1)])).optional(),
  timeout: time.optional().describe('From when a request was due; 10s where not said'),
  together: time
    .refine((text) => (durationMs(text) ?? 0) <= 100, 'must be 100ms at most')
    .optional()
    .describe(
      'Journeys that start within this time start together at its end: in bunches, at a fraction of the processor time; each at its own where not said',
    ),
  connections: z.number().int().min(1).max(5_000).optional().describe('At most so many requests open at once; 500 where not said'),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioStep = z.infer<typeof step>;
export type ScenarioStage = z.infer<typeof stage>;
export type Row = Readonly<Record<string, string | number | boolean | null>>;
