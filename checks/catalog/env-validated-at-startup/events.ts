// What a service does to find out that a setting is missing: schemas, settings classes, reads that fail, checks by hand.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Site, Unit } from '../../model.ts';
import { saysMissing } from './missing.ts';
import { isNeeded, isRuntimeName } from './required.ts';

export interface Event {
  readonly site: Site;
  readonly what: string;
  /** It gives back what it found instead of raising it. */
  readonly returns?: true;
  /** It stops by hand: what it looks at may belong to one feature. */
  readonly byHand?: true;
  /** Variables that are looked at by hand; `?` for what a library or a loop looks at. */
  readonly names?: readonly string[];
  /** A single read that fails where the variable is missing. */
  readonly single?: true;
}

/** What libraries do; `stoppers` are what is done by hand. */
export function eventsOf(unit: Unit): readonly Event[] {
  return [...schemas(unit), ...libraries(unit), ...requiredReads(unit)];
}

const lastName = ({ node: { callee } }: Call): string => (callee.kind === 'member' || callee.kind === 'name' ? callee.name : '');
const isReturning = (call: Call): boolean =>
  /^safe_?parse(?:Async)?$/i.test(lastName(call)) ||
  (/^validate(?:Sync)?$/.test(lastName(call)) &&
    call.symbols.some((symbol) => /^npm:(?:joi|@hapi\/joi|class-validator|ajv|superstruct)\b/.test(symbol)));

const asEvent = (call: Call, what: string): Event => (isReturning(call) ? { site: call, what, returns: true } : { site: call, what });

/** Schemas that parse the environment, and settings classes, where a field must be there. */
function schemas(unit: Unit): readonly Event[] {
  const made = new Map<Call['node'], Event>();
  for (const read of unit.environmentReads) {
    if (!read.required) continue;
    const what = read.through === 'settings' ? 'the settings are made' : 'the environment is parsed';
    for (const call of read.checkedBy) made.set(call.node, asEvent(call, what));
  }
  return [...made.values()];
}

const parsers = ['parse', 'parseAsync', 'safeParse', 'safeParseAsync', 'decode', 'Decode', 'Parse', 'Assert', 'assert', 'attempt'];
const validators = [
  'validate',
  'validateSync',
  'validateOrReject',
  'validateOrRejectSync',
  'cast',
  'model_validate',
  'parse_obj',
  'validate_python',
];
const wholes = [
  'npm:env-schema',
  'npm:env-schema.envSchema',
  'npm:znv.parseEnv',
  'npm:envsafe.envsafe',
  'npm:figue.defineConfig',
  'npm:dotenv-safe.config',
  'npm:envalid.cleanEnv',
  'py:dynaconf.Dynaconf().validators.validate',
  'py:dynaconf.Dynaconf().validators.validate_all',
  'npm:@t3-oss/env-core.createEnv',
  'npm:@t3-oss/env-nextjs.createEnv',
];

/** Libraries whose `parse` or `decode` holds a value against a schema; any other takes a text apart, and misses nothing. */
const schemaLibrary =
  /^(?:npm|py):.*(?:zod|valibot|arktype|superstruct|yup|joi|io-ts|typebox|runtypes|effect|ajv|decoders|valita|suretype|purify|validat|schema|env|class-transformer|pydantic|msgspec|cattrs|marshmallow|cerberus|voluptuous|typedload|desert|dataclass)/i;
const isParser = new Set(parsers.map((name) => name.toLowerCase()));

function libraries(unit: Unit): readonly Event[] {
  const parsed = unit.calls(...[...parsers, ...validators].map((name) => `*.${name}`)).filter(
    (call) =>
      // Cerberus only says yes or no: what becomes of that is done by hand.
      // `typing.cast` only tells a reader.
      !call.symbols.some((symbol) => symbol.startsWith('py:cerberus.') || /^py:typing(?:_extensions)?\.cast$/.test(symbol)) &&
      call.symbols.some((symbol) => (isParser.has(lastName(call).toLowerCase()) ? schemaLibrary : /^(?:npm|py):/).test(symbol)) &&
      call.node.args.some(({ value }) => isWhole(unit.environmentBehind(value))),
  );
  const convict = unit.calls('npm:convict().validate');
  const nest = unit
    .calls('npm:@nestjs/config.ConfigModule.forRoot')
    .filter((call) => ['validate', 'validationSchema'].some((name) => call.option(name) !== 'absent'));
  const fastify = unit.calls('*.register').filter((call) => {
    const plugin = call.argument(0);
    return plugin !== undefined && unit.symbols(plugin).some((symbol) => /^npm:@?fastify[/-]env$/.test(symbol));
  });
  const required = unit.calls('npm:env-var.get().required');
  return [...parsed, ...convict, ...nest, ...fastify, ...required, ...unit.calls(...wholes)].map((call) =>
    asEvent(call, 'the environment is validated'),
  );
}

