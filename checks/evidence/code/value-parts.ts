// Values put together and taken apart: no source is looked at here.
import type { FilePlace, RunsIn, Value } from '../../model.ts';
import type { Key } from './context.ts';

export function textOf(parts: readonly Value[], place: FilePlace): Value {
  // A name that holds nothing yet is filled in later.
  if (parts.every((part) => part.kind === 'literal' && part.secret === undefined && part.value !== null))
    return { kind: 'literal', value: parts.map((part) => (part.kind === 'literal' ? String(part.value) : '')).join(''), place };
  return { kind: 'text', parts, place };
}

export function choice(among: readonly { readonly value: Value; readonly runsIn: RunsIn }[], place: FilePlace): Value {
  const flat = among.flatMap(({ value, runsIn: when }) =>
    value.kind === 'choice'
      ? value.among.map((arm) => ({ value: arm.value, runsIn: arm.runsIn === 'every' ? when : arm.runsIn }))
      : [{ value, runsIn: when }],
  );
  const [only, ...others] = distinct(flat);
  if (only === undefined) return { kind: 'unknown', because: 'nothing sets it', place };
  return others.length === 0 && only.runsIn === 'every' ? only.value : { kind: 'choice', among: distinct(flat).slice(0, 12), place };
}

/** The same literal twice is one arm. */
function distinct<T extends { readonly value: Value; readonly runsIn: RunsIn }>(arms: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return arms.filter(({ value, runsIn: when }) => {
    if (value.kind !== 'literal' || value.secret) return true;
    const key = `${when} ${typeof value.value} ${value.value}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

export const literalText = (value: Value): string | undefined =>
  value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;

export function arithmetic(operator: string, left: Value, right: Value): Value | undefined {
  if (left.kind !== 'literal' || right.kind !== 'literal' || typeof left.value !== 'number' || typeof right.value !== 'number')
    return undefined;
  const { value: a } = left;
  const { value: b } = right;
  const known = operator === '*' ? a * b : operator === '/' ? a / b : operator === '-' ? a - b : operator === '**' ? a ** b : undefined;
  return known === undefined ? undefined : { kind: 'literal', value: known, place: left.place };
}

export function asRegex(value: Value): Value {
  if (value.kind === 'literal' && typeof value.value === 'string')
    return { kind: 'regex', source: value.value, flags: '', place: value.place };
  return value;
}

/** A list of what a known text splits into; a variable stays the variable, its default split. */
export function split(value: Value, separator: string | undefined): Value {
  if (value.kind === 'environment') return { ...value, fallback: value.fallback && split(value.fallback, separator) };
  if (value.kind === 'choice') return { ...value, among: value.among.map((arm) => ({ ...arm, value: split(arm.value, separator) })) };
  if (value.kind !== 'literal' || typeof value.value !== 'string') return value;
  const { place } = value;
  const pieces = value.value === '' ? [] : value.value.split(separator ?? /\s+/);
  return { kind: 'list', items: pieces.map((piece) => ({ kind: 'literal', value: piece.trim(), place })), complete: true, place };
}

export const keyOf = (value: Value): Key | undefined =>
  value.kind === 'literal' && (typeof value.value === 'string' || typeof value.value === 'number') ? value.value : undefined;

/** What a known text holds as JSON; a variable stays the variable, its default parsed. */
export function parsedJson(value: Value): Value {
  if (value.kind === 'environment') return { ...value, fallback: value.fallback && parsedJson(value.fallback) };
  if (value.kind !== 'literal' || typeof value.value !== 'string') return value;
  try {
    return fromJson(JSON.parse(value.value), value.place);
  } catch {
    return value;
  }
}

function fromJson(json: unknown, place: FilePlace): Value {
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item) => fromJson(item, place)), complete: true, place };
  if (typeof json === 'object' && json !== null)
    return {
      kind: 'record',
      entries: Object.entries(json).map(([key, inner]) => [key, fromJson(inner, place)] as const),
      complete: true,
      place,
    };
  const plain = typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null;
  return { kind: 'literal', value: plain, place };
}

/** `"|".join(patterns)` of texts that are all known; each list that it may be by itself. */
export function joined(list: Value, between: string, place: FilePlace): Value | undefined {
  if (list.kind === 'choice') {
    const arms = list.among.flatMap(({ value, runsIn: when }) => {
      const text = joined(value, between, place);
      return text ? [{ value: text, runsIn: when }] : [];
    });
    return arms.length === list.among.length ? choice(arms, place) : undefined;
  }
  if (list.kind !== 'list' || !list.complete) return undefined;
  const texts = list.items.map((each) => (each.kind === 'literal' && each.secret ? undefined : literalText(each)));
  return texts.every((each) => each !== undefined) ? { kind: 'literal', value: texts.join(between), place } : undefined;
}
