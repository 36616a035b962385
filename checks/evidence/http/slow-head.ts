// The opening lines of a slow dialogue, written as they go over the wire.
import type { SlowDialogue } from '../../model.ts';
import type { Settings } from './options.ts';
import { urlOf } from './options.ts';
import type { Outgoing } from './send.ts';
import type { CarrierRequest } from './wire/carrier.ts';

/** More bytes of body than a slow client sends before any sensible limit. */
const announcedBytes = 10_000;

export const slowBody = [
  ['content-type', 'application/json'],
  ['content-length', String(announcedBytes)],
] as const;

export function slowHeadOf(kind: SlowDialogue, settings: Settings, outgoing: Outgoing): string {
  if (kind === 'idle') return '';
  const headers = outgoing.headers.filter(([name]) => name !== 'content-length');
  if (kind === 'slow-headers') return headOf({ ...outgoing, headers }, settings);
  return headOf({ ...outgoing, headers: [...headers, ...slowBody] }, settings);
}

/** Request line and headers, without the empty line that ends them. */
export function headOf(outgoing: Outgoing, settings: Settings): string {
  const url = new URL(urlOf(settings.base, outgoing.path, outgoing.query));
  const lines = [['host', settings.base.host] as const, ...given(outgoing, settings)].map(
    ([name, value]) => `${name}: ${value.replace(/[\r\n]/g, ' ')}\r\n`,
  );
  return `${outgoing.method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}`;
}

const given = (outgoing: Outgoing, settings: Settings): ReadonlyMap<string, string> =>
  new Map([
    ['user-agent', settings.userAgent],
    ...Object.entries(settings.config.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
    ...outgoing.headers,
  ]);

/** The same for a stream of HTTP/2. */
export function streamHead(
  outgoing: Outgoing,
  settings: Settings,
  more: readonly (readonly [string, string])[] = [],
): Pick<CarrierRequest, 'method' | 'path' | 'headers'> {
  const { pathname, search } = new URL(urlOf(settings.base, outgoing.path, outgoing.query));
  return {
    method: outgoing.method,
    path: `${pathname}${search}`,
    headers: { ...Object.fromEntries(given(outgoing, settings)), ...Object.fromEntries(more) },
  };
}
