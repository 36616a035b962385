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
