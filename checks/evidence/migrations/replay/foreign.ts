// What a migration makes of other servers' tables, for an engine that reaches none: wrappers without a handler, as the catalogue knows them.
import type { Node } from 'libpg-query';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const wrapper = (name: string): string =>
  `do $$ begin create foreign data wrapper ${quote(name)}; exception when duplicate_object then null; end $$;`;
const ownWrapper = 'launchgate_elsewhere';

/** SQL that leaves the same names and rights behind, for where the statement itself fails; undefined where nothing can stand in. */
export function standInFor(node: Node, text: string): string | undefined {
  if ('CreateExtensionStmt' in node) {
    const { extname = '' } = node.CreateExtensionStmt;
    return /_fdw$/.test(extname) ? wrapper(extname) : undefined;
  }
  if ('CreateFdwStmt' in node) return wrapper(node.CreateFdwStmt.fdwname ?? '');
  if ('CreateForeignServerStmt' in node) return `${wrapper(node.CreateForeignServerStmt.fdwname ?? '')}${text}`;
  if ('CreateForeignTableStmt' in node) {
    const server = quote(node.CreateForeignTableStmt.servername ?? '');
    // A server that the platform keeps was made by no migration.
    return `${wrapper(ownWrapper)}create server if not exists ${server} foreign data wrapper ${ownWrapper};${text}`;
  }
  if (
    'CreateTableAsStmt' in node &&
    node.CreateTableAsStmt.objtype === 'OBJECT_MATVIEW' &&
    node.CreateTableAsStmt.into?.skipData !== true
  ) {
    // It is the catalogue that is asked for, and not what lies on the other server.
    return `${text.replace(/\s+with\s+data\s*;?\s*$/i, '').replace(/;\s*$/, '')} with no data`;
  }
  return undefined;
}

/** Its tables are known to the other server alone. */
export const makesUnknownTables = (node: Node): boolean => 'ImportForeignSchemaStmt' in node;
