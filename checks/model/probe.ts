// Probes: what is sent to a running target, declared as data.

/** Which route of the target a probe is meant for. The gatherer finds one (config, code evidence, OpenAPI) and says which. */
export type RouteRole = 'any' | 'protected' | 'json-post' | 'health' | 'missing' | 'openapi' | 'metrics' | 'owned';

/** Where a browser request claims to come from. `allowed` needs an origin from config. */
export type OriginRole = 'allowed' | 'stranger' | 'null' | 'suffixed' | 'prefixed' | 'downgraded' | 'other-port' | 'none';

/** Bearer tokens the gatherer can make; all but `none` and `garbage` start from a given token, signing key or JWKS. */
export type TokenRole =
  | 'none'
  | 'garbage'
  | 'valid'
  /** As valid, of somebody else: the second identity of the configuration, or made with the signing key. */
  | 'second'
  | 'alg-none'
  | 'alg-none-case'
  | 'alg-none-upper'
  | 'alg-none-title'
  | 'signature-stripped'
  | 'payload-tampered'
  | 'wrong-key'
  | 'key-confusion'
  | 'kid-injected'
  | 'kid-sql-injected'
  | 'jku-injected'
  | 'jwk-embedded'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-audience'
  | 'wrong-issuer';

export type ProbeClass = 'passive' | 'active' | 'destructive';

export interface HttpProbe {
  readonly kind: 'http';
  readonly class: ProbeClass;
  readonly route: RouteRole;
  /** Where no route plays that role. */
  readonly orElse?: RouteRole;
  /** Sent to further routes of the role as well, as far as some were found. */
  readonly everyRoute?: true;
  readonly method?: string;
  /** A path below the base path to ask instead of the route's own. */
  readonly path?: string;
  /** The route's path without its version segment: `/api/items` for `/api/v1/items`. */
  readonly unversioned?: true;
  readonly origin?: OriginRole;
  /** Absent: the valid token where one is known and the route may need it. */
  readonly token?: TokenRole;
  /**
   * Values may hold `{canary}`: an unguessable word, the same in one probe; `{shared}`: one that is the same in all probes of a check;
   * `{header:etag}`: that header of the answer to the probe named in `after`.
   */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Sent as it stands; may hold `{canary}`. */
  readonly body?: string;
  /** The fields the route is known to take, each holding the canary in a wrong type; `body` where none is known. */
  readonly wrongTypes?: true;
  /** Bytes of filler, after the canary, to send as a body instead. */
  readonly bodyBytes?: number;
  /** Another value in one field of the route's known body. */
  readonly changedBody?: true;
  /** Another probe of the same check, which must have been answered first. */
  readonly after?: string;
  /** Sent when all other probes of the run were answered. */
  readonly last?: true;
  /** More of the answer's body than is kept by default. */
  readonly capBytes?: number;
}
/** A raw dialogue, for what an HTTP client is too polite to send. The healthy request beside it is sent by the gatherer. */
export interface SocketProbe {
  readonly kind: 'socket';
  readonly class: ProbeClass;
  readonly route: RouteRole;
  /** Where no route plays that role. */
  readonly orElse?: RouteRole;
  readonly dialogue: SlowDialogue | SizedDialogue;
}
export type SlowDialogue = 'slow-headers' | 'slow-body' | 'idle';
/** What is too large is a little larger than the limit the operator expects; the small ones say what the route answers otherwise. */
export type SizedDialogue =
  | 'small-body'
  | 'large-body'
  | 'large-chunked-body'
  | 'small-gzip-body'
  | 'broken-gzip-body'
  | 'gzip-bomb'
  | 'brotli-bomb'
  | 'deep-json'
  | 'large-header'
  | 'long-url';
/** The same request again and again until it is refused; sent when all other probes were answered. */
export interface BurstProbe {
  readonly kind: 'burst';
  readonly class: ProbeClass;
  readonly route: RouteRole;
}
export type Probe = HttpProbe | SocketProbe | BurstProbe;
