// Live evidence: probes declared as data, and what came back.
import type { RequestPlace } from './place.ts';

/** Which route of the target a probe is meant for. The gatherer finds one (config, code evidence, OpenAPI) and says which. */
export type RouteRole = 'any' | 'protected' | 'json-post' | 'health' | 'missing';

/** Where a browser request claims to come from. `allowed` needs an origin from config. */
export type OriginRole = 'allowed' | 'stranger' | 'null' | 'suffixed' | 'prefixed' | 'downgraded' | 'other-port' | 'none';

/** Bearer tokens the gatherer can make; all but `none` and `garbage` start from a given token, signing key or JWKS. */
export type TokenRole =
  | 'none'
  | 'garbage'
  | 'valid'
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
  /** Sent to further routes of the role as well, as far as some were found. */
  readonly everyRoute?: true;
  readonly method?: string;
  readonly origin?: OriginRole;
  /** Absent: the valid token where one is known and the route may need it. */
  readonly token?: TokenRole;
  /** Header values may hold `{canary}`: an unguessable word, the same in one probe. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Sent as it stands; may hold `{canary}`. */
  readonly body?: string;
  /** The fields the route is known to take, each holding the canary in a wrong type; `body` where none is known. */
  readonly wrongTypes?: true;
  /** Bytes of filler, after the canary, to send as a body instead. */
  readonly bodyBytes?: number;
}
/** A raw dialogue, for what an HTTP client is too polite to send. The healthy request beside it is sent by the gatherer. */
export interface SocketProbe {
  readonly kind: 'socket';
  readonly class: ProbeClass;
  readonly route: RouteRole;
  readonly dialogue: 'slow-headers' | 'slow-body' | 'idle';
}
export type Probe = HttpProbe | SocketProbe;

export interface Exchange {
  readonly kind: 'http';
  readonly request: RequestPlace;
  /** The origin that was sent, where one was. */
  readonly origin?: string;
  readonly status: number;
  /** Lower-case names, in order, secrets redacted. */
  readonly headers: readonly (readonly [string, string])[];
  /** At most the body cap; secrets redacted. */
  readonly body: string;
  readonly bodyTruncated: boolean;
  readonly durationMs: number;
  /** Where the probe's canary came back. */
  readonly canaryIn: readonly ('body' | 'headers')[];
  /** Names (never values) of secrets of the given environment that came back. */
  readonly secretsSeen: readonly string[];
}
export interface Dialogue {
  readonly kind: 'socket';
  readonly request: RequestPlace;
  /** Time from the first byte sent until the server closed; absent while it was still open when we stopped waiting. */
  readonly closedAfterMs?: number;
  readonly waitedMs: number;
  /** Status of what the server answered before it closed, if it did. */
  readonly status?: number;
  /** A healthy request sent while the slow one was open. */
  readonly healthyStatus?: number;
}
/** How a route was found: named by the operator, declared by the target's OpenAPI, or guessed and tried. */
export type RouteBasis = 'config' | 'openapi' | 'code' | 'convention';

/** `doesNotApply`: there is nothing of the kind at this target, which is no gap. */
export type ProbeOutcome<T = Exchange | Dialogue> = { readonly found: T } | { readonly missing: string; readonly doesNotApply?: true };

export interface HttpEvidence<P extends string = string> {
  readonly baseUrl: string;
  readonly chosen: Readonly<Partial<Record<RouteRole, string>>>;
  readonly chosenBy?: Readonly<Partial<Record<RouteRole, RouteBasis>>>;
  readonly requestsSent: number;
  /** The probes of this check only. `missing` says why one could not be sent or answered. */
  readonly exchanges: Readonly<Record<P, ProbeOutcome>>;
  /** What the probes marked `everyRoute` brought on further routes, one entry for each route. */
  readonly further?: readonly { readonly route: string; readonly exchanges: Readonly<Partial<Record<P, ProbeOutcome>>> }[];
  /** Every answer of the run, of all checks. */
  readonly all: readonly Exchange[];
  /** How many secrets of the target's environment the answers were searched for; absent: none were given. */
  readonly secretsKnown?: number;
  /** Upper limits the operator expects, from config, else the defaults named in the docs. */
  readonly limits: { readonly headersMs: number; readonly bodyMs: number; readonly idleMs: number };
}
