// Why a request got no answer, in words of ours: what a hostile target wrote is not repeated.
import { errors } from 'undici';
import { LineError } from './wire/line.ts';

/** One phrase for an error of the client or the connection. */
export function reasonOf(error: unknown): string {
  if (error instanceof LineError) return error.message;
  if (error instanceof errors.HTTPParserError) return 'the answer is not HTTP';
  if (error instanceof errors.HeadersOverflowError) return 'the headers of the answer are too large';
  if (error instanceof errors.ConnectTimeoutError) return 'no connection in time';
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) return 'no complete answer in time';
  const code = codeOf(error);
  if (code === undefined) return 'the connection failed';
  const known = connectionReasons[code];
  if (known !== undefined) return `${known} (${code})`;
  if (code.startsWith('ERR_HTTP2')) return `the target broke off HTTP/2 (${code})`;
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)
    ? `its TLS certificate or handshake is not in order (${code})`
    : `the connection failed (${code})`;
}

const connectionReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the target closed the connection without an answer',
  UND_ERR_SOCKET: 'the target closed the connection without an answer',
  EADDRNOTAVAIL: 'this machine has no such address',
  EPIPE: 'the target closed the connection while the request was being sent',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
};

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}
