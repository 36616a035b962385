// Who a request speaks for, once its token was verified.
export interface User {
  /** The token's `sub`: a uuid. */
  readonly id: string;
}
