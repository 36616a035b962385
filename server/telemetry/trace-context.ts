// W3C Trace Context: which trace a request belongs to, known to all that happens for it.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface TraceContext {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits: what runs now. */
  readonly spanId: string;
  readonly sampled: boolean;
}

const current = new AsyncLocalStorage<TraceContext>();

/** The trace of the request that is being answered; undefined outside of one. */
export const currentTrace = (): TraceContext | undefined => current.getStore();
export const withinTrace = <T>(trace: TraceContext, work: () => T): T => current.run(trace, work);

// Later versions may add fields after the flags; version 00 has none, and ff is none.
const wellFormed = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The trace a header names; undefined for one that names none. */
export function readTraceparent(header: string): TraceContext | undefined {
  const [, version, traceId, spanId, flags, more] = wellFormed.exec(header) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined || (version === '00' && more !== undefined)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({ traceId, spanId, sampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

/** What runs now as a child of the caller's span, or a trace of its own. */
export function nextTrace(parent: TraceContext | undefined): TraceContext {
  return { traceId: parent?.traceId ?? randomHex(32), spanId: randomHex(16), sampled: parent?.sampled ?? false };
}

let pool = '';
let used = 0;

/** Drawn many at once: asking the system for each would cost more than the rest of the header. */
function randomHex(digits: number): string {
  if (used + digits > pool.length) {
    pool = randomBytes(4_096).toString('hex');
    used = 0;
  }
  used += digits;
  return pool.slice(used - digits, used);
}
