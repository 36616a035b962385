// Where findings about variables point.
import type { EnvironmentPlace, ExpectedVariable, FilePlace, Variable } from '../../model.ts';

export function placeOf({ name, source }: Variable): EnvironmentPlace {
  return { kind: 'environment', name, source };
}

export function filePlace({ path, line, column }: ExpectedVariable['readAt']): FilePlace {
  return { kind: 'file', path, line, column };
}
