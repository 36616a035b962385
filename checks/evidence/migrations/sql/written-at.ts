// Where each object of the schema was last written.
import type { Node } from 'libpg-query';
import type { FilePlace } from '../../../model.ts';
import { nameOf, namesOf, qualified } from './names.ts';
import type { ParsedStatement } from './parse.ts';

/** `public.plans`, `public.plans/own_plan`, `public.save_week`: the last statement that makes or changes it. */
export function writtenAt(statements: readonly ParsedStatement[]): Readonly<Record<string, FilePlace>> {
  const places = new Map<string, FilePlace>();
  for (const { node, place } of statements) {
    const made = madeBy(node);
    if (made !== undefined) places.set(made.name, place);
    // A table is best read where it was made; what changes it later matters only where nothing made it.
    const touched = touchedBy(node);
    if (touched !== undefined && !places.has(touched)) places.set(touched, place);
  }
  return Object.fromEntries(places);
}

function madeBy(node: Node): { readonly name: string } | undefined {
  if ('CreateStmt' in node && node.CreateStmt.relation !== undefined) return { name: nameOf(node.CreateStmt.relation) };
  if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.into?.rel !== undefined)
    return { name: nameOf(node.CreateTableAsStmt.into.rel) };
  if ('ViewStmt' in node && node.ViewStmt.view !== undefined) return { name: nameOf(node.ViewStmt.view) };
  if ('CreateForeignTableStmt' in node && node.CreateForeignTableStmt.base?.relation !== undefined) {
    return { name: nameOf(node.CreateForeignTableStmt.base.relation) };
  }
  if ('CreateFunctionStmt' in node) return { name: qualified(namesOf(node.CreateFunctionStmt.funcname)) };
  if ('CreatePolicyStmt' in node) return policyName(node.CreatePolicyStmt);
  if ('AlterPolicyStmt' in node) return policyName(node.AlterPolicyStmt);
  return undefined;
}

type OfPolicy = Pick<Extract<Node, { CreatePolicyStmt: unknown }>['CreatePolicyStmt'], 'table' | 'policy_name'>;
const policyName = ({ table, policy_name: name }: OfPolicy): { readonly name: string } | undefined =>
  table === undefined ? undefined : { name: `${nameOf(table)}/${name ?? ''}` };

function touchedBy(node: Node): string | undefined {
  return 'AlterTableStmt' in node && node.AlterTableStmt.relation !== undefined ? nameOf(node.AlterTableStmt.relation) : undefined;
}
