// Every environment variable of the server: its rule, its default and what it is for. `.env.example` is written from here.
import { z } from 'zod';
import { keyOfRole } from './supabase-keys.ts';

const flag = z.stringbool();
const milliseconds = z.coerce.number().int().min(50).max(600_000);
const count = z.coerce.number().int().min(1).max(10_000_000);
const secret = z.string().min(20, 'is too short to be a real key').regex(/^\S+$/, 'holds white space');

/** An exact web origin: scheme, host and port, nothing else. No wildcard, no `null`. */
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && !text.includes('*'), 'holds something that is no exact origin');
const origins = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .pipe(z.array(origin).min(1));

export const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .meta({ description: 'Which rules apply; unset means the strict ones.' }),

  OPENAI_API_KEY: secret.meta({ description: 'OpenAI API key.' }),
  OPENAI_MODEL: z.string().default('gpt-4').meta({ description: 'OpenAI model name.' }),
  OPENAI_TEMPERATURE: z.coerce.number().min(0).max(2).default(0.7).meta({ description: 'Model temperature, 0 to 2.' }),
  OPENAI_BASE_URL: z.url().optional().meta({ description: 'Another OpenAI-compatible endpoint.' }),

  OPENAI_EMBEDDING_MODEL: z
    .string()
    .default('text-embedding-3-small')
    .meta({ description: 'Model that says what a text is about, for the knowledge base.' }),
  LLM_TOKENS_PER_USER_AND_DAY: count
    .default(200_000)
    .meta({ description: 'Tokens of the model that one user may cost a day; beyond them the rules answer.' }),
  LLM_COOLDOWN_MS: milliseconds
    .default(15_000)
    .meta({ description: 'Time the model is left alone after it failed several times in a row.' }),

  SUPABASE_URL: z
    .url({ protocol: /^https?$/, error: 'is no https URL' })
    .meta({ description: 'Supabase project URL: https, in production.' }),
  SUPABASE_ANON_KEY: secret
    .refine(keyOfRole('anon', 'sb_publishable_'), 'is no anon or publishable key')
    .meta({ description: 'Supabase anonymous key (public).' }),
  SUPABASE_SERVICE_ROLE_KEY: secret
    .refine(keyOfRole('service_role', 'sb_secret_'), 'is no service role or secret key')
    .meta({ description: 'Supabase service role key. Bypasses row-level security: server only.' }),
  ALLOWED_ORIGINS: origins.meta({ description: 'Web origins that browsers may call from, comma-separated. The native app needs none.' }),

  PREMIUM_TIER_ENABLED: flag.default(true).meta({ description: 'Let the model take part in writing plans.' }),
  FALLBACK_TO_FREE: flag.default(true).meta({ description: 'Answer with the rule-based plan when the model cannot.' }),
  PLAYBOOK_CONTEXT_MATCHING_ENABLED: flag.default(false).meta({ description: 'Match playbook lessons with the knowledge base.' }),

  DEBUG: flag.default(false).meta({ description: 'Log at DEBUG whatever LOG_LEVEL says. Refused in production.' }),
  HOST: z.string().default('0.0.0.0').meta({ description: 'Address to listen on.' }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8000).meta({ description: 'Port to listen on; 0 takes a free one.' }),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']).default('INFO').meta({ description: 'DEBUG, INFO, WARNING or ERROR.' }),
  LOG_FILE: z.string().optional().meta({ description: 'Write the log to this file as well.' }),

  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'is no redis URL' })
    .optional()
    .meta({ description: 'Redis that servers side by side share limits and cache through. Unset means each has its own.' }),
  READ_CACHE_MS: milliseconds
    .default(2_000)
    .meta({ description: 'Time a read may be answered from memory; the most that another server’s write stays unseen without Redis.' }),
  METRICS_TOKEN: secret
    .optional()
    .meta({ description: 'Who sends it as a bearer token may read /metrics on PORT. Unset, only development shows them.' }),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .meta({ description: 'Serve /metrics on this port as well, to whoever reaches METRICS_HOST.' }),
  METRICS_HOST: z.string().default('127.0.0.1').meta({ description: 'Address of METRICS_PORT.' }),
  RELEASE: z.string().max(100).default('unknown').meta({ description: 'What runs here: a version or a commit, for errors and traces.' }),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is no http URL' })
    .optional()
    .meta({ description: 'OpenTelemetry collector (OTLP over HTTP) that traces go to. Unset means none.' }),
  SENTRY_DSN: z
    .url({ protocol: /^https?$/, error: 'is no http URL' })
    .optional()
    .meta({ description: 'Sentry project that errors go to. Unset means none.' }),

  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .meta({ description: 'Proxies in front whose X-Forwarded-For is believed.' }),
  ALLOW_LEGACY_HS256: flag.default(false).meta({ description: 'Accept tokens signed with the legacy shared secret instead of the JWKS.' }),
  SUPABASE_JWT_SECRET: z
    .string()
    .min(32, 'is shorter than 32 bytes')
    .optional()
    .meta({ description: 'The legacy shared secret, at least 32 bytes.' }),

  HEADERS_TIMEOUT_MS: milliseconds.default(10_000).meta({ description: 'Time a client has to send its headers.' }),
  REQUEST_TIMEOUT_MS: milliseconds.default(30_000).meta({ description: 'Time a client has to send its whole request.' }),
  KEEP_ALIVE_TIMEOUT_MS: milliseconds
    .default(65_000)
    .meta({ description: 'Idle time before a kept connection is closed; more than that of the load balancer.' }),
  REQUEST_DEADLINE_MS: milliseconds.default(30_000).meta({ description: 'Time the server has to answer.' }),
  PLAN_DEADLINE_MS: milliseconds.default(120_000).meta({ description: 'Time the server has to answer with a plan.' }),
  LLM_TIMEOUT_MS: milliseconds.default(20_000).meta({ description: 'Time one call of the model may take.' }),
  STORE_TIMEOUT_MS: milliseconds.default(5_000).meta({ description: 'Time the database has to answer one call.' }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'is no postgres URL' })
    .optional()
    .meta({ description: 'The database itself, for `npm run migrate` alone; the server never reads it.' }),
  STORE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(16)
    .meta({ description: 'Connections to the Supabase project at once.' }),
  DRAIN_DELAY_MS: milliseconds.default(1_000).meta({ description: 'Time readiness says 503 before the server stops listening.' }),
  SHUTDOWN_DEADLINE_MS: milliseconds.default(20_000).meta({ description: 'Time open requests have to finish at shutdown.' }),
  BODY_LIMIT_BYTES: count.default(2_000_000).meta({ description: 'Largest request body.' }),
  RATE_LIMIT_PER_MINUTE: count.default(300).meta({ description: 'Requests per client address and minute.' }),
  COSTLY_RATE_LIMIT_PER_MINUTE: count.default(20).meta({ description: 'Requests per user and minute to routes that may call the model.' }),

  EMBEDDED: flag.default(false).meta({
    description: 'Run with no account and no network: a Supabase project of this machine, tokens of the key below. Refused in production.',
  }),
  EMBEDDED_SIGNING_KEY_FILE: z
    .string()
    .optional()
    .meta({ description: 'ES256 private key (PKCS#8 PEM) whose tokens the embedded mode accepts.' }),
  EMBEDDED_DATA_FOLDER: z
    .string()
    .optional()
    .meta({ description: 'Where the embedded project keeps its data; unset means the folder `database` beside the key.' }),
  EMBEDDED_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(0)
    .meta({ description: 'Port of the embedded project on the loopback address; 0 takes a free one.' }),
});
export type Config = Readonly<z.output<typeof variables>>;
