// Which drills a run needs and what they must know: variables and routes from the settings, else from the code.
import { randomUUID } from 'node:crypto';
import type { BehaviourRequest } from '../../../checks/evidence/boot/behaviour.ts';
import type { DrillRequest } from '../../../checks/evidence/boot/drills.ts';
import type { Step } from '../../../checks/evidence/boot/steps.ts';
import type { Acquaintance, DrillRoute } from '../../../checks/evidence/boot/traffic.ts';
import type { HttpRun } from '../../../checks/evidence/http/gather.ts';
import type { Route } from '../../../checks/evidence/http/options.ts';
import type { Check, CodeEvidence, DrillName, Gathered } from '../../../checks/model.ts';
import type { Settings } from '../../config/settings.ts';
import { expectations } from './expectations.ts';
import { modelRoutes } from './model-routes.ts';

export interface DrillMaterial {
  readonly settings: Settings;
  readonly code: Gathered<CodeEvidence>;
  readonly values: ReadonlyMap<string, string>;
  readonly contact: HttpRun['contact'];
  readonly onDrill: (what: string) => void;
}

export const drillsAsked = (checks: readonly Check[]): ReadonlySet<DrillName> => new Set(checks.flatMap(({ drills }) => drills ?? []));

export function behaviourRequest(asked: ReadonlySet<DrillName>, material: DrillMaterial): BehaviourRequest {
  const { settings, onDrill } = material;
  const { shutdownMs } = settings.drills;
  return {
    asked,
    known: acquaintance(material),
    levels: levels(material),
    database: database(material),
    llm: llm(material),
    reads: readsOf(material),
    onDrill,
    startMs: settings.waitTimeoutMs,
    ...(shutdownMs === undefined ? {} : { shutdownMs }),
  };
}

/** What a start may lack, as far as the code tells. */
export function settingsDrills(code: Gathered<CodeEvidence>): Omit<DrillRequest, 'enabled' | 'onBegin'> {
  const { expected, expectedMissing } = expectations(code);
  const bare = expected.filter(({ hasFallback }) => !hasFallback);
  const required = bare.filter((each) => each.required);
  return { required, perhaps: bare, nothingRequired: expectedMissing === undefined && bare.length === 0 && !readNames(code).includes('?') };
}

/** Routes of the code that anybody can ask for: nothing of theirs has to be filled in. */
function readsOf({ code }: DrillMaterial): readonly DrillRoute[] {
  const routes = unitsOf(code).flatMap((unit) => unit.routes);
  return routes
    .filter(({ method, path }) => method === 'GET' && !/[?:{<*]/.test(path) && !/logout|sign-?out|stream|events|ws$/i.test(path))
    .map(({ method, path }) => ({ method, path }));
}

const healthWord = /(?:health|ready|readiness)z?\/?$/i;
const customary = ['/readyz', '/api/health/', '/healthz', '/health'];

function acquaintance({ contact, code }: DrillMaterial): Acquaintance {
  const { health, any, protected: guarded, 'json-post': jsonPost } = contact.routes;
  const known = unitsOf(code).flatMap(({ routes }) => routes.filter(({ method, path }) => method === 'GET' && healthWord.test(path)));
  const valid = contact.kit.make('valid');
  const token = 'token' in valid ? valid.token : undefined;
  return {
    // That a service greets at its root says nothing of its health.
    health: [
      ...new Set([
        ...(health === undefined || (health.path === '/' && health.by !== 'config') ? [] : [health.path]),
        ...known.map(({ path }) => path),
        ...customary,
      ]),
    ],
    ...(any === undefined ? {} : { any: drillRoute(any) }),
    ...(guarded === undefined ? {} : { protected: drillRoute(guarded) }),
    ...(jsonPost === undefined ? {} : { jsonPost: drillRoute(jsonPost) }),
    ...(token === undefined ? {} : { token }),
  };
}

function drillRoute({ method, path, query, body }: Route): DrillRoute {
  return { method, path: query === '' ? path : `${path}?${query}`, ...(body === undefined ? {} : { body }) };
}

const unitsOf = (code: Gathered<CodeEvidence>) => ('found' in code ? code.found.units : []);
const readNames = (code: Gathered<CodeEvidence>): readonly string[] => [
  ...new Set(unitsOf(code).flatMap(({ environmentReads }) => environmentReads.map(({ name }) => name))),
];

function levels({ settings, code }: DrillMaterial): BehaviourRequest['levels'] {
  const names = readNames(code);
  const variable = settings.drills.logLevelVariable ?? names.find((name) => /(?:^|_)LOG(?:GING)?_?LEVEL$/i.test(name));
  // A switch of this name makes many a service loud whatever its level says.
  const besides = names.includes('DEBUG') && variable !== 'DEBUG' ? { DEBUG: 'false' } : {};
  return { besides, ...(variable === undefined ? {} : { variable }) };
}

const databaseName = /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MONGO(?:DB)?|REDIS)_?(?:UR[LI]|DSN|CONNECTION(?:_STRING)?)$/i;
const databaseScheme = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis)(?:\+\w+)?:\/\//i;
const databaseTrace = /DATABASE|(?:^|_)DB(?:_|$)|POSTGRES|(?:^|_)PG|MYSQL|MARIADB|MONGO|REDIS|SUPABASE|SQLITE|DYNAMO|FIRE(?:BASE|STORE)/i;

