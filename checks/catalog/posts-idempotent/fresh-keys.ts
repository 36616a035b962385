// Keys that are no keys: drawn anew for each request, so that a repeat comes under another.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, Expression, Unit } from '../../model.ts';

/** `idempotencyKey: randomUUID()`: a repeat is given another key. */
export function isMadeAnew(unit: Unit, { node }: Call): boolean {
  const given = [...node.args.map(({ name, value }) => ({ key: name, value })), ...node.args.flatMap(({ value }) => unit.pieces(value))];
  const keys = given.filter(({ key }) => key === 'idempotencyKey' || key === 'idempotency_key');
  return keys.length > 0 && keys.every(({ value }) => isRandom(unit, value));
}

const random = /(?:^|\.)(?:randomUUID|uuid|v[147]|uuid[147]|nanoid|ulid|cuid|createId|token_(?:hex|urlsafe)|randomBytes|now|time)$/;
export const isRandom = (unit: Unit, key: Expression): boolean => {
  const written = nodesIn(key);
  const isDrawn = written.some(
    (each) => each.kind === 'call' && [...unit.symbols(each.callee), lastName(each.callee) ?? ''].some((symbol) => random.test(symbol)),
  );
  if (isDrawn) return !written.some((each) => each.kind === 'member' && /^(?:body|headers|params|user|state|json)$/.test(each.name));
  const sources = key.kind === 'name' ? unit.sources(key) : [];
  return sources.length > 0 && sources.every((each) => each.kind === 'result' && each.symbols.some((symbol) => random.test(symbol)));
};
