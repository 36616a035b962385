// Calls of the clients of Elasticsearch and OpenSearch.
import type { CallExpression, DatabaseQuery } from '../../model.ts';

type Does = DatabaseQuery['does'];
type Shape = Omit<DatabaseQuery, 'call' | 'steps' | 'made'>;

const client =
  /^(?:npm:(?:@elastic\/elasticsearch|@opensearch-project\/opensearch|elasticsearch)(?:\.\w+)?|py:(?:elasticsearch|opensearchpy)\.(?:\w+\.)?(?:Async)?(?:Elasticsearch|OpenSearch))\(\)\.(\w+)$/;

/** `Search(index="plans").query("term", slug=slug).execute()`. */
const built =
  /^py:(?:elasticsearch_dsl|elasticsearch\.dsl|opensearch_dsl|opensearchpy)\.(?:\w+\.)?(?:Async)?Search\(\)(?:\.\w+\(\))*\.(?:execute|count)$/;

/** What is searched comes page by page, ten at a time where nobody says more. */
export function elastic({ args }: CallExpression, symbols: readonly string[]): Shape | undefined {
  const method = symbols.map((symbol) => client.exec(symbol)?.[1]).find((name) => name !== undefined);
  const does = method !== undefined ? done(method, namesRow(args)) : symbols.some((symbol) => built.test(symbol)) ? 'read' : undefined;
  return does && { does, through: 'Elasticsearch', everyColumn: false, bounded: true };
}

function done(method: string, isNamed: boolean): Does | undefined {
  if (/^(?:search|get|mget|msearch|count|exists|getSource|get_source|knnSearch|scroll|esql|sql)$/.test(method)) return 'read';
  if (method === 'index') return isNamed ? 'upsert' : 'insert';
  // A row of that id is refused the second time.
  if (method === 'create') return isNamed ? 'upsert' : 'insert';
  if (/^update(?:ByQuery|_by_query)?$/.test(method)) return 'update';
  return /^delete(?:ByQuery|_by_query)?$/.test(method) ? 'delete' : undefined;
}

/** `{ index, id, document }`, `index="plans", id=plan_id`. */
const namesRow = (args: CallExpression['args']): boolean =>
  args.some(({ name, value }) => name === 'id' || (value.kind === 'object' && value.entries.some(({ key }) => key === 'id')));
