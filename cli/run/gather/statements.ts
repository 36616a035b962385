// Statements that the code sends to its database, as far as their text is known: to be planned on a copy of the schema.
import type { Sent } from '../../../checks/evidence/database/copy.ts';
import type { CodeEvidence, DatabaseQuery, Gathered, QueryStep, Unit } from '../../../checks/model.ts';

const mostStatements = 300;

/** Each text once, with the first place that sends it. */
export function statementsOf(code: Gathered<CodeEvidence>): readonly Sent[] {
  if (!('found' in code)) return [];
  const all = code.found.units.flatMap((unit) => unit.queries.flatMap((query) => sentBy(unit, query)));
  return [...new Map(all.toReversed().map((each) => [each.text, each])).values()].toReversed().slice(0, mostStatements);
}

function sentBy(unit: Unit, query: DatabaseQuery): readonly Sent[] {
  if (query.call.runsIn === 'development' || query.call.onlyAsScript) return [];
  const text = written(unit, query) ?? built(unit, query.steps);
  return text === undefined ? [] : [{ text, place: query.call.place }];
}

/** SQL that stands in the code as a whole. */
function written(unit: Unit, { steps }: DatabaseQuery): string | undefined {
  for (const { args } of steps.toReversed()) {
    const text = args[0] === undefined ? undefined : textOf(unit, args[0]);
    if (text !== undefined && /^\s*(?:select|with|update|delete)\b/i.test(text)) return numbered(text.trim().replace(/;\s*$/, ''));
  }
  return undefined;
}

/** `%s`, `%(name)s`, `:name` and `?` as PostgreSQL counts them; undefined where a piece is put in by other means. */
function numbered(text: string): string | undefined {
  if (/\$\d/.test(text)) return text;
  const names: string[] = [];
  const isQuoted = /'(?:[^']|'')*'|"[^"]*"|::\w+/;
  const marked = new RegExp(`${isQuoted.source}|%\\((\\w+)\\)s|%s|(?<![:\\w]):([a-z_]\\w*)|(?<![\\w?])\\?(?![?|&])`, 'gi');
  const replaced = text.replaceAll(marked, (found, python: string | undefined, colon: string | undefined) => {
    if (/^['":]/.test(found) && colon === undefined) return found;
    const name = python ?? colon;
    const at = name === undefined ? -1 : names.indexOf(name);
    if (at === -1) names.push(name ?? '');
    return `$${at === -1 ? names.length : at + 1}`;
  });
  return /[{}]|%[sd]/.test(replaced.replaceAll(/'(?:[^']|'')*'/g, '')) ? undefined : replaced;
}

const compared: Readonly<Record<string, string>> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };
// What narrows in ways that are not written out here: the plan would be another.
const further =
  /^(?:schema|or_?|not_?|filter|match|is_?|neq|i?like\w*|contains|containedBy|contained_by|overlaps|text_?search|range\w*|rpc)$/i;

/** `.from("plans").select("id").eq("user_id", id)`, as PostgREST asks for it. */
function built(unit: Unit, steps: readonly QueryStep[]): string | undefined {
  const start = steps.findIndex(({ name }) => name === 'from' || name === 'from_' || name === 'table');
  const table = start === -1 ? undefined : nameIn(unit, steps[start]);
  const rest = steps.slice(start + 1);
  const does = rest[0]?.name;
  if (table === undefined || (does !== 'select' && does !== 'update' && does !== 'delete')) return undefined;
  if (steps.some(({ name }) => further.test(name))) return undefined;
  const narrowing = rest.filter(({ name }) => name in compared || /^in_?$/.test(name));
  const conditions = narrowing.flatMap((step, at) => conditionOf(unit, step, at + 1) ?? []);
  if (narrowing.length === 0 || conditions.length < narrowing.length) return undefined;
  return `select * from ${table} where ${conditions.join(' and ')}`;
}

function conditionOf(unit: Unit, step: QueryStep, number: number): string | undefined {
  const column = nameIn(unit, step);
  if (column === undefined) return undefined;
  if (/^in_?$/.test(step.name)) return `${column} = any ($${number})`;
  const sign = compared[step.name];
  return sign === undefined ? undefined : `${column} ${sign} $${number}`;
}

function nameIn(unit: Unit, step: QueryStep | undefined): string | undefined {
  const [first] = step?.args ?? [];
  const text = first === undefined ? undefined : textOf(unit, first);
  return text !== undefined && /^[a-z_]\w*$/i.test(text) ? `"${text}"` : undefined;
}

function textOf(unit: Unit, expression: QueryStep['args'][number]): string | undefined {
  const value = unit.value(expression);
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
