// Types of extensions that the embedded engine lacks, written as types it has: who may see a row does not hang on them.
import { parts, words } from './walk.ts';

const standIns: Readonly<Record<string, string>> = {
  vector: 'real[]',
  halfvec: 'real[]',
  sparsevec: 'real[]',
  geometry: 'text',
  geography: 'text',
};
const written = /^(?:"?\w+"?\s*\.\s*)?"?(?:vector|halfvec|sparsevec|geometry|geography)"?(?:\s*\([^)]*\))?/i;

/** The statement's text with the types exchanged; `offset` is where it begins, in bytes, as the parser counts. */
export function withStandIns(text: string, node: unknown, offset: number): string {
  const places = [...parts(node)].flatMap(([name, value]) => {
    const type =
      /^typeName$/i.test(name) || name === 'arg_type' || name === 'returnType' || name === 'argType'
        ? words(value.names).at(-1)
        : undefined;
    const standIn = type === undefined ? undefined : standIns[type];
    return standIn !== undefined && typeof value.location === 'number' ? [{ at: value.location - offset, standIn }] : [];
  });
  let bytes = Buffer.from(text, 'utf8');
  for (const { at, standIn } of places.toSorted((one, other) => other.at - one.at)) {
    const rest = bytes.subarray(at).toString('utf8');
    if (at < 0 || !written.test(rest)) continue;
    bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(rest.replace(written, standIn), 'utf8')]);
  }
  return bytes.toString('utf8');
}
