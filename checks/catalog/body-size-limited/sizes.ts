// Limits as they are written: bytes, texts like `10mb`, and none at all.
import type { Call, Value } from '../../model.ts';

/** `given`: there is a limit, and how large it is stands outside the source; `unknown`: whether there is one. */
export type Size = number | 'endless' | 'given' | 'absent' | 'unknown';
type Given = Value | 'absent' | 'unknown';

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
};

/** Bytes, as far as they are known; of a choice the largest. */
export function sizeOf(value: Given): Size {
  if (value === 'absent' || value === 'unknown') return value;
  switch (value.kind) {
    case 'literal':
      return ofLiteral(value.value);
    case 'environment':
      return value.fallback === undefined ? 'given' : sizeOf(value.fallback);
    case 'choice': {
      const sizes = value.among.filter(({ runsIn }) => runsIn !== 'development').map((each) => sizeOf(each.value));
      if (sizes.includes('endless')) return 'endless';
      const known = sizes.filter((size) => typeof size === 'number');
      return known.length === sizes.length && known.length > 0 ? Math.max(...known) : 'given';
    }
    case 'symbol':
      return /Infinity|MAX_SAFE_INTEGER|MAX_VALUE/.test(value.name) ? 'endless' : 'given';
    default:
      return 'given';
  }
}

function ofLiteral(value: string | number | boolean | null): Size {
  if (value === null || value === false) return 'absent';
  if (typeof value === 'number') return value;
  const [, number, unit] = /^\s*([\d.]+)\s*([kmgt]?i?b?)\s*$/i.exec(String(value)) ?? [];
  const factor = unit === undefined ? undefined : units[unit.toLowerCase().replace('i', '')];
  return number === undefined || factor === undefined
    ? /^infinity$/i.test(String(value))
      ? 'endless'
      : 'unknown'
    : Number(number) * factor;
}

/** An option of a call, also one inside another. */
export function optionOf(call: Call, path: string): Given {
  const [name = path, ...inner] = path.split('.');
  return inner.reduce<Given>((each, key) => entryOf(each, key), call.option(name));
}

function entryOf(value: Given, name: string): Given {
  if (typeof value === 'string') return value;
  if (value.kind === 'record') return value.entries.findLast(([key]) => key === name)?.[1] ?? (value.complete ? 'absent' : 'unknown');
  return value.kind === 'literal' && value.value === null ? 'absent' : 'unknown';
}

export const inWords = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${round(bytes / 2 ** 30)} GB` : bytes >= 2 ** 20 ? `${round(bytes / 2 ** 20)} MB` : `${round(bytes / 2 ** 10)} kB`;
const round = (value: number): number => Math.round(value * 10) / 10;
