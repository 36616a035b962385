// How statements would be answered on an empty copy of a schema: with scans made expensive, a table is read from end to end only where no index serves.
import { z } from 'zod';
import { messageOf } from '../../database/session.ts';

export interface Planned {
  /** Tables that are read whole although the statement asks for some of their rows. */
  readonly whole?: readonly { readonly table: string; readonly filter: string }[];
  readonly because?: string;
}
interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string | undefined;
  readonly 'Relation Name'?: string | undefined;
  readonly Filter?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}
const nodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    Schema: z.string().optional(),
    'Relation Name': z.string().optional(),
    Filter: z.string().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
);
const rowsSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })]);

/** `run` takes several statements at once and answers with the rows of the last; nothing of them is carried out but EXPLAIN. */
export async function planned(
  run: (sql: string) => Promise<readonly unknown[]>,
  statements: readonly string[],
): Promise<readonly Planned[]> {
  const plans: Planned[] = [];
  for (const sql of statements) {
    try {
      await run('begin; set local enable_seqscan = off; set local search_path = public, extensions; set local jit = off');
      const rows = rowsSchema.parse(await run(`explain (format json, verbose, generic_plan) ${sql}`));
      plans.push({ whole: wholeTables(rows[0]['QUERY PLAN'][0].Plan) });
    } catch (error) {
      plans.push({ because: messageOf(error) });
    } finally {
      await run('rollback').catch(() => undefined);
    }
  }
  return plans;
}

function wholeTables(node: PlanNode): NonNullable<Planned['whole']> {
  const { Filter: filter, Schema: schema = 'public', 'Relation Name': name } = node;
  const own =
    node['Node Type'] === 'Seq Scan' && name !== undefined && filter !== undefined ? [{ table: `${schema}.${name}`, filter }] : [];
  return [...own, ...(node.Plans ?? []).flatMap(wholeTables)];
}
