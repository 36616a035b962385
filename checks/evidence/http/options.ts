// What the HTTP gatherer is told: the probes to send, where, how hard, and with whose token.
import type { Connection, Probe, RouteBasis, RouteRole, SourceNames } from '../../model.ts';
import type { ProxyServer } from './wire/line.ts';

/** Where a route takes its token from. */
export interface TokenPlace {
  readonly in: 'header' | 'body' | 'query';
  /** Header, body field or query parameter. */
  readonly name: string;
}
export interface RouteSpec {
  readonly method: string;
  /** May hold parameters: `{user_id}` or `:user_id`. */
  readonly path: string;
  /** JSON text, or a value to be written as JSON. */
  readonly body?: unknown;
  readonly tokenIn?: TokenPlace;
  /** Where it is served, if not where the rest is: another port of the same host. */
  readonly origin?: string;
  /** A token of its own, for the Authorization header. */
  readonly bearer?: string;
}
/** A route that the source code or the OpenAPI document told of. */
export interface KnownRoute extends RouteSpec {
  /** It seems to want a token. */
  readonly protectedGuess: boolean;
}
/** A route that probes are sent to. */
export interface Route {
  readonly method: string;
  /** Below the base path, parameters filled in. */
  readonly path: string;
  readonly query: string;
  readonly body: string | undefined;
  readonly tokenIn: TokenPlace;
  readonly by: RouteBasis;
  readonly origin?: string;
  readonly bearer?: string;
}
export interface HttpLimits {
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly idleMs: number;
  /** The largest body that the service is meant to take. */
  readonly bodyBytes: number;
}
export interface Renewal {
  readonly token: string;
  /** The variable that stands for it in a shown command. */
  readonly name: string;
  /** A new one; undefined where there is none to be had. */
  renew(): Promise<string | undefined>;
}
export interface HttpConfig {
  readonly allowedOrigins?: readonly string[];
  /** A valid bearer token. */
  readonly token?: string;
  /** A shared secret, or a private key in PEM. */
  readonly signingKey?: string;
  /** URL of a JWKS, or the set itself. */
  readonly jwks?: string | Readonly<Record<string, unknown>>;
  readonly audience?: string;
  readonly issuer?: string;
  /** `sub` of the tokens that are made; default: a made-up uuid. */
  readonly subject?: string;
  readonly tokenIn?: TokenPlace;
  /** Somebody else, who must not reach what the first one owns. */
  readonly second?: { readonly token?: string; readonly subject?: string };
  /** How tokens are renewed that are refused after a while. */
  readonly renewals?: readonly Renewal[];
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly routes?: Partial<Record<RouteRole, RouteSpec>>;
  readonly limits?: Partial<HttpLimits>;
  readonly requestBudget?: number;
  readonly ratePerSecond?: number;
  readonly timeoutMs?: number;
  /** Time to wait in all where the target answers 429 and says for how long. */
  readonly patienceMs?: number;
  readonly bodyCapBytes?: number;
  readonly proxy?: ProxyServer;
  /** Default: where a TLS target chooses it. `prior-knowledge`: without TLS too. */
  readonly http2?: Http2Use;
}
export type Http2Use = 'offered' | 'prior-knowledge' | 'never';
export interface HttpOptions {
  readonly baseUrl: string;
  /** By check id, then by probe name. */
  readonly probes: Readonly<Record<string, Readonly<Record<string, Probe>>>>;
  readonly config?: HttpConfig;
  /** Secrets of the target's environment by name; their values are searched for in answers and never kept. */
  readonly knownSecrets?: ReadonlyMap<string, string>;
  readonly routes?: readonly KnownRoute[];
  /** Listeners of the service for its metrics alone, as its source tells: asked on this machine only. */
  /** What the source names, for judges that need to know what a service has at all. */
  readonly source?: SourceNames;
  readonly metricsAt?: readonly { readonly port: number; readonly path: string }[];
  /** Why no burst may be sent, where something else follows that it would harm. */
  readonly noBurst?: string;
  readonly allow?: { readonly active?: boolean; readonly destructive?: boolean };
  readonly version?: string;
  readonly signal?: AbortSignal;
}

export const defaultLimits: HttpLimits = { headersMs: 10_000, bodyMs: 30_000, idleMs: 30_000, bodyBytes: 10 * 1024 * 1024 };
export const defaults = {
  requestBudget: 400,
  ratePerSecond: 50,
  ratePerSecondHere: 200,
  timeoutMs: 5_000,
  patienceMs: 65_000,
  bodyCapBytes: 64 * 1024,
} as const;
export const defaultTokenPlace: TokenPlace = { in: 'header', name: 'authorization' };

export interface Settings {
  readonly base: URL;
  readonly config: HttpConfig;
  readonly limits: HttpLimits;
  readonly requestBudget: number;
  readonly ratePerSecond: number;
  readonly timeoutMs: number;
  readonly patienceMs: number;
  readonly bodyCapBytes: number;
  readonly userAgent: string;
  readonly signal: AbortSignal | undefined;
  readonly knownSecrets: ReadonlyMap<string, string>;
  readonly proxy: ProxyServer | undefined;
  readonly http2: Http2Use;
  /** What requests go by, once the target was reached. */
  readonly protocol: Connection['protocol'];
  /** The target is this machine: a proxy's own loopback address is not. */
  readonly isHere: boolean;
}

/** Options with defaults filled in; throws a one-line Error where the base URL can't be used. */
export function settingsOf(options: HttpOptions): Settings {
  const config = options.config ?? {};
  const base = baseOf(options.baseUrl);
  const isHere = isLoopback(base) && config.proxy === undefined;
  return {
    base,
    config,
    limits: { ...defaultLimits, ...config.limits },
    requestBudget: config.requestBudget ?? defaults.requestBudget,
    ratePerSecond: config.ratePerSecond ?? (isHere ? defaults.ratePerSecondHere : defaults.ratePerSecond),
    timeoutMs: config.timeoutMs ?? defaults.timeoutMs,
    patienceMs: config.patienceMs ?? defaults.patienceMs,
    bodyCapBytes: config.bodyCapBytes ?? defaults.bodyCapBytes,
    userAgent: `launchgate/${options.version ?? '0'} (+audit)`,
    signal: options.signal,
    knownSecrets: options.knownSecrets ?? new Map(),
    proxy: config.proxy,
    http2: config.http2 ?? 'offered',
    protocol: 'HTTP/1.1',
    isHere,
  };
}

function baseOf(text: string): URL {
  const base = URL.canParse(text) ? new URL(text) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol)) throw new Error('the URL of the target must start with http:// or https://');
  if (base.username !== '' || base.password !== '')
    throw new Error('give a user name and password as a header, not in the URL of the target');
  base.search = '';
  base.hash = '';
  return base;
}

/** The URL of a path below the base path. */
export function urlOf(base: URL, path: string, query = ''): string {
  const root = base.pathname.replace(/\/+$/, '');
  return `${base.origin}${root}/${path.replace(/^\/+/, '')}${query === '' ? '' : `?${query}`}`;
}

function isLoopback(base: URL): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(base.hostname);
}

/** `GET /me`, or a path alone with the method of its role, as a route; parameters like `{id}` may stand in it. */
export function routeSpec(text: string, method = 'GET'): RouteSpec {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return rest.length === 0 ? { method, path: first } : { method: first.toUpperCase(), path: rest.join('') };
}
