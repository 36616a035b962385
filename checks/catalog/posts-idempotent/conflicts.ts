// How databases and their mappers say that a row is there already.
import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { FunctionExpression } from '../../model.ts';

const isConflict = (node: ReturnType<typeof nodesIn>[number]): boolean =>
  (node.kind === 'string' && /^(?:23505|P2002|ER_DUP_ENTRY|SQLITE_CONSTRAINT_UNIQUE)$/.test(node.value)) ||
  (node.kind === 'number' && node.value === 11000) ||
  ((node.kind === 'name' || node.kind === 'member') &&
    /^(?:IntegrityError|UniqueViolation|UniqueViolationError|UniqueConstraintError|UniqueConstraintViolationException|DuplicateKeyError|AlreadyExists\w*)$/.test(
      node.name,
    ));

/** In a handler its words tell it too: `catch { throw new ApiError(400, 'User already exists') }`. */
const tellsConflict = (node: ReturnType<typeof nodesIn>[number]): boolean =>
  isConflict(node) || (node.kind === 'string' && /\balready (?:exists?|taken|registered|(?:in )?use)\b/i.test(node.value));

/** A handler answers the conflict, or something asks for it by its code. */
export const catchesConflict = remembered((code: FunctionExpression): boolean =>
  nodesIn(code.body).some(
    (each) =>
      (each.kind === 'try' &&
        each.handlers.some(({ types, body }) => [...types, ...body].some((inner) => nodesIn(inner).some(tellsConflict)))) ||
      isConflict(each),
  ),
);
