// What a plain dump says of itself, read line by line: where it is from, whether it is whole, what psql would run beside SQL.
import type { BackupFault } from '../../model.ts';
import { writtenIn } from './archive.ts';
import type { Kind } from './format.ts';
import { brokenStream, unpacked } from './stream.ts';
import { linesOf } from './text/lines.ts';
import { between, type Reading, read } from './text/quotes.ts';

export interface Read {
  readonly fromMajor?: number;
  /** Of the pg_dump that wrote it. */
  readonly writtenBy?: number;
  /** Of every database of a server, as pg_dumpall writes them. */
  readonly isCluster: boolean;
  readonly faults: readonly BackupFault[];
  /** Statements of the schema, without the rows. */
  readonly schema: string;
}

const mostSchema = 16 * 1024 * 1024;
const mostStatement = 64 * 1024;
const ends = /^-- PostgreSQL database (?:cluster )?dump complete|^RESET ALL;/;
const harmless = /^\\(?:\.|(?:un)?restrict \w+|c(?:onnect)? [^\\`]+)\s*$/;
const runsProgram = /\bCOPY\b.*\b(?:FROM|TO)\s+PROGRAM\b/is;
const opensRows = /^COPY .* FROM stdin\b[^;]*;\s*$/i;

/** Faults that show without a server. */
export async function readPlain(path: string, kind: Kind): Promise<Read> {
  const dump = new Dump();
  try {
    for await (const line of linesOf(asBuffers(unpacked(path, kind)))) dump.add(line);
  } catch (error) {
    return { isCluster: false, faults: [brokenStream(error)], schema: '' };
  }
  return { ...writtenIn(dump.head), isCluster: dump.isCluster, faults: faultsOf(dump, kind), schema: dump.schema };
}

async function* asBuffers(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

class Dump {
  /** Within the rows of a table. */
  rows = false;
  complete = false;
  any = false;
  unsafe: string | undefined;
  head = '';
  #reading: Reading = between;
  #statement = '';
  /** Strings in which a backslash means something: where one ends is not known. */
  #looseStrings = false;
  readonly #schema: string[] = [];
  #kept = 0;

  add(bytes: Buffer): void {
    if (this.rows) {
      if (bytes.length <= 4 && /^\\\.\r?\n?$/.test(bytes.toString('latin1'))) this.rows = false;
      return;
    }
    const line = bytes.toString('latin1');
    const isFirst = this.#reading.within === '' && this.#statement.trim() === '';
    const { reading, outside } = read(this.#reading, line);
    this.any ||= /\w/.test(outside);
    if (isFirst && line.startsWith('--')) this.head += this.head.length < 64 * 1024 ? line : '';
    this.#judge(line, outside, isFirst);
    const isCommand = isFirst && line.startsWith('\\');
    if (isFirst && ends.test(line)) this.complete = !this.isCluster || line.includes('cluster');
    else if (!isCommand && /\w/.test(outside)) this.complete = false;
    if (isFirst && opensRows.test(line)) this.rows = true;
    else if (!isCommand) this.#keep(line, outside, reading);
    this.#reading = reading;
  }

  /** Of every database of a server. */
  get isCluster(): boolean {
    return this.head.includes('PostgreSQL database cluster dump');
  }

  get schema(): string {
    return Buffer.from(this.#schema.join(''), 'latin1').toString('utf8');
  }

  #judge(line: string, outside: string, isFirst: boolean): void {
    const isCommand = outside.includes('\\') || (this.#looseStrings && line.startsWith('\\'));
    if (!isCommand && !/\bprogram\b/i.test(outside)) return;
    if (isCommand ? !(isFirst && harmless.test(line)) : runsProgram.test(this.#statement + outside)) this.unsafe ??= shown(line);
  }

  #keep(line: string, outside: string, { within }: Reading): void {
    if (this.#statement.length < mostStatement) this.#statement += outside;
    if (!/^\s*INSERT\s/i.test(this.#statement) && this.#kept < mostSchema) {
      this.#schema.push(line);
      this.#kept += line.length;
    }
    if (within !== '' || !/;\s*$/.test(outside)) return;
    if (/\bstandard_conforming_strings\b\W+off\b/i.test(this.#statement)) this.#looseStrings = true;
    this.#statement = '';
  }
}

const shown = (line: string): string => Buffer.from(line, 'latin1').toString('utf8').trim().slice(0, 60);

function faultsOf({ rows, complete, any, unsafe }: Dump, { bytes }: Kind): readonly BackupFault[] {
  if (bytes === 0 || !any) return [{ kind: 'empty', message: 'it holds no statement' }];
  const faults: BackupFault[] = [];
  if (rows || !complete)
    faults.push({
      kind: 'truncated',
      message: rows ? 'it ends in the middle of a table' : 'it ends before the line that pg_dump writes last',
    });
  if (unsafe !== undefined) faults.push({ kind: 'unsafe', message: `a restore would run a program: ${unsafe}` });
  return faults;
}
