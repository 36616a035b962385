// The origins a browser request may claim: strangers, and look-alikes of an origin that is allowed.
import type { OriginRole } from '../../model.ts';

export type MadeOrigin = { readonly origin?: string } | { readonly missing: string; readonly doesNotApply?: true };

const strangers = ['https://stranger.example', 'https://somebody-else.example'];

/** The value of the Origin header for a role; `allowed` are the origins the operator says must be admitted. */
export function originFor(role: OriginRole, allowed: readonly string[]): MadeOrigin {
  if (role === 'none') return {};
  if (role === 'null') return { origin: 'null' };
  if (role === 'stranger') return { origin: strangers.find((each) => !allowed.includes(each)) ?? 'https://stranger.invalid' };
  const known = allowed.flatMap((each) => (URL.canParse(each) && /^https?:/.test(each) ? [new URL(each)] : []));
  // A browser app at its real address says more than one on a developer's machine.
  const model = known.find(({ protocol }) => protocol === 'https:') ?? known[0];
  if (model === undefined) return { missing: 'no allowed origin is known: name one in allowedOrigins' };
  if (role === 'allowed') return { origin: model.origin };
  return lookAlike(role, model, new Set(known.map(({ origin }) => origin)));
}

function lookAlike(role: 'suffixed' | 'prefixed' | 'downgraded' | 'other-port', model: URL, allowed: ReadonlySet<string>): MadeOrigin {
  const { protocol, hostname, port } = model;
  const tail = port === '' ? '' : `:${port}`;
  if (role === 'suffixed') return { origin: `${protocol}//${hostname}.stranger.example${tail}` };
  if (role === 'prefixed') {
    if (/^[\d.]+$|^\[/.test(hostname)) return { missing: 'the allowed origin is an address, not a name', doesNotApply: true };
    return { origin: `${protocol}//stranger${hostname}${tail}` };
  }
  if (role === 'downgraded') {
    const origin = `http://${hostname}${tail}`;
    if (protocol === 'http:' || allowed.has(origin)) return { missing: 'the allowed origin is a plain http one', doesNotApply: true };
    return { origin };
  }
  const origins = [8443, 9443, 10443].map((other) => `${protocol}//${hostname}:${other}`);
  return { origin: origins.find((each) => !allowed.has(each)) ?? `${protocol}//${hostname}:11443` };
}
