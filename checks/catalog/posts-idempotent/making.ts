// What a handler makes: rows, payments, plans of a language model.
import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Call, CodeFunction, DatabaseQuery, Expression, Unit } from '../../model.ts';
import { isRandom } from './fresh-keys.ts';
import type { Made } from './made.ts';
import { leadsTo } from './missing.ts';
import { modelsOf } from './unique.ts';

const pays = [
  '*.charges.create',
  '*.paymentIntents.create',
  '*.PaymentIntent.create',
  '*.Charge.create',
  '*.refunds.create',
  '*.payouts.create',
  '*.transfers.create',
  '*.checkout.sessions.create',
  '*.subscriptions.create',
];

const insertsOf = remembered((unit: Unit) =>
  unit.queries.filter((query) => (query.does === 'insert' || insertsAnyway(unit, query)) && !isRecord(query)),
);

/** `from('lines').upsert(rows)` goes by the primary key alone: rows that bring none are put in anew each time. */
function insertsAnyway(unit: Unit, { steps }: DatabaseQuery): boolean {
  const step = steps.find(({ name }) => name === 'upsert');
  const [rows, options] = step?.args ?? [];
  if (rows === undefined || options !== undefined || !steps.some(({ name }) => name === 'from')) return false;
  const keys = unit.pieces(rows).flatMap(({ key }) => key ?? []);
  return keys.length > 1 && !keys.some((key) => /^(?:id|uuid|pk|key|slug)$/i.test(key));
}

function isRecord(query: DatabaseQuery): boolean {
  if (query.made.length > 0) return query.made.every(({ model }) => keepsRecord(model));
  const named =
    query.call.language === 'python' ? nodesIn(query.call.node.args).flatMap((each) => (each.kind === 'name' ? [each.name] : [])) : [];
  return [...modelsOf(query), ...named].some((name) => keepsRecord(name));
}

/** A line for each request, by its nature: what was done and when, what is counted. What people log of themselves, meals or workouts, is none. */
function keepsRecord(model: string): boolean {
  const words = model
    .replace(/([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$2_')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((each) => each !== '');
  if (words.some((word, at) => /^audits?$/.test(word) || (word === 'rate' && /^limits?$/.test(words[at + 1] ?? '')))) return true;
  const end = /^(?:entry|entries|event|events|record|records)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const last = end.at(-1) ?? '';
  if (/^(?:attempts?|alerts?|counters?|hits?|invocations?|metrics?)$/.test(last)) return end.length > 1 && ofService.test(end.at(-2) ?? '');
  return /^logs?$/.test(last) && (end.length === 1 || ofService.test(end.at(-2) ?? ''));
}
const ofService =
  /^(?:access|account|action|activity|admin|analytics|api|auth|change|click|context|cron|debug|device|email|error|event|exception|export|function|http|import|interaction|job|login|mail|message|notification|opera?|operation|process|processing|push|query|request|search|security|session|sms|sync|sys|system|task|telemetry|tracking|usage|user|view|visit|webhook)s?$/;

/** What it makes, each insert of Python's mappers by itself; elsewhere the first stands for all. */
export function makesSomething(unit: Unit, handler: CodeFunction): readonly Made[] {
  const reached = new Set<Expression>(unit.callsFrom(handler).map(({ node }) => node));
  const paid = unit.calls(...pays).find(({ node }) => reached.has(node));
  if (paid) return [{ node: paid.node, guards: paid.guards, what: 'pays' }];
  const inserts = insertsOf(unit).filter(({ call, steps }) => reached.has(call.node) || steps.some(({ node }) => reached.has(node)));
  const told = inserts.every(({ made }) => made.length > 0) ? inserts : inserts.slice(0, 1);
  if (told.length > 0) return told.map(({ call }) => ({ node: call.node, guards: call.guards, what: 'inserts' }));
  const anew = unit.queries.find(({ does, call }) => does === 'upsert' && reached.has(call.node) && isKeyDrawn(unit, handler, call));
  if (anew) return [{ node: anew.call.node, guards: anew.call.guards, what: 'inserts' }];
  const kept = unit.callsFrom(handler).find(keepsInMemory);
  return kept ? [{ node: kept.node, guards: kept.guards, what: 'adds to a list in memory' }] : [];
}

/** `put_plan(str(uuid4()), …)` over `INSERT … ON CONFLICT (id)`: no row has the id that is drawn for the request. */
const isKeyDrawn = (unit: Unit, handler: CodeFunction, { node, inFunction }: Call): boolean =>
  unit.words(node).some((word) => /\bon\s+conflict\s*\(\s*\w*id\s*\)/i.test(word)) &&
  unit
    .callsFrom(handler)
    .some(
      (call) =>
        call.inFunction?.node === handler.node &&
        call.targets.some((code) => code.node === inFunction?.node || leadsTo(unit, code, node)) &&
        call.node.args.some(({ value }) => isRandom(unit, value)),
    );

/** An insert that says itself what becomes of a row that is there: `ON CONFLICT`, `get_or_create`. */
export function makesOnce(unit: Unit, handler: CodeFunction): boolean {
  const reached = new Set<Expression>(unit.callsFrom(handler).map(({ node }) => node));
  return unit.queries.some(
    ({ does, call, steps, ...rest }) =>
      does === 'upsert' &&
      !insertsAnyway(unit, { does, call, steps, ...rest }) &&
      steps.some(({ name }) => /^(?:onConflict\w*|on_conflict\w*|upsert|get_or_create|update_or_create)$/.test(name)) &&
      (reached.has(call.node) || steps.some(({ node }) => reached.has(node))),
  );
}

const adding = /^_?(?:create|add|insert|save|make|store|persist|submit|place|book|order)/i;

/** `plans.push(plan)` in a function that is called so, to a list that outlives it. */
function keepsInMemory({ node, language, inFunction }: Call): boolean {
  const { callee, args } = node;
  if (language !== 'typescript' || inFunction === undefined || !adding.test(inFunction.name) || args.length === 0) return false;
  if (callee.kind !== 'member' || !/^(?:push|unshift)$/.test(callee.name) || callee.object.kind !== 'name') return false;
  const { name } = callee.object;
  if (/listener|handler|subscri|queue|log|error|event|hook|callback/i.test(name)) return false;
  const { parameters, body } = inFunction.node;
  if (parameters.some(({ pattern }) => pattern.kind === 'bind' && pattern.name === name)) return false;
  return !nodesIn(body).some(
    (each) => each.kind === 'assignment' && each.declares === true && each.target.kind === 'bind' && each.target.name === name,
  );
}
