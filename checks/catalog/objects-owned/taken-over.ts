// Statements that write a row by its id, whosever it was, and set its owner anew.
import type { Expression, Unit } from '../../model.ts';

const owner = /\bset\b[^;]*?\b(?:user|owner|account|author|creator|member|created_by)(?:_?(?:id|uuid|name))?\s*=\s*excluded\s*\./i;

/** `INSERT … ON CONFLICT (id) DO UPDATE SET owner = EXCLUDED.owner`, without a WHERE that leaves those of others alone. */
export function takesOver(unit: Unit, node: Expression): boolean {
  const text = unit.words(node).join(' ');
  const [, column = '', update = ''] = /\bon\s+conflict\s*\(([^)]*)\)\s*do\s+update\b(.*)$/is.exec(text) ?? [];
  return owner.test(update) && !/\bwhere\b/i.test(update) && !/user|owner|account|author|member/i.test(column);
}
