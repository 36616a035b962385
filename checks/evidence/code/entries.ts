// Where services begin: files that make a server, the manifest they belong to, and what kind of package that is.
import type { CallExpression, FilePlace, FunctionExpression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { entities, symbolsOf } from './entities.ts';
import { mayMakeServer } from './entry-candidates.ts';
import { workerHandlers, workerWords } from './frameworks/workers.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';

export interface Entry {
  readonly place: FilePlace;
  readonly framework: string;
}

const makerWords =
  /\bexpress\b|\bkoa\b|\bfastify\b|\bhono\b|NestFactory|createServer|\bFastAPI\b|\bFlask\b|\bStarlette\b|\bSanic\b|\bQuart\b|web\.Application|Deno\.serve|Bun\.serve|\bserve\(|get_[aw]sgi_application|DJANGO_SETTINGS_MODULE|elysia/i;

/** Text that must stand in a file before it is looked at for an entry. */
export const entryWords = { test: (text: string): boolean => makerWords.test(text) || workerWords.test(text) };

const makers: readonly (readonly [framework: string, symbol: RegExp])[] = [
  ['express', /^npm:express$/],
  ['koa', /^npm:koa$/],
  ['fastify', /^npm:fastify(?:\.(?:fastify|Fastify))?$/],
  ['hono', /^npm:(?:hono|hono\/(?:quick|tiny)|@hono\/zod-openapi)\.\w*Hono$/],
  ['nest', /^npm:@nestjs\/core\.NestFactory\.(?:create|createMicroservice|createApplicationContext)$/],
  ['elysia', /^npm:elysia\.Elysia$/],
  ['fastapi', /^py:fastapi(?:\.applications)?\.FastAPI$/],
  ['starlette', /^py:starlette\.applications\.Starlette$/],
  ['flask', /^py:(?:flask\.Flask|flask_openapi3\.OpenAPI|apiflask\.APIFlask)$/],
  ['quart', /^py:quart\.Quart$/],
  ['sanic', /^py:sanic\.Sanic$/],
  ['aiohttp', /^py:aiohttp\.web\.Application$/],
  ['django', /^py:django\.core\.(?:wsgi\.get_wsgi_application|asgi\.get_asgi_application)$/],
  ['deno', /^js:Deno\.serve$|\/http\/server(?:\.ts)?\.serve$/],
  ['bun', /^js:Bun\.serve$/],
  ['node-http', /^node:https?2?\.(?:createServer|createSecureServer)$/],
];
/** Applications that services derive classes of their own from. */
const derivable = new Set(['fastapi', 'flask', 'koa', 'starlette', 'quart', 'sanic']);

/** Files that import the one at a path. */
export type Importers = (path: string) => readonly IndexedFile[];
const nobody: Importers = () => [];

/** With `importers`, a server counts as well that is made when one of them is run: `new Server()` in index.ts. */
export function entriesOf(
  program: Program,
  file: IndexedFile,
  derived: ReadonlySet<string>,
  importers: Importers = nobody,
): readonly Entry[] {
  const made = file.calls.flatMap((call) => {
    const framework = mayMakeServer(call, derived) ? frameworkMade(program, call, importers) : undefined;
    return framework === undefined ? [] : [{ place: placeOf(call), framework: onItsPlatform(framework, file) }];
  });
  return made.length > 0 ? made : workerHandlers(program, file).map(({ at }) => ({ place: placeOf(at), framework: 'worker' }));
}

/** Below the folder of edge functions Deno is the platform's. */
const onItsPlatform = (framework: string, { source }: IndexedFile): string =>
  framework === 'deno' && /(?:^|\/)supabase\/functions\//.test(source.path) ? 'supabase-function' : framework;

const madeBy = (symbols: readonly string[]): string | undefined =>
  makers.find(([, pattern]) => symbols.some((symbol) => pattern.test(symbol)))?.[0];

function frameworkMade(program: Program, call: CallExpression, importers: Importers): string | undefined {
  const known = madeBy(symbolsOf(program, call.callee));
  if (known === undefined) return derivedFrom(program, call);
  // A library that wraps node:http is no service: the server must be made when the file is run.
  return known === 'node-http' && !runsOnLoad(program, call, importers) ? undefined : known;
}

function derivedFrom(program: Program, call: CallExpression): string | undefined {
  const bases = entities(program, call.callee).flatMap((each) => (each.kind === 'class' ? each.code.bases : []));
  const framework = madeBy(bases.flatMap((base) => symbolsOf(program, base)));
  return framework !== undefined && derivable.has(framework) ? framework : undefined;
}

/** Whether a call is made when its file is loaded: at the top, or in functions that are called there, by it or by what imports it. */
function runsOnLoad(program: Program, call: CallExpression, importers: Importers, depth = 3): boolean {
  const { file, inFunction } = contextOf(call);
  if (inFunction === undefined) return true;
  const seen = new Set([inFunction]);
  for (let reached = seen.size, before = 0; reached > before; before = reached, reached = seen.size) {
    for (const each of file.calls) {
      const { inFunction: around } = contextOf(each);
      if (!runsOneOf(program, each, seen)) continue;
      if (around === undefined) return true;
      seen.add(around);
    }
  }
  return (
    depth > 0 &&
    importers(file.source.path).some(({ calls }) =>
      calls.some((each) => runsOneOf(program, each, seen) && runsOnLoad(program, each, importers, depth - 1)),
    )
  );
}

/** Making an instance runs the constructor. */
const runsOneOf = (program: Program, { callee }: CallExpression, codes: ReadonlySet<FunctionExpression>): boolean =>
  entities(program, callee).some((target) => {
    if (target.kind === 'function') return codes.has(target.code);
    if (target.kind !== 'class') return false;
    const made = target.code.members.find(({ name }) => name === 'constructor')?.value;
    return made?.kind === 'function' && codes.has(made);
  });

/** Folders that show or support rather than serve: an app made there is no deployable backend. */
const showing =
  /(?:^|\/)(?:examples?|samples?|cookbooks?|docs_src|documentation|benchmarks?|bench|tutorials?|\.github|\.storybook)\/|(?:^|\/)[\w-]+\.stories\.\w+$/i;
/** Inside a source folder these are features: email templates, a playground's routes. */
const features = /(?:^|\/)(?:demos?|docs?|playgrounds?|sandbox|templates?|website)\//i;
const sourceFolder = /(?:^|\/)(?:src|app|server|lib|api|backend|core|modules|plugins)\//i;

export function isSide(path: string): boolean {
  if (showing.test(path)) return true;
  const found = features.exec(path);
  return found !== null && !sourceFolder.test(path.slice(0, found.index + 1));
}
/** Folders whose files count only where the service imports them. */
const scripts =
  /(?:^|\/)(?:scripts?|bin|cli|migrations?|alembic|seeds?|seeders?|notebooks?|jobs?-oneoff|utils\/scripts|management\/commands)\//i;
/** Beside the source they are somebody's tools; inside it `infra` and `data` are layers of the service. */
const beside = /(?:^|\/)(?:tools?|tooling|data|ops|infra|deploy|dev|devtools|hack|code-?gen(?:eration)?)\//i;
export const scriptFolder = {
  test(path: string): boolean {
    if (scripts.test(path)) return true;
    const found = beside.exec(path);
    return found !== null && !sourceFolder.test(path.slice(0, found.index + 1));
  },
};
export const migrationFolder = /(?:^|\/)(?:migrations?|alembic)\//i;
const tool =
  /(?:^|\/)(?:setup|noxfile|fabfile|gulpfile|Gruntfile|[\w.-]+\.config|[\w.-]*rc|seed|docker-entrypoint|generate[-_]\w+|(?:[\w.-]+[-_.])?smoke(?:[-_.]?tests?)?)\.(?:py|[mc]?[jt]s)$|^tasks\.py$/;
export const scriptFile = {
  test(path: string): boolean {
    // Deep in a package, `core/setup.py` sets the application up; a package is installed by the one beside its manifest.
    return tool.test(path) && !/(?:^|\/)(?:src|app|server|backend|core)\/(?:[^/]+\/)*setup\.py$/.test(path);
  },
};
