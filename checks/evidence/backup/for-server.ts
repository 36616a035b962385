// What a dump says that the server at hand need not hear: a setting that it is too old for, extensions that only the platform has.
import { Transform } from 'node:stream';

export interface Heading {
  /** Of the server it is restored into. */
  readonly major: number;
  /** Extensions that are neither there nor needed. */
  readonly leftOut: readonly string[];
}

// A pg_dump or pg_restore of 17 and later sets, whatever server the dump is from, what only 17 and later know.
export const setsNewSetting = (major: number): boolean => major >= 17;
const newSetting = /^SET transaction_timeout = 0;$/;
const extension = /^(?:CREATE EXTENSION (?:IF NOT EXISTS )?|COMMENT ON EXTENSION )("[^"]+"|[\w-]+)/;
/** Where what extensions may be used for begins: they come before it. */
const tables = /^(?:CREATE (?:UNLOGGED |FOREIGN )?TABLE|COPY|INSERT INTO) /;
const mostHead = 4 * 1024 * 1024;

/** Bytes in, bytes out: lines are left out of the head alone. */
export function forServer({ major, leftOut }: Heading): Transform {
  const isLeftOut = (line: string): boolean => {
    const named = extension.exec(line)?.[1]?.replaceAll('"', '');
    // What dumps a whole server makes its superuser too, who is there, and has a password of ours.
    if (/^(?:CREATE|ALTER) ROLE postgres\b/.test(line)) return true;
    return (!setsNewSetting(major) && newSetting.test(line)) || (named !== undefined && leftOut.includes(named));
  };
  let head: Buffer | undefined = Buffer.alloc(0);
  const flushed = (): Buffer => {
    const kept = (head ?? Buffer.alloc(0)).toString('latin1');
    head = undefined;
    return Buffer.from(withoutLines(kept, isLeftOut), 'latin1');
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (head === undefined) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      const isWhole =
        head.length > mostHead ||
        head
          .toString('latin1')
          .split('\n')
          .some((line) => tables.test(line));
      done(null, isWhole ? flushed() : undefined);
    },
    flush: (done) => done(null, flushed()),
  });
}

function withoutLines(text: string, isLeftOut: (line: string) => boolean): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => tables.test(line));
  return lines.filter((line, at) => (end !== -1 && at >= end) || !isLeftOut(line.replace(/\r$/, ''))).join('\n');
}

const complaint = /^pg_restore: error: /;
const itsOwn = /unrecognized configuration parameter "transaction_timeout"/;

/** A newer pg_restore had nothing to complain of but that the server does not know its own setting. */
export function isItsOwn(stderr: string): boolean {
  const complaints = stderr.split('\n').filter((line) => complaint.test(line));
  return complaints.length === 1 && itsOwn.test(complaints[0] ?? '') && /errors ignored on restore: 1\b/.test(stderr);
}

export const withoutItsOwn = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => !itsOwn.test(line) && !/^Command was: SET transaction_timeout/.test(line))
    .join('\n');

const entry = /^\d+; \d+ \d+ (?:EXTENSION - |COMMENT - EXTENSION )"?([\w-]+)/;

/** The list that `pg_restore --list` writes, for `-L`. */
export const withoutExtensions = (contents: string, names: readonly string[]): string =>
  contents
    .split('\n')
    .filter((line) => !names.includes(entry.exec(line)?.[1] ?? ''))
    .join('\n');
