// What a plain dump says of itself, read line by line: where it is from, whether it is whole, what psql would run beside SQL.
import { createInterface } from 'node:readline';
import type { BackupFault } from '../../model.ts';
import type { Kind } from './format.ts';
import { TooLarge, unpacked } from './stream.ts';

export interface Read {
  readonly fromMajor?: number;
  readonly faults: readonly BackupFault[];
  /** Statements of the schema, without the rows. */
  readonly schema: string;
}

const mostSchema = 16 * 1024 * 1024;
const ends = /^-- PostgreSQL database (?:cluster )?dump complete|^RESET ALL;/;
const harmless = /^\\(?:\.|connect |c |restrict |unrestrict )/;
const runsProgram = /^\s*COPY\b.*\b(?:FROM|TO)\s+PROGRAM\b/i;

/** Faults that show without a server. */
export async function readPlain(path: string, kind: Kind): Promise<Read> {
  const state: State = { rows: false, complete: false, any: false, from: undefined, unsafe: undefined };
  const schema: string[] = [];
  let kept = 0;
  try {
    const stream = unpacked(path, kind);
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    const failed = new Promise<never>((_, reject) => stream.on('error', reject));
    failed.catch(() => undefined);
    const read = (async () => {
      for await (const line of lines) {
        if (state.rows) {
          if (line === '\\.') state.rows = false;
          continue;
        }
        state.any ||= /\w/.test(line) && !line.startsWith('--');
        if (ends.test(line)) state.complete = true;
        state.from ??= Number(/^-- Dumped from database version (\d+)/.exec(line)?.[1] ?? Number.NaN) || undefined;
        if ((line.startsWith('\\') && !harmless.test(line)) || runsProgram.test(line)) state.unsafe ??= line.slice(0, 60);
        if (/^COPY .* FROM stdin;/i.test(line)) state.rows = true;
        else if (kept < mostSchema && !/^INSERT /.test(line)) {
          schema.push(line);
          kept += line.length + 1;
        }
      }
    })();
    await Promise.race([read, failed]);
  } catch (error) {
    return { faults: [brokenStream(error)], schema: '' };
  }
  const from = state.from === undefined ? {} : { fromMajor: state.from };
  return { ...from, faults: faultsOf(state, kind), schema: schema.join('\n') };
}

interface State {
  rows: boolean;
  complete: boolean;
  any: boolean;
  from: number | undefined;
  unsafe: string | undefined;
}

function faultsOf({ rows, complete, any, unsafe }: Readonly<State>, { bytes }: Kind): readonly BackupFault[] {
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

/** What broke while it was unpacked. */
export function brokenStream(error: unknown): BackupFault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TooLarge) return { kind: 'too-large', message };
  const cut = /unexpected end of file/i.test(message);
  return cut
    ? { kind: 'truncated', message: 'its compressed stream ends too early' }
    : { kind: 'corrupted', message: `it can't be unpacked: ${message}` };
}
