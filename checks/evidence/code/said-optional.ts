// Reads whose own annotation says that there may be nothing: `MAIL_KEY: str | None = os.getenv("MAIL_KEY")`, as a constant or as a field.
import { nodesIn } from '../../model/nodes.ts';
import { remembered } from '../../model/remembered.ts';
import type { Expression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { isNode, parentsOf } from './parents.ts';
import type { Program } from './program.ts';
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

/** `process.env.MAIL_TOKEN || process.env.TOKEN || undefined`: nobody writes that down who needs one of them. */
export function endsInNothing(program: Program, node: Expression): boolean {
  const { file } = contextOf(node);
  if (file.source.language === 'python' || program.text(file.source.path)?.search(nothing) === -1) return false;
  const parents = parentsOf(program, file);
  let whole: object = node;
  for (let above = parents.get(whole); above && isEither(above); above = parents.get(whole)) whole = above;
  return isNode(whole) && whole.kind === 'binary' && whole.right.kind === 'null';
}

const nothing = /(?:\|\||\?\?)\s*(?:undefined|null)\b/;
const isEither = (above: object): boolean =>
  isNode(above) && above.kind === 'binary' && (above.operator === 'or' || above.operator === '??');

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
