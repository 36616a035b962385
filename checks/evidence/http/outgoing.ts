// A request before it goes out.
export interface Outgoing {
  readonly method: string;
  /** Below the base path, without the query. */
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  readonly fillerBytes?: number;
  readonly origin?: string;
  readonly canary?: string;
  /** Another word made for this run alone. */
  readonly shared?: string;
  /** A cap of its own, for a document that must be read whole; what is kept for all judges stays at the common cap. */
  readonly capBytes?: number;
  /** Another address of this machine to send from. */
  readonly fromAddress?: string;
  /** The origin it goes to, where that is not the target's own. */
  readonly at?: string;
  /** A refusal is what it is sent for: nothing is waited for. */
  readonly mayBeRefused?: true;
}