/** The environment itself, or several of its variables at once. */
const isWhole = (names: readonly string[]): boolean => names.includes('?') || names.length > 1;

const exits = [
  'py:sys.exit',
  'py:exit',
  'py:quit',
  'py:os._exit',
  'js:process.exit',
  'node:process.exit',
  'js:process.abort',
  'js:Deno.exit',
];
const assertions = ['node:assert', 'node:assert.ok', 'node:assert/strict', 'node:assert/strict.ok', 'npm:tiny-invariant', 'npm:invariant'];

/** Errors and exits under a test of the environment, and assertions of it. What `mayRun` rules out is not followed: most errors are some request's. */
export function stoppers(unit: Unit, mayRun: (site: Site) => boolean): readonly Event[] {
  const asserted = unit.calls(...assertions).flatMap((site) => {
    const test = site.argument(0);
    const names = test === undefined ? [] : unit.environmentBehind(test);
    return names.some((name) => isNeeded(unit, name)) ? [{ site, names }] : [];
  });
  // What a catch raises tells of what failed there, not of a setting.
  const ending = [...unit.raised, ...unit.calls(...exits)].filter((site) => !site.afterError && mayRun(site));
  const guarded = ending.flatMap((site) => guardedSites(unit, site, 2));
  return [...asserted, ...guarded].map((each) => ({ ...each, what: 'a missing setting stops the start', byHand: true as const }));
}

/** The site itself where a test of the environment guards it; else the calls that lead there under one. */
function guardedSites(unit: Unit, site: Site, depth: number): readonly Pick<Event, 'site' | 'names'>[] {
  const deciding = site.guards.findLast(({ test }) => !isOfRuntime(unit.environmentBehind(test)));
  if (deciding !== undefined) {
    // What is dear to know is asked last.
    const speaks = saysMissing(unit, deciding) && !isOfRows(unit, site, deciding.test);
    return speaks ? [{ site, names: unit.environmentBehind(deciding.test) }] : [];
  }
  if (depth === 0 || site.inFunction === undefined) return [];
  return unit.callersOf(site.inFunction).flatMap((call) => guardedSites(unit, call, depth - 1));
}

/** What a function finds once it has asked a database speaks of what is in there, whatever the query was made with. */
function isOfRows(unit: Unit, { inFunction, place }: Site, test: Expression): boolean {
  const plain = test.kind === 'unary' ? test.value : test;
  if (inFunction === undefined || unit.value(plain).kind === 'environment') return false;
  return unit.queriesIn(inFunction).some(({ call }) => call.place.line < place.line);
}

/** `if production:` says when to look, not what is missing. */
const isOfRuntime = (names: readonly string[]): boolean => names.length > 0 && names.every(isRuntimeName);

function requiredReads(unit: Unit): readonly Event[] {
  return unit.environmentReads
    .filter(({ required, through, name }) => required && through === 'direct' && !isRuntimeName(name))
    .map((site) => ({ site, what: `${site.name} must be there to be read`, single: true, names: [site.name] }));
}

export const checks = /^_?(?:valid|check|assert|ensure|require|verif)/i;
const aboutSettings = /(?:^|_|\b)env|Env|config|setting|secrets|variables|required/i;

/** Functions that look whether settings are there and stop nothing. */
export function checkers(unit: Unit): readonly CodeFunction[] {
  return unit.functions().filter((code) => {
    if (!checks.test(code.name) || code.node.parameters.length > 1 || fillsIn(code)) return false;
    const isMeant = isAboutSettings(code) || isBare(code) || aboutSettings.test(fileOf(code));
    return isMeant && unit.environmentBehind(code.node).some((name) => isNeeded(unit, name));
  });
}

/** It makes what is missing, and keeps it: nothing is left to stop for. */
const fillsIn = ({ node }: CodeFunction): boolean =>
  nodesIn(node.body).some(
    (each) =>
      each.kind === 'call' &&
      (each.callee.kind === 'name' || each.callee.kind === 'member') &&
      /^(?:generate|update|save|store|create|persist)(?:_|[A-Z]|$)/.test(each.callee.name),
  );

const fileOf = ({ path }: CodeFunction): string => path.slice(path.lastIndexOf('/') + 1);
const isBare = ({ name, owner }: CodeFunction): boolean => owner === undefined && /^_?(?:validate|check|verify)$/.test(name);

/** By its own name; `validate` by its class's or file's. */
export function isAboutSettings(code: CodeFunction): boolean {
  if (aboutSettings.test(code.name)) return true;
  return /^_?(?:validate|check|verify)$/.test(code.name) && [code.owner ?? '', fileOf(code)].some((each) => aboutSettings.test(each));
}
