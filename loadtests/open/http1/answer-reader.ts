// Reads the answers of one HTTP/1.1 connection as their bytes come, however they are cut.
import { type AnswerHead, readHead } from './answer-head.ts';
import { Chunks } from './chunks.ts';

export type Progress = 'more' | 'done' | 'malformed';

const longestHead = 65_536;
// More of an answer is never needed to find a value in it.
const longestKept = 1_048_576;
const none = Buffer.alloc(0);
const headEnd = Buffer.from('\r\n\r\n');

export class AnswerReader {
  #method = 'GET';
  #keepBody = false;
  #head: AnswerHead | undefined;
  #partOfHead = none;
  #left = 0;
  #chunks: Chunks | undefined;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #begun = false;
  #extra = false;

  /** An answer to this is what comes next. */
  expect(method: string, keepBody: boolean): void {
    this.#method = method;
    this.#keepBody = keepBody;
    this.#head = undefined;
    this.#partOfHead = none;
    this.#chunks = undefined;
    this.#kept = [];
    this.#keptBytes = 0;
    this.#begun = false;
    this.#extra = false;
  }

  get head(): AnswerHead | undefined {
    return this.#head;
  }

  get body(): string | undefined {
    return this.#keepBody ? Buffer.concat(this.#kept).toString('utf8') : undefined;
  }

  /** Whether the connection can carry another request. */
  get reusable(): boolean {
    return this.#head?.keepAlive === true && !this.#extra;
  }

  /** Whether any byte of the answer has come. */
  get begun(): boolean {
    return this.#begun;
  }

  read(bytes: Buffer, length: number): Progress {
    this.#begun = true;
    if (this.#head !== undefined) return this.#readBody(bytes, 0, length);
    return this.#partOfHead.length === 0 ? this.#readHead(bytes, length) : this.#readRestOfHead(bytes, length);
  }

  /** The connection has ended: for an answer without a length that is how it ends. */
  ended(): Progress {
    return this.#head?.body === 'to the end' ? 'done' : 'malformed';
  }

  #readRestOfHead(bytes: Buffer, length: number): Progress {
    const all = Buffer.concat([this.#partOfHead, bytes.subarray(0, length)]);
    this.#partOfHead = none;
    return this.#readHead(all, all.length);
  }

  #readHead(bytes: Buffer, length: number): Progress {
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(headEnd, from);
      if (end < 0 || end + 4 > length) {
        if (length - from > longestHead) return 'malformed';
        this.#partOfHead = Buffer.from(bytes.subarray(from, length));
        return 'more';
      }
      const head = readHead(bytes.toString('latin1', from, end), this.#method);
      if (head === undefined) return 'malformed';
      from = end + 4;
      // "Early hints" and "continue" come before the answer.
      if (head.status < 200 && head.status !== 101) continue;
      this.#head = head;
      if (head.body === 'chunked') this.#chunks = new Chunks();
      else this.#left = head.body === 'to the end' ? Number.POSITIVE_INFINITY : head.body;
      return this.#readBody(bytes, from, length);
    }
  }

  #readBody(bytes: Buffer, from: number, to: number): Progress {
    if (this.#chunks === undefined) {
      const until = Math.min(to, from + this.#left);
      this.#keep(bytes, from, until);
      this.#left -= until - from;
      if (this.#left > 0) return 'more';
      this.#extra = until < to;
      return 'done';
    }
    const at = this.#chunks.read(bytes, from, to, (start, end) => this.#keep(bytes, start, end));
    if (at === undefined) return 'malformed';
    this.#extra = at < to;
    return this.#chunks.over ? 'done' : 'more';
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    if (!this.#keepBody || from >= to || this.#keptBytes > longestKept) return;
    // The buffer is read into again.
    this.#kept.push(Buffer.from(bytes.subarray(from, to)));
    this.#keptBytes += to - from;
  }
}
