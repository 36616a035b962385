// Unpacks LZ4 frames, as `lz4` and `pg_basebackup` write them, in bounded memory: at most one block of 4 MB and what may be referred to.
import { Transform, type TransformCallback } from 'node:stream';
import { unpackBlock, windowBytes } from './block.ts';
import { type Sum, xxh32 } from './xxh32.ts';

const magic = 0x184d2204;

interface Frame {
  readonly blockBytes: number;
  readonly independent: boolean;
  readonly blockSums: boolean;
  readonly contentSum: Sum | undefined;
}

/** Ends with an error where a checksum does not fit, or the data end too early. */
export const lz4Decompress = (): Transform => new Lz4();

class Lz4 extends Transform {
  #pending: Buffer = Buffer.alloc(0);
  /** Not yet joined: joined at every chunk, a block of 4 MB would be copied sixty times. */
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #needed = 0;
  #frame: Frame | undefined;
  #before: Buffer = Buffer.alloc(0);
  #skip = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    try {
      if (this.#pending.length + this.#waitingBytes >= this.#needed) this.#takeAll();
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _flush(done: TransformCallback): void {
    const cut = this.#frame !== undefined || this.#pending.length + this.#waitingBytes > 0 || this.#skip > 0;
    done(cut ? new Error('unexpected end of file') : null);
  }

  #takeAll(): void {
    this.#pending = Buffer.concat([this.#pending, ...this.#waiting]);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#needed = 0;
    while (this.#step());
  }

  /** Whether something was taken from what is pending. */
  #step(): boolean {
    if (this.#skip > 0) return this.#skipped();
    return this.#frame === undefined ? this.#header() : this.#block(this.#frame);
  }

  #take(bytes: number): Buffer {
    const taken = this.#pending.subarray(0, bytes);
    this.#pending = this.#pending.subarray(bytes);
    return taken;
  }

  #skipped(): boolean {
    const now = Math.min(this.#skip, this.#pending.length);
    this.#take(now);
    this.#skip -= now;
    return now > 0;
  }

  #header(): boolean {
    if (this.#pending.length < 8) return false;
    const start = this.#pending.readUInt32LE(0);
    // Frames of others' data, which a reader passes over.
    if ((start & 0xfffffff0) >>> 0 === 0x184d2a50) {
      this.#skip = this.#pending.readUInt32LE(4);
      this.#take(8);
      return true;
    }
    if (start !== magic) throw new Error('invalid data between two frames of lz4');
    const flags = this.#pending[4] ?? 0;
    const length = 4 + 2 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0) + 1;
    if (this.#pending.length < length) return false;
    this.#frame = frameOf(this.#take(length), flags);
    this.#before = Buffer.alloc(0);
    return true;
  }

  #block(frame: Frame): boolean {
    if (this.#pending.length < 4) return false;
    const size = this.#pending.readUInt32LE(0);
    if (size === 0) return this.#end(frame);
    const length = size & 0x7fffffff;
    if (length > frame.blockBytes) throw new Error('invalid block of lz4 data');
    const all = 4 + length + (frame.blockSums ? 4 : 0);
    if (this.#pending.length < all) {
      this.#needed = all;
      return false;
    }
    const taken = this.#take(all);
    const packed = taken.subarray(4, 4 + length);
    if (frame.blockSums && sumOf(packed) !== taken.readUInt32LE(4 + length)) throw new Error('incorrect data check of an lz4 block');
    const plain = size >>> 31 === 1 ? Buffer.from(packed) : this.#unpacked(packed, frame);
    frame.contentSum?.add(plain);
    if (!frame.independent) this.#before = Buffer.from(Buffer.concat([this.#before, plain]).subarray(-windowBytes));
    this.push(plain);
    return true;
  }

  #unpacked(packed: Buffer, { blockBytes, independent }: Frame): Buffer {
    const known = independent ? 0 : this.#before.length;
    const into = Buffer.allocUnsafe(known + blockBytes);
    this.#before.copy(into, 0, 0, known);
    return into.subarray(known, unpackBlock(packed, into, known));
  }

  #end({ contentSum }: Frame): boolean {
    const length = 4 + (contentSum === undefined ? 0 : 4);
    if (this.#pending.length < length) return false;
    const taken = this.#take(length);
    if (contentSum !== undefined && contentSum.value() !== taken.readUInt32LE(4)) throw new Error('incorrect data check of an lz4 frame');
    this.#frame = undefined;
    return true;
  }
}

function frameOf(header: Buffer, flags: number): Frame {
  if (flags >> 6 !== 1) throw new Error('invalid header of an lz4 frame');
  const sum = (sumOf(header.subarray(4, -1)) >> 8) & 0xff;
  if (sum !== header.at(-1)) throw new Error('incorrect data check of an lz4 header');
  const size = ((header[5] ?? 0) >> 4) & 7;
  if (size < 4) throw new Error('invalid header of an lz4 frame');
  return {
    blockBytes: 1 << (8 + 2 * size),
    independent: (flags & 32) !== 0,
    blockSums: (flags & 16) !== 0,
    contentSum: (flags & 4) === 0 ? undefined : xxh32(),
  };
}

function sumOf(bytes: Buffer): number {
  const sum = xxh32();
  sum.add(bytes);
  return sum.value();
}
