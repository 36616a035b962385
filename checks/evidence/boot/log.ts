// What a started service writes: cut into lines, bounded, and cleaned of secrets before anybody else sees it.
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { LogLine } from '../../model.ts';
import { redact } from '../secret-shapes.ts';

type Phase = LogLine['phase'];

const longestLine = 4_096;
const mostLines: Readonly<Record<Phase, number>> = { start: 500, probes: 1_400, stop: 100 };
/** A piece of a secret of this length gives it away; shorter ones stand in ordinary words. */
const pieceLength = 10;
/** Keys of one issuer begin alike, and their beginning is no secret. */
const sharedPrefix = 10;
const shortestTelling = 12;

export class Log {
  readonly #lines: LogLine[] = [];
  readonly #counts: Record<Phase, number> = { start: 0, probes: 0, stop: 0 };
  readonly #secrets: ReadonlyMap<string, string>;
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #pieces: ReadonlySet<string>;
  phase: Phase = 'start';
  truncated = false;

  /** `tokens` may grow; `secrets` are searched for in part as well. */
  constructor(secrets: ReadonlyMap<string, string>, tokens: ReadonlyMap<string, string> = new Map()) {
    this.#secrets = secrets;
    this.#tokens = tokens;
    this.#pieces = piecesOf([...secrets.values()].map(tellingPart));
  }

  listen(stream: LogLine['stream'], from: Readable): void {
    let rest = '';
    from.setEncoding('utf8');
    from.on('error', () => {});
    from.on('data', (chunk: string) => {
      const parts = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
      // What goes past the limit of a line that never ends is dropped, and the rest of it with it.
      rest = (parts.pop() ?? '').slice(0, longestLine);
      for (const part of parts) this.#add(stream, part);
    });
    from.on('end', () => {
      if (rest !== '') this.#add(stream, rest);
      rest = '';
    });
  }

  /** Lines, clean of secrets. */
  lines(...phases: readonly Phase[]): readonly LogLine[] {
    return this.#lines.filter(({ phase }) => phases.includes(phase)).map((line) => ({ ...line, text: this.clean(line.text) }));
  }

  last(count: number): readonly string[] {
    return this.#lines.slice(-count).map(({ text }) => this.clean(text));
  }

  /** How many lines were kept so far. */
  get size(): number {
    return this.#lines.length;
  }

  /** Lines after the first `from`, clean of secrets. */
  after(from: number): readonly string[] {
    return this.#lines.slice(from).map(({ text }) => this.clean(text));
  }

  /** Whether a text stands in what was written. */
  mentions(pattern: RegExp, from = 0): boolean {
    return this.#lines.slice(from).some(({ text }) => pattern.test(text));
  }

  /** Whether a secret was written, whole or in part. One that is as short as a word may be a word. */
  showsSecret(): boolean {
    const long = new Map([...this.#secrets].filter(([, { length }]) => length >= shortestTelling));
    return this.#lines.some(({ text }) => withoutPieces(redact(text, long), this.#pieces) !== text);
  }

  clean(text: string): string {
    return withoutPieces(redact(redact(text, this.#tokens), this.#secrets), this.#pieces);
  }

  #add(stream: LogLine['stream'], text: string): void {
    this.#counts[this.phase] += 1;
    if (this.#counts[this.phase] > mostLines[this.phase]) {
      this.truncated = true;
      return;
    }
    const plain = stripVTControlCharacters(text).slice(0, longestLine).trimEnd();
    if (plain.trim() !== '') this.#lines.push({ stream, text: plain, phase: this.phase });
  }
}

/** Of an address with a password the password: its host stands in many a line. */
function tellingPart(secret: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^:@/]*:([^@]+)@/i.exec(secret)?.[1] ?? secret;
}

// Validators quote the beginning and the end of what they were given.
function piecesOf(secrets: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const secret of secrets.filter(({ length }) => length >= sharedPrefix + pieceLength)) {
    for (let at = sharedPrefix; at + pieceLength <= secret.length; at += 1) pieces.add(secret.slice(at, at + pieceLength));
  }
  return pieces;
}

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  if (pieces.size === 0) return text;
  let kept = '';
  let at = 0;
  while (at < text.length) {
    if (!pieces.has(text.slice(at, at + pieceLength))) {
      kept += text.charAt(at);
      at += 1;
      continue;
    }
    while (pieces.has(text.slice(at + 1, at + 1 + pieceLength))) at += 1;
    at += pieceLength;
    kept += '[secret]';
  }
  return kept;
}
