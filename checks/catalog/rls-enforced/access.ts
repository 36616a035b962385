// What was tried on a scratch copy: which rows others got at, and the matrix in words.
import type { AccessMatrix, Catalogue, Deeds, TableAccess } from '../../model.ts';
import { type Fault, named, personalColumns } from './words.ts';

const verbs = [
  ['select', 'read'],
  ['insert', 'add'],
  ['update', 'change'],
  ['delete', 'delete'],
] as const;

/** Rows that somebody else wrote to, and personal ones that somebody else read. */
export function accessFaults({ tables }: AccessMatrix, catalogue: Catalogue): readonly Fault[] {
  return tables.flatMap((access): readonly Fault[] => {
    const { table: object, owner, anon, others } = access;
    const personal = personalColumns(catalogue.relations.find((each) => named(each) === object) ?? noColumns);
    const faults: Fault[] = [];
    const byAnon = written(anon);
    if (byAnon.length > 0)
      faults.push({ object, message: `who is not signed in could ${byAnon.join(', ')} a row of ${object}, tried on a scratch copy` });
    if (owner !== undefined && written(others).length > 0) {
      faults.push({
        object,
        message: `a user could ${written(others).join(', ')} a row of another in ${object} (${owner}), tried on a scratch copy`,
      });
    }
    if (owner !== undefined && personal.length > 0 && (anon.select || others.select)) {
      const who = anon.select ? 'who is not signed in' : 'a user';
      faults.push({ object, message: `${who} could read ${personal.join(', ')} of another's row in ${object}, tried on a scratch copy` });
    }
    return faults;
  });
}

const noColumns = { columns: [] as const };

const written = (deeds: Deeds): readonly string[] => verbs.flatMap(([deed, verb]) => (deed !== 'select' && deeds[deed] ? [verb] : []));
const all = (deeds: Deeds): string => verbs.flatMap(([deed, verb]) => (deeds[deed] ? [verb] : [])).join(', ') || 'nothing';

/** One line of the matrix. */
export function inWords({ table, owner, notTried, anon, own, others }: TableAccess): string {
  if (notTried !== undefined) return `${table}: not tried, ${notTried}`;
  const rows = owner === undefined ? `signed in: ${all(own)}` : `own rows: ${all(own)}; another's rows: ${all(others)}`;
  return `${table}: not signed in: ${all(anon)}; ${rows}`;
}
