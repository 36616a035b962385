// What a container hands out for the class it is asked for: `def resolve(self, type_: Type[T]) -> T`.
import type { CallExpression, Expression, FunctionExpression } from '../../../model.ts';

/** The argument that names the class an instance of which comes back; undefined where the annotations say no such thing. */
export function classAskedOf(code: FunctionExpression, { args }: CallExpression): Expression | undefined {
  const { returns, parameters } = code;
  if (returns?.kind !== 'name') return undefined;
  const index = parameters.findIndex(({ annotation }) => annotation !== undefined && isTypeOf(annotation, returns.name));
  const wanted = parameters[index];
  if (wanted?.pattern.kind !== 'bind') return undefined;
  const { name } = wanted.pattern;
  const [self] = parameters;
  const bound = self?.pattern.kind === 'bind' && /^(?:self|cls)$/.test(self.pattern.name) ? 1 : 0;
  const named = args.find((each) => each.name === name);
  return (named ?? args.filter((each) => each.name === undefined)[index - bound])?.value;
}

/** `Type[T]`, `typing.Type[T]`, `type[T]`. */
const isTypeOf = (annotation: Expression, variable: string): boolean =>
  annotation.kind === 'index' &&
  (annotation.object.kind === 'name' || annotation.object.kind === 'member') &&
  /^[Tt]ype$/.test(annotation.object.name) &&
  annotation.index?.kind === 'name' &&
  annotation.index.name === variable;
