// What the code reads, what the example files document and what is set speak of the same variables.
import type { Seen } from '../../answer.ts';
import type { EnvironmentEvidence, EnvironmentSource, ExpectedVariable, Finding } from '../../model.ts';
import { type Configuration, speaksFor } from './configuration.ts';
import { listed } from './listed.ts';
import { filePlace } from './places.ts';

/** Set by machines, shells and hosts; nobody documents them. */
const givenByPlatform =
  /^(?:NODE_ENV|PATH|HOME|PORT|HOST|HOSTNAME|BIND|CI|TZ|LANG|LC_\w+|PWD|USER|SHELL|TMPDIR|TEMP|TMP|TERM|NO_COLOR|FORCE_COLOR|DYNO|K_\w+|npm_\w+|NODE_\w+|PYTHON\w+|VIRTUAL_ENV|VERCEL\w*|RENDER\w*|RAILWAY_\w+|FLY_\w+|HEROKU_\w+|KUBERNETES_\w+|AWS_(?:LAMBDA_\w+|REGION|DEFAULT_REGION|EXECUTION_ENV)|GITHUB_(?:ACTIONS|SHA|REF|RUN_ID)|GOOGLE_CLOUD_PROJECT|WEBSITE_\w+|VITEST\w*|JEST\w*|PYTEST\w*|HTTPS?_PROXY|NO_PROXY)$/i;
/** Set by Supabase for its edge functions. */
const givenToFunctions = /^(?:SUPABASE_(?:URL|ANON_KEY|SERVICE_ROLE_KEY|DB_URL|JWKS|PUBLISHABLE_KEYS?|SECRET_KEYS?)|SB_\w+|DENO_\w+)$/;
const isGiven = ({ name, readAt }: ExpectedVariable): boolean =>
  name === '' || givenByPlatform.test(name) || (/(?:^|\/)supabase\/functions\//.test(readAt.path) && givenToFunctions.test(name));
/** Read by libraries and tools by themselves: the code need not mention them. */
const readByLibraries =
  /^(?:AWS|AZURE|GOOGLE|GCP|GCLOUD|OPENAI|ANTHROPIC|AI_GATEWAY|MISTRAL|GROQ|XAI|GEMINI|COHERE|DEEPSEEK|TOGETHER|FIREWORKS|PERPLEXITY|REPLICATE|FAL|BLOB|KV|UPSTASH|NEXTAUTH|AUTH|BETTER_AUTH|CLERK|TURBO|SENTRY|OTEL|ELASTIC_APM|DD|DATADOG|NEW_RELIC|LANGCHAIN|LANGSMITH|LANGFUSE|POSTGRES|PG|MYSQL|MONGO|REDIS|UVICORN|GUNICORN|FLASK|DJANGO|NEXT|NUXT|VITE|EXPO|REACT_APP|PRISMA|DOTENV|COMPOSE|DOCKER|SUPABASE_(?:DB|ACCESS|AUTH|PROJECT)|HF|TRANSFORMERS|CELERY|STRIPE|TWILIO|SMTP)(?:_|$)|^(?:PG\w+|DATABASE_URL|DIRECT_URL|WEB_CONCURRENCY|LOG_LEVEL|DEBUG|ENV|APP_ENV|ENVIRONMENT)$/;

export function lookAtAgreement(evidence: EnvironmentEvidence, configuration: Configuration | undefined): Seen {
  if (evidence.expectedMissing !== undefined || evidence.expected.length === 0) return { bad: [], good: [] };
  const all = evidence.sources.filter(({ role, problem }) => role === 'example' && problem === undefined);
  // An example for runs of tests documents those, not the service.
  const examples = all.filter((each) => !forTests.test(each.name) && !isForClients(evidence, each));
  const files = [...examples, ...(configuration?.sources ?? []).filter(({ name }) => name !== 'process')];
  const bad = [...undocumented(evidence, examples), ...unused(evidence, files)];
  return { bad, good: [] };
}

const forTests = /(?:^|[./_-])(?:tests?|testing|acceptance|e2e|integration|ci)[._-][^/]*$/i;

const ofClients = /^(?:EXPO_PUBLIC|VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/;

/** `.env.example` of the app beside the service: it is mostly what is built into the app, and nothing that the service reads. */
function isForClients({ expected, variables }: EnvironmentEvidence, { name }: EnvironmentSource): boolean {
  const names = variables.filter(({ source }) => source === name).map((each) => each.name);
  const read = new Set(expected.map((each) => each.name));
  return names.filter((each) => ofClients.test(each)).length * 2 > names.length && !names.some((each) => read.has(each));
}

const depthOf = ({ name }: EnvironmentSource): number => name.split('/').length;

// A variable belongs to the nearest example file above the code that reads it.
function undocumented({ expected, variables }: EnvironmentEvidence, examples: readonly EnvironmentSource[]): readonly Finding[] {
  const absent = expected.flatMap((each) => {
    const above = examples
      .filter((example) => speaksFor(example, each.readAt.path))
      .toSorted((a, b) => depthOf(b) - depthOf(a) || a.name.length - b.name.length);
    const [nearest] = above;
    const documented = variables.some(({ name, source }) => name === each.name && above.some((example) => example.name === source));
    return nearest === undefined || documented || isGiven(each) ? [] : [{ each, source: nearest.name }];
  });
  return [...Map.groupBy(absent, ({ source }) => source)].map(([source, group]) =>
    undocumentedIn(
      source,
      group.map(({ each }) => each),
    ),
  );
}

function undocumentedIn(source: string, variables: readonly ExpectedVariable[]): Finding {
  const names = variables.map(({ name }) => name);
  return {
    message: `the code reads what this file does not document: ${listed(names)}`,
    place: { kind: 'environment', name: names[0] ?? '', source },
    related: variables.slice(0, 10).map(({ readAt }) => filePlace(readAt)),
  };
}

function unused({ expected, variables, mentioned }: EnvironmentEvidence, files: readonly EnvironmentSource[]): readonly Finding[] {
  // Where nobody could look for other readers, nothing is called unused.
  if (mentioned === undefined) return [];
  const read = new Set([...expected.map(({ name }) => name), ...mentioned]);
  return files.flatMap((file) => {
    const names = variables
      .filter(({ name, source }) => source === file.name && !read.has(name) && !givenByPlatform.test(name) && !readByLibraries.test(name))
      .map(({ name }) => name);
    const [name] = names;
    if (name === undefined) return [];
    return [
      {
        message: `set here and read by nothing: ${listed([...new Set(names)])}`,
        place: { kind: 'environment', name, source: file.name } as const,
      },
    ];
  });
}
