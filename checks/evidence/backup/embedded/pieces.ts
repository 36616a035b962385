// A plain dump, cut in bounded memory into what an embedded Postgres can be handed: statements, and rows of one table.
import { linesOf } from '../text/lines.ts';
import { after, between, type Reading } from '../text/quotes.ts';

export type Piece =
  | { readonly kind: 'sql'; readonly sql: string }
  /** Rows as the dump holds them, byte for byte. */
  | { readonly kind: 'rows'; readonly copy: string; readonly rows: Buffer };

/** What the embedded Postgres can't take, though a server could. */
export class Beyond extends Error {}
/** Bytes that are no UTF-8 in a dump that says it is. */
export class NotUtf8 extends Error {}

const mostBytes = 256 * 1024 * 1024;
const rowsAtOnce = 4 * 1024 * 1024;
const insertsAtOnce = 256 * 1024;

/** Fails with `Beyond` or `NotUtf8`. */
export async function* piecesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Piece> {
  const statements = new Statements();
  let rows: Rows | undefined;
  let bytes = 0;
  for await (const line of linesOf(stream)) {
    bytes += line.length;
    if (bytes > mostBytes) throw new Beyond('it is larger than the 256 MB that it is given');
    if (rows !== undefined) {
      const ended = isEndOfRows(line);
      if (ended || rows.bytes >= rowsAtOnce) yield rows.taken();
      if (ended) rows = undefined;
      else rows.add(line);
      continue;
    }
    const text = line.toString('latin1');
    if (statements.areComplete && /^COPY .* FROM stdin;\s*$/i.test(text)) {
      yield* statements.taken();
      rows = new Rows(decoded(text).replace(/ FROM stdin;\s*$/i, " FROM '/dev/blob'"));
    } else if (statements.areComplete && text.startsWith('\\')) refuseCommand(text);
    else {
      statements.add(text);
      if (statements.areComplete && statements.areEnough) yield* statements.taken();
    }
  }
  yield* statements.taken();
}

const isEndOfRows = (line: Buffer): boolean => line.length <= 4 && /^\\\.\r?\n?$/.test(line.toString('latin1'));

/** Of psql's own commands a dump needs two, and those that guard it. */
function refuseCommand(text: string): void {
  if (/^\\c(?:onnect)?\b/.test(text)) throw new Beyond('it changes databases');
}

class Rows {
  readonly #copy: string;
  #lines: Buffer[] = [];
  bytes = 0;

  constructor(copy: string) {
    this.#copy = copy;
  }

  add(line: Buffer): void {
    this.#lines.push(line);
    this.bytes += line.length;
  }

  taken(): Piece {
    const piece: Piece = { kind: 'rows', copy: this.#copy, rows: Buffer.concat(this.#lines) };
    this.#lines = [];
    this.bytes = 0;
    return piece;
  }
}

class Statements {
  #text = '';
  #reading: Reading = between;
  #atomic = false;
  areComplete = true;

  add(line: string): void {
    if (this.areComplete && line.trim() === '') return;
    const within = this.#reading.within;
    this.#reading = after(this.#reading, line);
    if (within === '' && /\bBEGIN ATOMIC\b/i.test(line)) this.#atomic = true;
    if (within === '' && /^END;?\s*$/i.test(line)) this.#atomic = false;
    const isRemark = within === '' && line.startsWith('--');
    this.areComplete = this.#reading.within === '' && !this.#atomic && (/;\s*$/.test(line) || (isRemark && this.areComplete));
    if (!isRemark) this.#text += line;
  }

  /** Statements are run one by one, as psql would; only rows of an INSERT go together. */
  get areEnough(): boolean {
    return !/^INSERT /i.test(this.#text) || this.#text.length > insertsAtOnce;
  }

  *taken(): Generator<Piece> {
    const sql = decoded(this.#text);
    this.#text = '';
    if (sql.trim() === '') return;
    const encoding = /^SET client_encoding = '([^']+)'/i.exec(sql)?.[1];
    if (encoding !== undefined && !/^(?:UTF-?8|SQL_ASCII)$/i.test(encoding))
      throw new Beyond(`it is written in ${encoding}, and not in UTF-8`);
    if (/^CREATE DATABASE /i.test(sql)) throw new Beyond('it makes a database of its own');
    yield { kind: 'sql', sql };
  }
}

function decoded(latin: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin, 'latin1'));
  } catch {
    throw new NotUtf8('it holds bytes that are no UTF-8, which it says it is');
  }
}
