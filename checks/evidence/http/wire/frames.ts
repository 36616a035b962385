// HTTP/2 written by hand (RFC 9113), for what a client library is too polite to send: headers that never end, and silence.
import type { SlowDialogue } from '../../../model.ts';

const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const type = { headers: 1, reset: 3, settings: 4, goAway: 7, continuation: 9 } as const;

function frame(kind: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(kind, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A header that is put in no table (RFC 7541 6.2.2); names and values are shorter than 127 bytes. */
const literal = (name: string, value: string): Buffer =>
  Buffer.concat([Buffer.from([0, name.length]), Buffer.from(name), Buffer.from([value.length]), Buffer.from(value)]);

export interface SlowFrames {
  readonly first: Buffer;
  readonly next: (turn: number) => Buffer;
  /** The server ended the connection or the stream by a frame. */
  readonly isGivenUp: (received: Buffer) => boolean;
}

/** What a slow client says at first, and then again and again. */
export function slowFrames(kind: SlowDialogue): SlowFrames {
  const greeting = Buffer.concat([preface, frame(type.settings, 0, 0, Buffer.alloc(0)), frame(type.settings, 1, 0, Buffer.alloc(0))]);
  const begun = frame(type.headers, 0, 1, literal(':method', 'GET'));
  return {
    first: kind === 'idle' ? greeting : Buffer.concat([greeting, begun]),
    next: (turn) => frame(type.continuation, 0, 1, literal(`x-slow-${turn}`, 'a')),
    isGivenUp: (received) => framesIn(received).some((each) => each === type.reset || each === type.goAway),
  };
}

function framesIn(received: Buffer): readonly number[] {
  const kinds: number[] = [];
  for (let at = 0; at + 9 <= received.length; at += 9 + received.readUIntBE(at, 3)) kinds.push(received.readUInt8(at + 3));
  return kinds;
}
