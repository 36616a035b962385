// Walks a parsed statement without knowing its kinds.

/** Every object below, itself included, by the name it stands under. */
export function* parts(node: unknown): Generator<readonly [name: string, value: Readonly<Record<string, unknown>>]> {
  if (Array.isArray(node)) {
    for (const each of node) yield* parts(each);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (isRecord(value)) yield [name, value];
    yield* parts(value);
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a list of names, as `['auth', 'uid']`. */
export function words(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    const string = isRecord(each) ? each.String : undefined;
    return isRecord(string) && typeof string.sval === 'string' ? [string.sval] : [];
  });
}
