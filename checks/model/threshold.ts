// What a threshold's operator means, for who measures, judges and shows one.
import type { ThresholdOperator } from './load.ts';

/** Whether a value is within `limit`; both of the same unit. */
export function isHeld({ operator, limit }: { readonly operator: ThresholdOperator; readonly limit: number }, observed: number): boolean {
  switch (operator) {
    case '<':
      return observed < limit;
    case '<=':
      return observed <= limit;
    case '>':
      return observed > limit;
    case '>=':
      return observed >= limit;
    case '==':
      return observed === limit;
    case '!=':
      return observed !== limit;
  }
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}
type Limited = Parameters<typeof isHeld>[0];

/** Whether every value from the least to the most is within `limit`. */
export function isHeldBetween({ operator, limit }: Limited, { least, most }: Bounds): boolean {
  const apart = limit < least || limit > most;
  if (operator === '!=') return apart;
  return isHeld({ operator, limit }, least) && isHeld({ operator, limit }, most) && (operator !== '==' || least === most);
}

/** Whether no value from the least to the most is. */
export function isBrokenBetween({ operator, limit }: Limited, { least, most }: Bounds): boolean {
  if (operator === '==') return limit < least || limit > most;
  return !isHeld({ operator, limit }, least) && !isHeld({ operator, limit }, most);
}
