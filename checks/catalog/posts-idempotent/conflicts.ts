// How databases and their mappers say that a row is there already.
import type { nodesIn } from '../../model/nodes.ts';

export const isConflict = (node: ReturnType<typeof nodesIn>[number]): boolean =>
  (node.kind === 'string' && /^(?:23505|P2002|ER_DUP_ENTRY|SQLITE_CONSTRAINT_UNIQUE)$/.test(node.value)) ||
  (node.kind === 'number' && node.value === 11000) ||
  ((node.kind === 'name' || node.kind === 'member') &&
    /^(?:IntegrityError|UniqueViolation|UniqueViolationError|UniqueConstraintError|UniqueConstraintViolationException|DuplicateKeyError|AlreadyExists\w*)$/.test(
      node.name,
    ));
