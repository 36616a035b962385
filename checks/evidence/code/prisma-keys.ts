// Columns that a schema.prisma marks as holding a value only once.
import type { UniqueKey } from '../../model.ts';

/** Of every model in the text of a schema; the text is gone through once, however many blank lines it has. */
export function prismaKeysIn(text: string): readonly UniqueKey[] {
  const bodies: { readonly model: string; readonly lines: string[] }[] = [];
  let isInside = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const model = /^model\s+(\w+)\s*\{/.exec(line)?.[1];
    if (model !== undefined) bodies.push({ model, lines: [] });
    isInside = model !== undefined || (isInside && !line.startsWith('}'));
    if (isInside && model === undefined && line !== '') bodies.at(-1)?.lines.push(line);
  }
  return bodies.flatMap(({ model, lines }) => [
    ...lines.flatMap((line) => /^(\w+)\s+\S.*?@unique\b/.exec(line)?.[1] ?? []).map((column) => ({ model, columns: [column] })),
    ...[...lines.join('\n').matchAll(/^@@unique\(\s*(?:fields:\s*)?\[([^\]]{1,1000})\]/gm)].map(([, columns = '']) => ({
      model,
      columns: columns.split(',').flatMap((each) => each.trim() || []),
    })),
  ]);
}
