// Constraints and defaults of columns, as far as they decide what a change costs.
import type { ColumnDef, Constraint, Node } from 'libpg-query';
import type { SqlAct, SqlDeed } from '../../../model.ts';
import { namesOf } from './names.ts';
import { parts, words } from './walk.ts';

const deeds: Readonly<Partial<Record<NonNullable<Constraint['contype']>, SqlDeed>>> = {
  CONSTR_CHECK: 'add-check',
  CONSTR_FOREIGN: 'add-foreign-key',
  CONSTR_UNIQUE: 'add-unique',
  CONSTR_PRIMARY: 'add-primary-key',
  CONSTR_EXCLUSION: 'add-exclusion',
};

export function constraintAct({ contype, conname, skip_validation, indexname, raw_expr, keys }: Constraint): readonly SqlAct[] {
  // PostgreSQL 18 names NOT NULL as well.
  if (contype === 'CONSTR_NOTNULL') {
    return skip_validation === true ? [] : [{ does: 'set-not-null', ...(keys === undefined ? {} : { what: namesOf(keys) }) }];
  }
  const does = contype === undefined ? undefined : deeds[contype];
  if (does === undefined) return [];
  const proves = notNullColumn(raw_expr);
  return [
    {
      does,
      ...(conname === undefined ? {} : { what: conname }),
      ...(skip_validation === true ? { notValid: true } : {}),
      ...(indexname === undefined ? {} : { usingIndex: true }),
      ...(proves === undefined ? {} : { proves }),
    },
  ];
}

/** The column of `column IS NOT NULL`. */
function notNullColumn(expression: Node | undefined): string | undefined {
  if (expression === undefined || !('NullTest' in expression) || expression.NullTest.nulltesttype !== 'IS_NOT_NULL') return undefined;
  const { arg } = expression.NullTest;
  return arg !== undefined && 'ColumnRef' in arg ? namesOf(arg.ColumnRef.fields) : undefined;
}

const givesAnother = /^(?:gen_random_uuid|uuid_generate_v[14](?:mc)?|uuidv[47]|random|random_normal|clock_timestamp|timeofday|nextval)$/;
const counting = /^(?:big|small)?serial[248]?$/;

/** Whether each row gets a value of its own, for which the whole table is written anew. */
export function fallbackOf({ typeName }: ColumnDef, constraints: readonly Constraint[]): SqlAct['fallback'] {
  if (counting.test(namesOf(typeName?.names))) return 'volatile';
  if (constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY')) return 'volatile';
  if (constraints.some(({ contype, generated_kind: kind }) => contype === 'CONSTR_GENERATED' && kind !== 'v')) return 'volatile';
  const given = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  if (given === undefined) return undefined;
  if ('A_Const' in given && given.A_Const.isnull === true) return undefined;
  return callsIn(given).some((name) => givesAnother.test(name.split('.').at(-1) ?? '')) ? 'volatile' : 'constant';
}

function callsIn(node: Node): readonly string[] {
  return [...parts(node)].flatMap(([name, value]) => (name === 'FuncCall' ? [words(value.funcname).join('.')] : []));
}
