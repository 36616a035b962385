// One parsed statement → what of it can lock or lose data.
import type { AlterTableCmd, AlterTableStmt, ColumnDef, Constraint, Node, RangeVar } from 'libpg-query';
import type { SqlAct } from '../../../model.ts';
import { constraintAct, fallbackOf } from './constraints.ts';
import { nameOf, namesOf, qualified, wordOf } from './names.ts';

/** Empty for SQL that does neither. */
export function actsOf(node: Node): readonly SqlAct[] {
  if ('CreateStmt' in node) return [{ does: 'create-table', ...onto(node.CreateStmt.relation) }];
  if ('CreateTableAsStmt' in node) return [{ does: 'create-table', ...onto(node.CreateTableAsStmt.into?.rel) }];
  if ('IndexStmt' in node) {
    const { relation, idxname, concurrent } = node.IndexStmt;
    return [{ does: 'create-index', ...onto(relation), ...called(idxname), ...(concurrent === true ? { concurrently: true } : {}) }];
  }
  if ('AlterTableStmt' in node) return altered(node.AlterTableStmt);
  if ('DropStmt' in node) return dropped(node.DropStmt);
  if ('DropdbStmt' in node) return [{ does: 'drop-database', ...called(node.DropdbStmt.dbname) }];
  if ('TruncateStmt' in node) {
    return (node.TruncateStmt.relations ?? []).flatMap((each) =>
      'RangeVar' in each ? [{ does: 'truncate', ...onto(each.RangeVar) }] : [],
    );
  }
  if ('RenameStmt' in node) return renamed(node.RenameStmt);
  return upkeep(node);
}

type Dropped = Extract<Node, { DropStmt: unknown }>['DropStmt'];
type Renamed = Extract<Node, { RenameStmt: unknown }>['RenameStmt'];

function upkeep(node: Node): readonly SqlAct[] {
  if ('UpdateStmt' in node) {
    return [
      { does: 'update', ...onto(node.UpdateStmt.relation), ...(node.UpdateStmt.whereClause === undefined ? { everyRow: true } : {}) },
    ];
  }
  if ('DeleteStmt' in node) {
    return [
      { does: 'delete', ...onto(node.DeleteStmt.relation), ...(node.DeleteStmt.whereClause === undefined ? { everyRow: true } : {}) },
    ];
  }
  if ('TransactionStmt' in node) {
    const { kind = '' } = node.TransactionStmt;
    return /BEGIN|START/.test(kind) ? [{ does: 'begin' }] : /STMT_COMMIT$|STMT_ROLLBACK$/.test(kind) ? [{ does: 'commit' }] : [];
  }
  if ('VariableSetStmt' in node) return node.VariableSetStmt.name === 'lock_timeout' ? [{ does: 'set-lock-timeout' }] : [];
  if ('VacuumStmt' in node) {
    const full = node.VacuumStmt.options?.some((each) => 'DefElem' in each && each.DefElem.defname === 'full') === true;
    return full ? [{ does: 'vacuum-full' }] : [];
  }
  if ('ClusterStmt' in node) return [{ does: 'cluster', ...onto(node.ClusterStmt.relation) }];
  if ('ReindexStmt' in node) {
    const concurrent = node.ReindexStmt.params?.some((each) => 'DefElem' in each && each.DefElem.defname === 'concurrently') === true;
    return [{ does: 'reindex', ...onto(node.ReindexStmt.relation), ...(concurrent ? { concurrently: true } : {}) }];
  }
  if ('RefreshMatViewStmt' in node) {
    const { relation, concurrent } = node.RefreshMatViewStmt;
    return [{ does: 'refresh-view', ...onto(relation), ...(concurrent === true ? { concurrently: true } : {}) }];
  }
  if ('LockStmt' in node) {
    return (node.LockStmt.relations ?? []).flatMap((each) => ('RangeVar' in each ? [{ does: 'lock-table', ...onto(each.RangeVar) }] : []));
  }
  return [];
}

function dropped({ removeType, objects = [], concurrent }: Dropped): readonly SqlAct[] {
  if (removeType === 'OBJECT_SCHEMA') return objects.map((each) => ({ does: 'drop-schema', what: wordOf(each) ?? '' }));
  if (removeType !== 'OBJECT_TABLE' && removeType !== 'OBJECT_INDEX') return [];
  return objects.map((each) => {
    const name = 'List' in each ? namesOf(each.List.items) : '';
    return removeType === 'OBJECT_TABLE'
      ? { does: 'drop-table', relation: qualified(name) }
      : { does: 'drop-index', what: name, ...(concurrent === true ? { concurrently: true } : {}) };
  });
}

function renamed({ renameType, relationType, relation, subname, newname }: Renamed): readonly SqlAct[] {
  if (renameType === 'OBJECT_TABLE') return [{ does: 'rename-table', ...onto(relation), ...called(newname) }];
  if (renameType !== 'OBJECT_COLUMN' || relationType !== 'OBJECT_TABLE') return [];
  return [{ does: 'rename-column', ...onto(relation), ...called(subname) }];
}

function altered({ relation, cmds = [], objtype }: AlterTableStmt): readonly SqlAct[] {
  if (objtype !== undefined && objtype !== 'OBJECT_TABLE') return [];
  return cmds.flatMap((each) => ('AlterTableCmd' in each ? command(each.AlterTableCmd).map((act) => ({ ...act, ...onto(relation) })) : []));
}

function command({ subtype, name, def }: AlterTableCmd): readonly SqlAct[] {
  switch (subtype) {
    case 'AT_AddColumn':
      return def !== undefined && 'ColumnDef' in def ? addedColumn(def.ColumnDef) : [];
    case 'AT_DropColumn':
      return [{ does: 'drop-column', ...called(name) }];
    case 'AT_SetNotNull':
      return [{ does: 'set-not-null', ...called(name) }];
    case 'AT_AlterColumnType': {
      const type = def !== undefined && 'ColumnDef' in def ? namesOf(def.ColumnDef.typeName?.names) : undefined;
      return [{ does: 'change-type', ...called(name), ...(type === undefined ? {} : { type }) }];
    }
    case 'AT_AddConstraint':
      return def !== undefined && 'Constraint' in def ? constraintAct(def.Constraint) : [];
    case 'AT_ValidateConstraint':
      return [{ does: 'validate-constraint', ...called(name) }];
    case 'AT_DisableRowSecurity':
      return [{ does: 'disable-row-security' }];
    default:
      return [];
  }
}

function addedColumn(column: ColumnDef): readonly SqlAct[] {
  const constraints = (column.constraints ?? []).flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  const has = (kind: Constraint['contype']): boolean => constraints.some(({ contype }) => contype === kind);
  const fallback = fallbackOf(column, constraints);
  const held = constraints.filter(({ contype }) => contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_PRIMARY');
  return [
    {
      does: 'add-column',
      ...called(column.colname),
      ...(has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY') ? { notNull: true } : {}),
      ...(fallback === undefined ? {} : { fallback }),
    },
    ...held.flatMap(constraintAct),
  ];
}

const onto = (relation: RangeVar | undefined): Pick<SqlAct, 'relation'> => (relation === undefined ? {} : { relation: nameOf(relation) });
const called = (what: string | undefined): Pick<SqlAct, 'what'> => (what === undefined ? {} : { what });
