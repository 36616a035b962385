// Columns that a schema.prisma marks as holding a value only once.
import type { UniqueKey } from '../../model.ts';

/** Of every model in the text of a schema. */
export const prismaKeysIn = (text: string): readonly UniqueKey[] =>
  [...text.matchAll(/^\s*model\s+(\w+)\s*\{([\s\S]*?)^\s*\}/gm)].flatMap(([, model = '', body = '']) => [
    ...[...body.matchAll(/^\s*(\w+)\s+\S.*?@unique\b/gm)].map(([, column = '']) => ({ model, columns: [column] })),
    ...[...body.matchAll(/^\s*@@unique\(\s*(?:fields:\s*)?\[([^\]]+)\]/gm)].map(([, columns = '']) => ({
      model,
      columns: columns.split(',').map((each) => each.trim()),
    })),
  ]);
