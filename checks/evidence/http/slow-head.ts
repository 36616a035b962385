// The opening lines of a slow dialogue, written as they go over the wire.
import type { SlowDialogue } from '../../model.ts';
import type { Settings } from './options.ts';
import { urlOf } from './options.ts';
import type { Outgoing } from './send.ts';

/** More bytes of body than a slow client sends before any sensible limit. */
const announcedBytes = 10_000;

export function slowHeadOf(kind: SlowDialogue, settings: Settings, outgoing: Outgoing): string {
  if (kind === 'idle') return '';
  const headers = outgoing.headers.filter(([name]) => name !== 'content-length');
  if (kind === 'slow-headers') return headOf({ ...outgoing, headers }, settings);
  const body = [
    ['content-type', 'application/json'],
    ['content-length', String(announcedBytes)],
  ] as const;
  return headOf({ ...outgoing, headers: [...headers, ...body] }, settings);
}

/** Request line and headers, without the empty line that ends them. */
export function headOf(outgoing: Outgoing, settings: Settings): string {
  const url = new URL(urlOf(settings.base, outgoing.path, outgoing.query));
  const given = new Map([
    ['host', settings.base.host],
    ['user-agent', settings.userAgent],
    ...Object.entries(settings.config.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const),
    ...outgoing.headers,
  ]);
  const lines = [...given].map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, ' ')}\r\n`);
  return `${outgoing.method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}`;
}
