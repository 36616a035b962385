// Which wire engine takes what.
import { Http1Wire } from './http1/pool.ts';
import { UndiciWire } from './undici-wire.ts';
import type { Wire, WireOptions } from './wire.ts';

/** Plain HTTP/1.1 goes over our own connections, which take half of the processor time; TLS and HTTP/2 over undici's. */
export function openWire(options: WireOptions): Wire {
  return options.origin.startsWith('https:') || options.transport?.http2 === true ? new UndiciWire(options) : new Http1Wire(options);
}
