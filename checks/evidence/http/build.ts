// Makes the concrete request of a probe: its route, origin, token, canary and body put together.
import { randomBytes } from 'node:crypto';
import type { Exchange, HttpProbe, TokenRole } from '../../model.ts';
import { bodyOf } from './body.ts';
import type { Route, TokenPlace } from './options.ts';
import { originFor } from './origins.ts';
import type { Outgoing } from './send.ts';
import type { TokenKit } from './tokens.ts';

export interface BuildMaterial {
  readonly kit: TokenKit;
  readonly allowedOrigins: readonly string[];
  /** Told each token that goes out, so that it is not kept. */
  readonly hide: (value: string, name: string) => void;
}
/** What a probe has from others of its check. */
export interface Beside {
  /** The same unguessable word in all probes of one check. */
  readonly shared: string;
  /** The answer to the probe that comes first. */
  readonly earlier?: Exchange;
}
export type Built = { readonly outgoing: Outgoing } | { readonly missing: string; readonly doesNotApply?: true };

export function buildRequest(probe: HttpProbe, route: Route, material: BuildMaterial, beside?: Beside): Built {
  const origin = originFor(probe.origin ?? 'none', material.allowedOrigins);
  if ('missing' in origin) return origin;
  const token = tokenOf(probe, material);
  if (typeof token === 'object') return token;
  const canary = `canary${randomBytes(9).toString('hex')}`;
  const filled = (text: string): string => text.replaceAll('{canary}', canary).replaceAll('{shared}', beside?.shared ?? canary);
  const method = (probe.method ?? route.method).toUpperCase();
  const body = bodyOf(probe, route, method, canary, token);
  const at = pathOf(probe, route);
  if ('missing' in at) return at;
  const { path, query } = placeInPath(at, probe.query === undefined ? '' : filled(probe.query), token);
  const headers = new Map<string, string>([['accept', 'application/json, */*;q=0.8']]);
  if (origin.origin !== undefined) headers.set('origin', origin.origin);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined && route.tokenIn.in === 'header') headers.set(...headerToken(route.tokenIn, token));
  if (route.bearer !== undefined && probe.token !== 'none') {
    material.hide(route.bearer, 'METRICS_TOKEN');
    headers.set('authorization', `Bearer ${route.bearer}`);
  }
  for (const [name, value] of Object.entries(probe.headers ?? {})) {
    const given = fromEarlier(filled(value), beside?.earlier);
    if (given === undefined) return { missing: `the answer before it has no header for ${value}`, doesNotApply: true };
    headers.set(name.toLowerCase(), given);
  }
  return {
    outgoing: {
      method,
      path,
      query,
      headers: [...headers],
      body,
      canary,
      ...(beside === undefined ? {} : { shared: beside.shared }),
      ...(probe.bodyBytes === undefined ? {} : { fillerBytes: probe.bodyBytes }),
      ...(probe.capBytes === undefined ? {} : { capBytes: probe.capBytes }),
      ...(origin.origin === undefined ? {} : { origin: origin.origin }),
      ...(route.origin === undefined ? {} : { at: route.origin }),
    },
  };
}

// Without a role of its own a probe of a route behind a login brings the valid token, where there is one.
function tokenOf(probe: HttpProbe, { kit, hide }: BuildMaterial): string | undefined | { missing: string; doesNotApply?: true } {
  const role: TokenRole = probe.token ?? (/^(?:protected|json-post|owned)$/.test(probe.route) ? 'valid' : 'none');
  const made = kit.make(role);
  if ('missing' in made) return probe.token === undefined ? undefined : made;
  if (made.token !== undefined) hide(made.token, tokenName(role));
  return made.token;
}

/** The variable that stands for a token in a shown command. */
export function tokenName(role: TokenRole): string {
  return role === 'valid' ? 'TOKEN' : `TOKEN_${role.toUpperCase().replaceAll('-', '_')}`;
}

function headerToken(place: TokenPlace, token: string): [string, string] {
  const name = place.name.toLowerCase();
  return [name, name === 'authorization' ? `Bearer ${token}` : token];
}

function placeInPath(route: Route, extra: string, token: string | undefined): { path: string; query: string } {
  const own = token !== undefined && route.tokenIn.in === 'query' ? `${encodeURIComponent(route.tokenIn.name)}=${token}` : '';
  return { path: route.path, query: [route.query, extra, own].filter((part) => part !== '').join('&') };
}

const versionSegment = /\/v\d+(?:\.\d+)*(?=\/|$)/i;

function pathOf(probe: HttpProbe, route: Route): Route | { readonly missing: string; readonly doesNotApply?: true } {
  if (probe.path !== undefined) return { ...route, path: probe.path, query: '' };
  if (probe.unversioned !== true) return route;
  if (!versionSegment.test(route.path)) return { missing: 'its path has no version', doesNotApply: true };
  return { ...route, path: route.path.replace(versionSegment, '') };
}

function fromEarlier(value: string, earlier: Exchange | undefined): string | undefined {
  const name = /\{header:([^}]+)\}/.exec(value)?.[1];
  if (name === undefined) return value;
  const found = earlier?.headers.find(([each]) => each === name)?.[1];
  return found === undefined ? undefined : value.replace(`{header:${name}}`, found);
}
