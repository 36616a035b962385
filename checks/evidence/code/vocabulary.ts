// Facts about libraries and languages that the middle needs to follow a value: no opinion on any of them.

/** Builders whose methods give the builder back: `new Hono().use(x).get(…)`, `z.string().min(1)`. */
const chained =
  /^(?:npm:hono(?:\.\w+)?\(\)|npm:koa(?:\.Application)?\(\)|npm:(?:@koa\/router|koa-router)(?:\.Router)?\(\)|npm:express(?:\.(?:Router|Application|Express|IRouter))?\(\)|npm:fastify(?:\.(?:fastify|Fastify|FastifyInstance))?\(\)|npm:elysia(?:\.\w+)?\(\))$/;
const chainMethods =
  /^(?:use|get|post|put|patch|delete|del|all|options|head|route|register|basePath|on|onError|notFound|mount|prefix|param|decorate|addHook|after|ready|withTypeProvider|disable|enable|engine|set)$/;

/** True where calling this member of the symbol gives the symbol's own thing back. */
export function chains(symbol: string, member: string): boolean {
  return chained.test(symbol) && chainMethods.test(member);
}

/** Calls that give back what went in: the first argument. */
export const passesFirstArgument: ReadonlySet<string> = new Set([
  'py:functools.partial',
  'py:list',
  'py:tuple',
  'py:set',
  'py:sorted',
  'py:str',
  'py:int',
  'py:float',
  'py:bool',
  'py:json.loads',
  'py:typing.cast',
  'py:distutils.util.strtobool',
  'py:setuptools._distutils.util.strtobool',
  'py:str2bool.str2bool',
  'js:Object.freeze',
  'js:Object.seal',
  'js:Proxy',
  'js:Promise.resolve',
  'js:structuredClone',
  'js:String',
  'js:Number',
  'js:Boolean',
  'js:parseInt',
  'js:parseFloat',
  'js:JSON.parse',
  'js:Array.from',
  'node:util.promisify',
  'npm:hono/factory.createMiddleware',
  'npm:express-async-handler',
  'npm:koa-websocket',
  'npm:stoppable',
  'npm:http-shutdown',
  'npm:@awaitjs/express.addAsync',
]);

/** Methods that give back their receiver in another form. */
export const passesReceiver: ReadonlySet<string> = new Set([
  'split',
  'strip',
  'lstrip',
  'rstrip',
  'trim',
  'trimEnd',
  'trimStart',
  'lower',
  'upper',
  'toLowerCase',
  'toUpperCase',
  'filter',
  'map',
  'flat',
  'slice',
  'toString',
  'get_secret_value',
  'encode',
  'decode',
  'replace',
  'replaceAll',
  'rstrip',
  'unicode_string',
  'copy',
  'concat',
  'sort',
  'splitlines',
  'removesuffix',
  'bind',
  'flatMap',
  'at',
]);

/** Names of variables that say in which environment the service runs. */
const environmentNames =
  /^(?:(?:\w+_)?(?:NODE_ENV|ENVIRONMENT|APP_ENV|ENV|ENV_NAME|APP_ENVIRONMENT|STAGE|DEPLOYMENT_ENV|DEPLOY_ENV|FLASK_ENV|DJANGO_ENV|RAILS_ENV|VERCEL_ENV|PYTHON_ENV|SENTRY_ENVIRONMENT|APP_STAGE|RUNTIME_ENV|MODE))$/i;
export const namesEnvironment = (variable: string): boolean => environmentNames.test(variable);
const debugNames = /^(?:\w+_)?(?:DEBUG|DEV|DEVELOPMENT|IS_DEV|IS_DEVELOPMENT|LOCAL|IS_LOCAL|DEV_MODE|TESTING|DEBUG_MODE|STACK_?TRACES?)$/i;
export const namesDebug = (variable: string): boolean => debugNames.test(variable);
const productionNames = /^(?:\w+_)?(?:IS_PROD|IS_PRODUCTION|PRODUCTION|PROD)$/i;
export const namesProduction = (variable: string): boolean => productionNames.test(variable);

export const isProductionWord = (word: string): boolean => /^(?:prod|production|live|staging|stage|preprod|uat)$/i.test(word);
export const isDevelopmentWord = (word: string): boolean =>
  /^(?:dev|develop|development|local|localhost|test|testing|ci|debug)$/i.test(word);
/** A word by which somebody asks for what nobody should run: `ERRORS=insecure`. */
export const isUnsafeWord = (word: string): boolean => /^(?:insecure|unsafe|dangerous(?:ly)?)$/i.test(word);

/** Functions that leave nothing of a secret, by their names. */
export const masks = /^_*(?:mask|redact|censor|obfuscate|scrub)(?:$|[A-Z_])/;
