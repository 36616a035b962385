// Makes the concrete request of a probe: its route, origin, token, canary and body put together.
import { randomBytes } from 'node:crypto';
import type { HttpProbe, TokenRole } from '../../model.ts';
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
export type Built = { readonly outgoing: Outgoing } | { readonly missing: string; readonly doesNotApply?: true };

export function buildRequest(probe: HttpProbe, route: Route, material: BuildMaterial): Built {
  const origin = originFor(probe.origin ?? 'none', material.allowedOrigins);
  if ('missing' in origin) return origin;
  const token = tokenOf(probe, material);
  if (typeof token === 'object') return token;
  const canary = `canary${randomBytes(9).toString('hex')}`;
  const filled = (text: string): string => text.replaceAll('{canary}', canary);
  const method = (probe.method ?? route.method).toUpperCase();
  const body = bodyOf(probe, route, method, canary, token);
  const { path, query } = placeInPath(route, probe.query === undefined ? '' : filled(probe.query), token);
  const headers = new Map<string, string>([['accept', 'application/json, */*;q=0.8']]);
  if (origin.origin !== undefined) headers.set('origin', origin.origin);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined && route.tokenIn.in === 'header') headers.set(...headerToken(route.tokenIn, token));
  for (const [name, value] of Object.entries(probe.headers ?? {})) headers.set(name.toLowerCase(), filled(value));
  return {
    outgoing: {
      method,
      path,
      query,
      headers: [...headers],
      body,
      canary,
      ...(probe.bodyBytes === undefined ? {} : { fillerBytes: probe.bodyBytes }),
      ...(origin.origin === undefined ? {} : { origin: origin.origin }),
    },
  };
}

// Without a role of its own a probe of a route behind a login brings the valid token, where there is one.
function tokenOf(probe: HttpProbe, { kit, hide }: BuildMaterial): string | undefined | { missing: string; doesNotApply?: true } {
  const role: TokenRole = probe.token ?? (probe.route === 'protected' || probe.route === 'json-post' ? 'valid' : 'none');
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

function bodyOf(probe: HttpProbe, route: Route, method: string, canary: string, token: string | undefined): string | undefined {
  if (probe.bodyBytes !== undefined) return `{"${canary}":"`.padEnd(Math.max(probe.bodyBytes - 2, 2), 'a').concat('"}');
  const wrong = probe.wrongTypes === true ? wrongTyped(route.body, canary) : undefined;
  if (wrong !== undefined) return withToken(wrong, route.tokenIn, token);
  if (probe.body !== undefined) return probe.body.replaceAll('{canary}', canary);
  if (method !== route.method || method === 'GET' || method === 'HEAD') return undefined;
  return withToken(route.body, route.tokenIn, token);
}

function wrongTyped(body: string | undefined, canary: string): string | undefined {
  const fields = fieldsOf(body);
  if (fields === undefined || Object.keys(fields).length === 0) return undefined;
  // An object where text, number or list is meant, and text where an object is.
  const wrong = Object.entries(fields).map(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [name, isObject ? canary : { [canary]: canary }];
  });
  return JSON.stringify(Object.fromEntries(wrong));
}

function fieldsOf(body: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function withToken(body: string | undefined, place: TokenPlace, token: string | undefined): string | undefined {
  if (place.in !== 'body') return body;
  const { [place.name]: _, ...fields } = fieldsOf(body) ?? {};
  return JSON.stringify(token === undefined ? fields : { ...fields, [place.name]: token });
}
