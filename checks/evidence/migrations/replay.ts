// Replays migrations in an embedded Postgres, in a thread of its own: their SQL reaches no file, no program and no network there.
import { z } from 'zod';
import type { Catalogue, FilePlace, Found, ReplayedSchema } from '../../model.ts';
import { oneAnswer } from './one-answer.ts';
import { makesUnknownTables, standInFor } from './replay/foreign.ts';
import { isPlatformCall, leftOutFreely, speaksToSupabase } from './replay/kinds.ts';
import type { Planned } from './replay/plans.ts';
import type { ReplayAnswer, ReplayTask } from './replay/protocol.ts';
import { nameOf } from './sql/names.ts';
import type { ParsedStatement } from './sql/parse.ts';
import { withStandIns } from './sql/stand-ins.ts';
import { writtenAt } from './sql/written-at.ts';

const limitMs = 90_000;

export interface Replaying {
  readonly signal?: AbortSignal | undefined;
  /** Served to clients, as a comma list. */
  readonly schemas?: string | undefined;
  /** Statements to be planned on it. */
  readonly explained?: readonly string[];
}
export interface Replayed {
  readonly schema: ReplayedSchema;
  /** One for each statement. */
  readonly plans: readonly Planned[];
  /** Tables of which an index was left out: what their rows are found by is not known. */
  readonly withoutIndex: readonly string[];
}

/** The schema that the statements end in; `missing` names the first that could not be run. */
export async function replay(
  statements: readonly ParsedStatement[],
  { signal, schemas, explained = [] }: Replaying = {},
): Promise<Found<Replayed>> {
  const task: ReplayTask = {
    supabase: statements.some(({ text }) => speaksToSupabase(text)),
    ...(schemas === undefined ? {} : { schemas }),
    explained,
    extensions: [...new Set(statements.flatMap(extensionsIn))],
    statements: statements.map(asTask),
  };
  const answer = await inWorker(task, signal);
  const placeOf = (index: number): FilePlace | undefined => statements[index]?.place;
  if (answer.kind === 'failed') {
    const at = answer.at === undefined ? undefined : statements[answer.at];
    if (at === undefined) return { missing: answer.because };
    const because = makesUnknownTables(at.node) ? 'its tables are known to the other server alone' : answer.because;
    return { missing: `${at.place.path}:${at.place.line} could not be replayed: ${because}` };
  }
  const leftOut = answer.leftOut.flatMap(({ at, because }) => {
    const place = placeOf(at);
    return place === undefined ? [] : [{ place, because }];
  });
  const { engine, access } = answer;
  const catalogue: Catalogue = answer.catalogue;
  const withoutIndex = answer.leftOut.flatMap(({ at }) => indexedBy(statements[at]));
  const schema = { engine, catalogue, leftOut, writtenAt: writtenAt(statements), access };
  return { found: { schema, plans: answer.plans, withoutIndex } };
}

const indexedBy = (statement: ParsedStatement | undefined): readonly string[] =>
  statement !== undefined && 'IndexStmt' in statement.node && statement.node.IndexStmt.relation !== undefined
    ? [nameOf(statement.node.IndexStmt.relation)]
    : [];

function asTask({ text, node, offset }: ParsedStatement): ReplayTask['statements'][number] {
  const sql = withStandIns(text, node, offset);
  const instead = standInFor(node, sql);
  return { sql, mayFail: leftOutFreely(node) || isPlatformCall(node), ...(instead === undefined ? {} : { instead }) };
}

function extensionsIn({ node }: ParsedStatement): readonly string[] {
  return 'CreateExtensionStmt' in node && node.CreateExtensionStmt.extname !== undefined ? [node.CreateExtensionStmt.extname] : [];
}

const own = import.meta.url.endsWith('.ts') ? './replay/worker.ts' : './replay/worker.js';
const answerSchema = z.custom<ReplayAnswer>((value) => typeof value === 'object' && value !== null && 'kind' in value);

const inWorker = (task: ReplayTask, signal: AbortSignal | undefined): Promise<ReplayAnswer> =>
  oneAnswer<ReplayAnswer>({
    worker: new URL(own, import.meta.url),
    task,
    limitMs,
    signal,
    parse: (message) => answerSchema.parse(message),
    instead: (why) => ({ kind: 'failed', because: typeof why === 'object' ? why.broke : silences[why] }),
  });
const silences = {
  late: `the replay took longer than ${limitMs / 1_000} s`,
  interrupted: 'interrupted',
  ended: 'the embedded database ended early',
};
