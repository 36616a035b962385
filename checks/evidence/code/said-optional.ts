// Reads whose own annotation says that there may be nothing: `MAIL_KEY: str | None = os.getenv("MAIL_KEY")`, as a constant or as a field.
import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Expression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { isOptional } from './schemas.ts';

export function isSaidOptional(node: Expression): boolean {
  const { inClass, inFunction, file } = contextOf(node);
  if (inClass === undefined) return inFunction === undefined && optionalConstants(file).has(node);
  // `key: str | None = Field(default_factory=lambda: os.getenv("KEY"))`
  const field = inClass.members.find(
    ({ value, annotation }) => value && annotation && value.kind !== 'function' && nodesIn(value).includes(node),
  );
  return field?.annotation !== undefined && isOptional(bare(field.annotation));
}

const optionalConstants = remembered(({ moduleScope }: IndexedFile): ReadonlySet<Expression> => {
  const found = new Set<Expression>();
  for (const bindings of moduleScope.bindings.values())
    for (const each of bindings)
      if (each.kind === 'value' && each.keys.length === 0 && each.annotation && isOptional(bare(each.annotation))) found.add(each.value);
  return found;
});

/** What stands in `Final[str | None]`. */
const bare = (annotation: Expression): Expression =>
  annotation.kind === 'index' && annotation.index && /^(?:Final|ClassVar)$/.test(lastName(annotation.object))
    ? annotation.index
    : annotation;

const lastName = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');
