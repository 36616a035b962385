// Live evidence: what came back from probes.
import type { RequestPlace } from './place.ts';
import type { RouteRole } from './probe.ts';

export type * from './probe.ts';

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
  /** What went out, secrets as placeholders. */
  readonly sent?: SentRequest;
  /** Absent: HTTP/1.1. */
  readonly protocol?: 'HTTP/2';
}
/** How the target was spoken to. */
export interface Connection {
  readonly protocol: 'HTTP/1.1' | 'HTTP/2';
  /** Of the handshake, whose certificate was checked; `validUntil` is a day. */
  readonly tls?: { readonly version?: string; readonly validUntil?: string };
  /** Host and port of the proxy that was asked for. */
  readonly proxy?: string;
}
export interface SentRequest {
  /** Lower-case names. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly bodyCut?: true;
  /** ISO 8601. */
  readonly at: string;
}
export interface Dialogue {
  readonly kind: 'socket';
  readonly request: RequestPlace;
  /** Time from the first byte sent until the server closed; absent while it was still open when we stopped waiting. */
  readonly closedAfterMs?: number;
  readonly waitedMs: number;
  /** Status of what the server answered before it closed, if it did. */
  readonly status?: number;
  /** A healthy request sent while the slow one was open, or after the large one. */
  readonly healthyStatus?: number;
  /** Bytes of the body that went out, as sent, before the answer began. */
  readonly sentBytes?: number;
}
export interface Burst {
  readonly kind: 'burst';
  readonly request: RequestPlace;
  readonly sent: number;
  readonly durationMs: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The first answer of all, and the first refusal (429, or 503 with Retry-After). */
  readonly first?: Exchange;
  readonly refused?: Exchange;
  /** Where this machine's own address met no limit: another address of it, whose answers tell one. */
  readonly elsewhere?: { readonly sent: number; readonly first: Exchange; readonly refused?: Exchange };
  /** While refused: the same request with other client addresses in X-Forwarded-For and its kin. */
  readonly evasions: readonly Exchange[];
  /** While refused: from another address of this machine. */
  readonly other: ProbeOutcome<Exchange>;
  /** While refused: from there, with the refused client's address in those headers. Refused: they are believed from anybody. */
  readonly posing: readonly Exchange[];
  /** After the time that the refusal told to wait. */
  readonly recovered: ProbeOutcome<Exchange>;
}
/** What a target says of its own API, read from its OpenAPI document. */
export interface ApiDocument {
  readonly request: RequestPlace;
  /** `3.1.0`, `2.0`; empty where it is no such document. */
  readonly version: string;
  /** Why it is not valid, at most ten. */
  readonly problems: readonly string[];
  readonly operations: readonly ApiOperation[];
  readonly securitySchemes: readonly string[];
}
export interface ApiOperation {
  readonly method: string;
  readonly path: string;
  /** A summary or a description. */
  readonly described: boolean;
  /** An example of what is sent or answered. */
  readonly exampled: boolean;
  /** A 4xx, 5xx or default answer is declared. */
  readonly errorsDeclared: boolean;
  /** It wants a token. */
  readonly secured: boolean;
}
/** A route known to exist at the target, or said to. */
export interface KnownPath {
  readonly method: string;
  readonly path: string;
  readonly by: RouteBasis;
  /** What a request without a token and with an empty body was answered with, where one was sent to see whether the route is served. */
  readonly status?: number;
}
/** How a route was found: named by the operator, declared by the target's OpenAPI, or guessed and tried. */
export type RouteBasis = 'config' | 'openapi' | 'code' | 'convention';

/** `doesNotApply`: there is nothing of the kind at this target, which is no gap. */
export type ProbeOutcome<T = Exchange | Dialogue | Burst> =
  | { readonly found: T }
  | { readonly missing: string; readonly doesNotApply?: true };

export interface HttpEvidence<P extends string = string> {
  readonly baseUrl: string;
  readonly chosen: Readonly<Partial<Record<RouteRole, string>>>;
  readonly chosenBy?: Readonly<Partial<Record<RouteRole, RouteBasis>>>;
  readonly requestsSent: number;
  readonly connection?: Connection;
  /** The probes of this check only. `missing` says why one could not be sent or answered. */
  readonly exchanges: Readonly<Record<P, ProbeOutcome>>;
  /** What the probes marked `everyRoute` brought on further routes, one entry for each route. */
  readonly further?: readonly { readonly route: string; readonly exchanges: Readonly<Partial<Record<P, ProbeOutcome>>> }[];
  /** Every answer of the run, of all checks. */
  readonly all: readonly Exchange[];
  /** How many secrets of the target's environment the answers were searched for; absent: none were given. */
  readonly secretsKnown?: number;
  /** Upper limits the operator expects, from config, else the defaults named in the docs. */
  readonly limits: { readonly headersMs: number; readonly bodyMs: number; readonly idleMs: number; readonly bodyBytes?: number };
  /** Routes that the source, the configuration or the target's own document told of. */
  readonly known?: readonly KnownPath[];
  readonly document?: ProbeOutcome<ApiDocument>;
  /** What the source imports and reads from its environment, by name; absent where none was read. */
  readonly source?: SourceNames;
}
export interface SourceNames {
  readonly packages: readonly string[];
  readonly variables: readonly string[];
}
