// What row level security costs: calls in a policy that are worked out again for each row, and policies that one would do for.
import type { Catalogue, DatabaseIndex, Policy, Relation } from '../../model.ts';

interface OfPolicy {
  readonly object: string;
  readonly message: string;
}

/** Policies of large tables that ask for each row again who it is that asks; `isLarge` says which tables are. */
export function policyFaults(catalogue: Catalogue, isLarge: (table: Relation) => boolean): readonly OfPolicy[] {
  return catalogue.policies.flatMap((policy): readonly OfPolicy[] => {
    const table = catalogue.relations.find(({ schema, name }) => schema === policy.schema && name === policy.table);
    if (table === undefined || !table.rowSecurity || !isLarge(table) || policy.using === null) return [];
    const calls = repeatedCalls(policy.using);
    if (calls.length === 0 || isServed(policy, catalogue.indexes)) return [];
    const rows = Math.round(Math.max(table.rows, table.liveRows));
    const message = `it works ${calls.join(' and ')} out again for each of ${rows} rows that a query reads: in a select of its own, (select auth.uid()), it is worked out once`;
    return [{ object: `policy ${policy.schema}.${policy.table}/${policy.name}`, message }];
  });
}

// What says who asks is the same for a whole statement.
const ofStatement = /\b(?:auth\.(?:uid|jwt|role|email)\(\)|current_setting\()/g;

/** Calls that are made again for each row, of an expression as the catalogue spells it. */
export function repeatedCalls(expression: string): readonly string[] {
  const calls = withoutOwnSelects(expression.replaceAll(/'(?:[^']|'')*'/g, "''")).match(ofStatement) ?? [];
  return [...new Set(calls)].map((call) => (call.endsWith('(') ? `${call})` : call));
}

/** Without what stands in a `( SELECT … )` that reads no table: that is worked out before the first row. */
function withoutOwnSelects(expression: string): string {
  const start = expression.search(/\(\s*SELECT\b/i);
  if (start === -1) return expression;
  const end = closing(expression, start);
  const inner = expression.slice(start + 1, end).replace(/^\s*SELECT\b/i, '');
  const kept = readsTable(inner) ? withoutOwnSelects(inner) : '';
  return `${expression.slice(0, start)}(${kept})${withoutOwnSelects(expression.slice(end + 1))}`;
}

/** A FROM of its own, and none of an `EXTRACT(… FROM …)` or a SELECT within. */
function readsTable(select: string): boolean {
  let depth = 0;
  const outer = [...select].filter((sign) => {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    return depth === 0;
  });
  return /\bFROM\b/i.test(outer.join(''));
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The whole of it is one comparison that an index answers: there the call is made once for each search. */
function isServed({ schema, table, using }: Policy, indexes: readonly DatabaseIndex[]): boolean {
  const call = 'auth\\.uid\\(\\)';
  const compared = new RegExp(`^\\((?:("?)(\\w+)\\1 = ${call}|${call} = ("?)(\\w+)\\3)\\)$`).exec(using ?? '');
  const column = compared?.[2] ?? compared?.[4];
  if (column === undefined) return false;
  const begins = new RegExp(` USING (?:btree|hash) \\("?${column}"?(?: [A-Z ]+)?[,)]`);
  return indexes.some(
    (each) =>
      each.schema === schema && each.table === table && each.valid && begins.test(each.definition) && !/ WHERE /.test(each.definition),
  );
}

/** Named without a verdict: PostgreSQL joins them by OR into the same condition that one policy would be. */
export function severalPermissive({ policies, relations }: Catalogue): readonly OfPolicy[] {
  const roles = [...new Set(policies.flatMap((policy) => policy.roles))].filter((role) => role !== 'public');
  return relations.flatMap((table): readonly OfPolicy[] => {
    const own = policies.filter(({ schema, table: of, permissive }) => permissive && schema === table.schema && of === table.name);
    if (!table.rowSecurity || table.ofExtension || own.length < 2) return [];
    const sets = (roles.length === 0 ? ['public'] : roles).flatMap((role) =>
      deeds.flatMap((deed) => {
        const names = own.filter((policy) => isFor(policy, role, deed)).map(({ name }) => name);
        return names.length < 2 ? [] : [names.join(', ')];
      }),
    );
    const object = `table ${table.schema}.${table.name}`;
    return [...new Set(sets)].map((names) => ({
      object,
      message: `named without a verdict: several permissive policies for one role and deed, ${names}, cost what one that joins them by OR would`,
    }));
  });
}

const deeds = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;
const isFor = ({ roles, command }: Policy, role: string, deed: Policy['command']): boolean =>
  (command === 'ALL' || command === deed) && (roles.includes(role) || roles.includes('public'));
