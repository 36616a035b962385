// An answer that keeps its headers in a list and writes them as they are. Node files each under a lower-cased name in a dictionary and reads
// it from there again: with as many headers as a hardened answer has, that costs a tenth of it.
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

type Value = number | string | readonly string[];
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** For `createServer({ ServerResponse: LeanResponse })`. What may not stand in a header is refused when it is written. */
export class LeanResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  /** In lower case. */
  readonly #names: string[] = [];
  /** Of each name in the same order: the name as given, then its value. */
  readonly #list: OutgoingHttpHeader[] = [];

  override setHeader(name: string, value: Value): this {
    if (this.headersSent) return super.setHeader(name, value);
    const lower = inLowerCase(name);
    const before = this.#names.indexOf(lower);
    const at = before < 0 ? this.#names.push(lower) - 1 : before;
    this.#list[2 * at] = name;
    this.#list[2 * at + 1] = typeof value === 'object' ? [...value] : value;
    return this;
  }

  override appendHeader(name: string, value: string | readonly string[]): this {
    const at = this.#names.indexOf(inLowerCase(name));
    if (at < 0) return this.setHeader(name, value);
    return this.setHeader(String(this.#list[2 * at]), [this.getHeader(name) ?? [], value].flat(2).map(String));
  }

  override getHeader(name: string): OutgoingHttpHeader | undefined {
    const at = this.#names.indexOf(inLowerCase(name));
    return at < 0 ? undefined : this.#list[2 * at + 1];
  }

  override hasHeader(name: string): boolean {
    return this.#names.includes(inLowerCase(name));
  }

  override removeHeader(name: string): void {
    // Of a few, Node remembers that it shall not add them itself.
    super.removeHeader(name);
    const at = this.#names.indexOf(inLowerCase(name));
    if (at < 0) return;
    this.#names.splice(at, 1);
    this.#list.splice(2 * at, 2);
  }

  override getHeaderNames(): string[] {
    return [...this.#names];
  }

  override getHeaders(): OutgoingHttpHeaders {
    return Object.fromEntries(this.#names.map((name, at) => [name, this.#list[2 * at + 1]]));
  }

  override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
    if (typeof reason === 'string') this.statusMessage = reason;
    const given = typeof reason === 'object' ? reason : headers;
    if (given !== undefined) this.#setAll(given);
    return super.writeHead(status, this.#list);
  }

  #setAll(given: Headers): void {
    if (Array.isArray(given)) for (let at = 0; at < given.length; at += 2) this.setHeader(String(given[at]), given[at + 1] ?? '');
    else for (const [name, value] of Object.entries(given)) if (value !== undefined) this.setHeader(name, value);
  }
}

const known = new Map<string, string>();

/** Without making it anew for each answer: the names are those of our code, a few. */
export function inLowerCase(name: string): string {
  const made = known.get(name);
  if (made !== undefined) return made;
  const lower = name.toLowerCase();
  if (known.size < 1_000) known.set(name, lower);
  return lower;
}
