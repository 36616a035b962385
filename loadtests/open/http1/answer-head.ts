// The head of an HTTP/1.1 answer: its status, and how its body ends. Alone knows the header fields that say so.

export interface AnswerHead {
  readonly status: number;
  /** Bytes, `chunked`, or until the connection ends. */
  readonly body: number | 'chunked' | 'to the end';
  readonly keepAlive: boolean;
  /** How long the server says it keeps an unused connection. */
  readonly idleMs?: number;
}

const statusLine = /^HTTP\/1\.([01]) (\d{3})(?: |$)/;
const field = /\r\n(content-length|transfer-encoding|connection|keep-alive):[ \t]*([^\r\n]*)/gi;

// A server says the same again and again, but for the second that it says it in.
let last: { readonly text: string; readonly method: string; readonly head: AnswerHead | undefined } | undefined;

/** Reads a head without its empty line; undefined for what is none. */
export function readHead(text: string, method: string): AnswerHead | undefined {
  if (last?.text !== text || last.method !== method) last = { text, method, head: readAnew(text, method) };
  return last.head;
}

function readAnew(text: string, method: string): AnswerHead | undefined {
  const line = text.indexOf('\r\n');
  const [, minor, digits] = statusLine.exec(line < 0 ? text : text.slice(0, line)) ?? [];
  if (digits === undefined) return undefined;
  const status = Number(digits);
  let length: string | undefined;
  let coding: string | undefined;
  let keepAlive = minor === '1';
  let idleMs: number | undefined;
  field.lastIndex = 0;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    const value = (found[2] ?? '').trim();
    switch ((found[1] ?? '').toLowerCase()) {
      case 'content-length':
        if (!/^\d{1,15}$/.test(value) || (length !== undefined && length !== value)) return undefined;
        length = value;
        break;
      case 'transfer-encoding':
        coding = value.toLowerCase();
        break;
      case 'connection':
        keepAlive = /\bclose\b/i.test(value) ? false : keepAlive || /\bkeep-alive\b/i.test(value);
        break;
      default:
        idleMs = idleHintMs(value) ?? idleMs;
    }
  }
  const body = bodyOf(status, method, { length, coding });
  return { status, body, keepAlive: keepAlive && body !== 'to the end' && status !== 101, ...(idleMs !== undefined && { idleMs }) };
}

function bodyOf(
  status: number,
  method: string,
  { length, coding }: { readonly length: string | undefined; readonly coding: string | undefined },
): AnswerHead['body'] {
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return 0;
  if (coding !== undefined) return /(?:^|,)[ \t]*chunked$/.test(coding) ? 'chunked' : 'to the end';
  return length === undefined ? 'to the end' : Number(length);
}

function idleHintMs(value: string): number | undefined {
  const [, seconds] = /timeout=(\d{1,6})/i.exec(value) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
