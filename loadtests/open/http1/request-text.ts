// A request as HTTP/1.1 writes it. Alone knows what may stand in one.
import type { WireRequest } from '../wire.ts';

// Tabs and what is visible: a line break from a feed would write headers of its own.
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const pathText = /^[\x21-\x7e]+$/;
const headerName = /^[!#$%&'*+.^`|~\w-]+$/;
// Written by the connection itself, or another protocol's.
const ownHeaders = new Set(['content-length', 'transfer-encoding', 'upgrade', 'expect']);
const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** Writes requests to one host; frozen ones are written once, and so are headers that are the same object each time. */
export class RequestWriter {
  readonly #hostLine: string;
  readonly #blocks = new WeakMap<object, string | false>();
  readonly #heads = new WeakMap<object, string>();

  constructor(host: string) {
    this.#hostLine = `host: ${host}\r\n`;
  }

  /** The head up to its empty line, undefined for what can't be sent. */
  head(request: WireRequest): string | undefined {
    if (!Object.isFrozen(request)) return this.#write(request);
    const known = this.#heads.get(request);
    if (known !== undefined) return known;
    const head = this.#write(request);
    if (head !== undefined) this.#heads.set(request, head);
    return head;
  }

  #write({ method, path, headers, body }: WireRequest): string | undefined {
    let block = this.#blocks.get(headers);
    if (block === undefined) {
      block = this.#block(headers);
      this.#blocks.set(headers, block);
    }
    if (block === false || !pathText.test(path)) return undefined;
    const start = `${method} ${path} HTTP/1.1\r\n${block}`;
    if (body !== undefined) return `${start}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return withBody.has(method) ? `${start}content-length: 0\r\n\r\n` : `${start}\r\n`;
  }

  #block(headers: Readonly<Record<string, string>>): string | false {
    let block = 'host' in headers ? '' : this.#hostLine;
    for (const [name, value] of Object.entries(headers)) {
      if (!headerName.test(name) || !headerValue.test(value) || ownHeaders.has(name.toLowerCase())) return false;
      block += `${name}: ${value}\r\n`;
    }
    return block;
  }
}
