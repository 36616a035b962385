// Which statements a replay can do without: nobody's access to a row hangs on them.
import type { Node } from 'libpg-query';
import { parts, words } from '../sql/walk.ts';

const supabaseWords =
  /\bauth\s*\.\s*(?:uid|jwt|role|email|users)\b|\b(?:to|from)\s+(?:"?\w+"?\s*,\s*)*"?(?:anon|authenticated|service_role)\b|\bstorage\s*\.\s*(?:objects|buckets)\b/i;

/** Whether it is written for a Supabase project, which has roles and schemas of its own. */
export const speaksToSupabase = (text: string): boolean => supabaseWords.test(text);

const kinds = [
  'CreateSchemaStmt',
  'CreateExtensionStmt',
  'AlterExtensionStmt',
  'CommentStmt',
  'IndexStmt',
  'ReindexStmt',
  'VacuumStmt',
  'ClusterStmt',
] as const;
const more = [
  'CreateFdwStmt',
  'CreateForeignServerStmt',
  'CreateUserMappingStmt',
  'CreatePublicationStmt',
  'AlterPublicationStmt',
  'CreateSubscriptionStmt',
  'AlterSystemStmt',
  'CreateStatsStmt',
] as const;

export const leftOutFreely = (node: Node): boolean => [...kinds, ...more].some((kind) => kind in node);

const platform = /^(?:cron|net|pgmq|vault|graphql|http|realtime|supabase_functions|extensions|storage|pgsodium|partman)$/;

/** `select cron.schedule(…)`: a call of what the platform brings. */
export function isPlatformCall(node: Node): boolean {
  if (!('SelectStmt' in node)) return false;
  const calls = [...parts(node)].flatMap(([name, value]) => (name === 'FuncCall' ? [words(value.funcname)] : []));
  return calls.some(([schema = '', name]) => name !== undefined && platform.test(schema));
}