function database({ settings, code, values }: DrillMaterial): BehaviourRequest['database'] {
  const { databaseVariable, databaseEnvironment = {} } = settings.drills;
  const names = readNames(code);
  const isSet = (name: string): boolean => (values.get(name) ?? process.env[name] ?? '') !== '';
  const likely = names.filter((name) => databaseName.test(name) || databaseScheme.test(values.get(name) ?? '') || name === 'SUPABASE_URL');
  const variable = databaseVariable ?? likely.find(isSet) ?? likely[0];
  if (variable !== undefined) return { variable, besides: databaseEnvironment };
  if (unitsOf(code).length > 0 && !names.some((name) => databaseTrace.test(name)) && !names.includes('?')) {
    return { missing: 'the code reads no setting of a database', doesNotApply: true };
  }
  return { missing: 'no variable that names its database is known: name it as drills.databaseVariable' };
}

const modelUrl = /(?:OPENAI|LLM|MODEL|AI)\w*_(?:BASE_?UR[LI]|API_?BASE|ENDPOINT|API_?UR[LI])$/i;

/** Routes of the code that are tried before it is given up. */
const mostWays = 4;

function llm(material: DrillMaterial): BehaviourRequest['llm'] {
  const { settings, code, contact } = material;
  const { llmVariable, llmRequests, recoveryMs } = settings.drills;
  const variable = llmVariable ?? readNames(code).find((name) => modelUrl.test(name)) ?? 'OPENAI_BASE_URL';
  const found = modelRoutes(unitsOf(code));
  const ways =
    llmRequests === undefined ? found.routes.slice(0, mostWays).map(({ method, path }) => [{ method, path }]) : [llmRequests.map(stepOf)];
  if (ways.length === 0) {
    if (unitsOf(code).length > 0 && !found.callsModel) return { missing: 'the code calls no model', doesNotApply: true };
    return { missing: 'no request that makes it call its model is known: name it as drills.llmRequests' };
  }
  return {
    variable,
    besides: {},
    ways,
    ...(contact.routes.openapi === undefined ? {} : { documentPath: contact.routes.openapi.path }),
    caller: () => callerOf(contact),
    ...(recoveryMs === undefined ? {} : { recoveryMs }),
  };
}

function stepOf({ request, body, extract }: NonNullable<Settings['drills']['llmRequests']>[number]): Step {
  const [method = 'POST', path = '/'] = request.split(' ');
  return { method, path, ...(body === undefined ? {} : { body }), ...(extract === undefined ? {} : { extract }) };
}

/** Somebody new each time where tokens can be signed: limits and stored answers belong to one user. */
async function callerOf(contact: DrillMaterial['contact']): Promise<{ token?: string; subject?: string }> {
  const subject = randomUUID();
  const fresh = await contact.kit.issue(subject);
  if ('token' in fresh && fresh.token !== undefined) return { token: fresh.token, subject };
  const valid = contact.kit.make('valid');
  const own = contact.kit.subject === '' ? {} : { subject: contact.kit.subject };
  return 'token' in valid && valid.token !== undefined ? { token: valid.token, ...own } : own;
}
