// Names in parsed SQL, schema-qualified: `public` where none is written.
import type { Node, RangeVar } from 'libpg-query';

export const nameOf = ({ schemaname, relname }: RangeVar): string => `${schemaname ?? 'public'}.${relname ?? ''}`;

/** `a.b` of a list of words, without the catalogue's own schema. */
export function namesOf(nodes: readonly Node[] | undefined): string {
  const words = (nodes ?? []).flatMap((each) => wordOf(each) ?? []).filter((word) => word !== 'pg_catalog');
  return words.join('.');
}

export function wordOf(node: Node): string | undefined {
  return 'String' in node ? node.String.sval : undefined;
}

/** `public.` in front of a name that has no schema. */
export const qualified = (name: string): string => (name.includes('.') ? name : `public.${name}`);
