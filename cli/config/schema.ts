// What launchgate.config.* may say, and what each setting is when nobody says anything.
import { z } from 'zod';
import { scenarioSchema } from '../../loadtests/scenario/schema.ts';
import { holdsPassword, targetUrl } from '../../loadtests/target-url.ts';

const list = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '')
      : value,
  z.array(z.string()),
);
/** Secrets are given by the name of the variable that holds them: a value pasted here is refused. */
const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the NAME of an environment variable, not a value');
const milliseconds = z.number().int().positive();
const tokenIn = z.strictObject({ in: z.enum(['header', 'body', 'query']), name: z.string().min(1) });
/** `/path`, `POST /path`, or all of it. */
const route = z.union([
  z.string().regex(/^(?:[A-Z]+ )?\//, 'must look like "/path" or "POST /path"'),
  z.strictObject({
    method: z
      .string()
      .regex(/^[A-Z]+$/)
      .optional(),
    path: z.string().startsWith('/'),
    body: z.unknown().optional(),
    tokenIn: tokenIn.optional(),
  }),
]);
/** Metrics may be served where nobody outside comes, or for whoever brings a token. */
const metricsRoute = z.union([
  route,
  z.strictObject({ url: targetUrl, tokenEnv: variableName.optional() }),
  z.strictObject({ path: z.string().startsWith('/'), tokenEnv: variableName }),
]);
/** A password of a test user at a Supabase project; the project's own address and public key are found in the environment. */
const supabaseUser = z.strictObject({
  url: targetUrl.optional(),
  urlEnv: variableName.optional(),
  apiKeyEnv: variableName.optional(),
  emailEnv: variableName,
  passwordEnv: variableName,
});
const command = z.string().min(1);
/** One of the requests that lead to a call of the model: `{{name}}` stands for `token`, `subject` or what one before it extracted. */
const step = z.strictObject({
  request: z.string().regex(/^[A-Z]+ \//, 'must look like "POST /path"'),
  body: z.unknown().optional(),
  extract: z.record(z.string(), z.string()).optional(),
});

export const tiers = ['testflight', 'app-store', 'post-launch'] as const;
export const probeClasses = ['active', 'destructive'] as const;

export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  url: targetUrl.optional(),
  start: z.string().min(1).optional(),
  waitFor: z
    .string()
    .min(1)
    .refine((text) => !holdsPassword(text), 'must hold no user name and password')
    .optional(),
  waitTimeoutMs: milliseconds.optional(),
  /** A URL, the NAME of the variable that holds one with a password, or `environment`: HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
  proxy: z
    .string()
    .min(1)
    .refine((text) => !holdsPassword(text), 'must hold no user name and password: give the NAME of a variable that holds the URL')
    .optional(),
  envFiles: list.optional(),
  processEnvironment: z.boolean().optional(),
  gate: z.enum(tiers).optional(),
  failOn: z.enum(['never', 'error', 'warning', 'info']).optional(),
  maxWarnings: z.number().int().min(0).optional(),
  baseline: z.string().min(1).optional(),
  passOnStaleBaseline: z.boolean().optional(),
  only: list.optional(),
  skip: list.optional(),
  allow: z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.enum(probeClasses))).optional(),
  allowedOrigins: list.optional(),
  auth: z
    .strictObject({
      tokenEnv: variableName.optional(),
      signingKeyEnv: variableName.optional(),
      /** A PEM or a shared secret in a file of its own. */
      signingKeyFile: z.string().min(1).optional(),
      jwksUrl: targetUrl.optional(),
      audience: z.string().optional(),
      issuer: z.string().optional(),
      subject: z.string().optional(),
      tokenIn: tokenIn.optional(),
      /** Prints a valid test token; run again when that is refused. */
      tokenCommand: command.optional(),
      supabase: supabaseUser.optional(),
      /** Header to the NAME of the variable that holds its value: sent with every request. */
      headers: z.record(z.string(), variableName).optional(),
      /** Somebody else, who must not reach what the first one owns. */
      second: z
        .strictObject({
          tokenEnv: variableName.optional(),
          tokenCommand: command.optional(),
          supabase: supabaseUser.optional(),
          subject: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  routes: z
    .strictObject({
      any: route.optional(),
      protected: route.optional(),
      jsonPost: route.optional(),
      health: route.optional(),
      openapi: route.optional(),
      metrics: metricsRoute.optional(),
      owned: route.optional(),
    })
    .optional(),
  limits: z
    .strictObject({
      headersMs: milliseconds.optional(),
      bodyMs: milliseconds.optional(),
      idleMs: milliseconds.optional(),
      bodyBytes: z.number().int().positive().max(100_000_000).optional(),
    })
    .optional(),
  requests: z
    .strictObject({
      budget: z.number().int().positive().optional(),
      perSecond: z.number().positive().optional(),
      timeoutMs: milliseconds.optional(),
      patienceMs: z.number().int().min(0).optional(),
      /** Default: where a TLS target chooses it. `prior-knowledge`: without TLS too. */
      http2: z.enum(['offered', 'prior-knowledge', 'never']).optional(),
    })
    .optional(),
  drills: z
    .strictObject({
      logLevelVariable: variableName.optional(),
      databaseVariable: variableName.optional(),
      /** Set beside it while the database is away. */
      databaseEnvironment: z.record(variableName, z.string()).optional(),
      llmVariable: variableName.optional(),
      llmRequests: z.array(step).min(1).optional(),
      /** How long the model may be left alone once it is well again. */
      recoveryMs: milliseconds.optional(),
      /** How long the service may take to end once it was told to. */
      shutdownMs: milliseconds.optional(),
    })
    .optional(),
  load: z
    .strictObject({
      p99Ms: z.number().positive().optional(),
      failedShare: z.number().min(0).max(1).optional(),
      connections: z.number().int().positive().optional(),
      ratePerSecond: z.number().positive().max(50_000).optional(),
      scenario: z.union([z.string().min(1), scenarioSchema]).optional(),
      /** With `start`: the service is started again with these for the load run, so that one machine may send all of it (a limit per address, say). */
      environment: z.record(variableName, z.string()).optional(),
      durationSeconds: z.number().positive().optional(),
      warmUpSeconds: z.number().min(0).optional(),
      path: z.string().startsWith('/').optional(),
      expectedStatuses: z.array(z.number().int().min(100).max(599)).optional(),
    })
    .optional(),
});

/** One source of settings: a file, the environment or the flags. */
export type SettingsLayer = z.infer<typeof settingsSchema>;

/** Every key a section may hold; undefined for a path that is no section. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] | undefined {
  let schema: z.ZodType | undefined = settingsSchema;
  for (const part of path) {
    const object = asObject(schema);
    schema = object === undefined || typeof part !== 'string' ? undefined : object.shape[part];
  }
  const object = asObject(schema);
  return object === undefined ? undefined : Object.keys(object.shape);
}

function asObject(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodOptional) return asObject(schema.unwrap());
  return schema instanceof z.ZodObject ? schema : undefined;
}
