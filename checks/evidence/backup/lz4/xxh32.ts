// The checksum that LZ4 frames carry (xxHash, 32 bits), a chunk at a time.

const [p1, p2, p3, p4, p5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const round = (lane: number, word: number): number => Math.imul(turned((lane + Math.imul(word, p2)) | 0, 13), p1);

export interface Sum {
  add(chunk: Buffer): void;
  /** As an unsigned number. */
  value(): number;
}

export function xxh32(): Sum {
  const lanes = [(p1 + p2) | 0, p2, 0, -p1 | 0];
  let rest: Buffer = Buffer.alloc(0);
  let total = 0;
  const stripes = (bytes: Buffer): number => {
    let [one = 0, two = 0, three = 0, four = 0] = lanes;
    let at = 0;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (; at + 16 <= bytes.length; at += 16) {
      one = round(one, view.getInt32(at, true));
      two = round(two, view.getInt32(at + 4, true));
      three = round(three, view.getInt32(at + 8, true));
      four = round(four, view.getInt32(at + 12, true));
    }
    lanes.splice(0, 4, one, two, three, four);
    return at;
  };
  return {
    add(chunk) {
      total += chunk.length;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      rest = Buffer.from(bytes.subarray(stripes(bytes)));
    },
    value: () => finished(lanes, rest, total),
  };
}

function finished([one = 0, two = 0, three = 0, four = 0]: readonly number[], rest: Buffer, total: number): number {
  let hash = total >= 16 ? turned(one, 1) + turned(two, 7) + turned(three, 12) + turned(four, 18) : p5;
  hash = (hash + total) | 0;
  let at = 0;
  for (; at + 4 <= rest.length; at += 4) hash = Math.imul(turned((hash + Math.imul(rest.readInt32LE(at), p3)) | 0, 17), p4);
  for (; at < rest.length; at += 1) hash = Math.imul(turned((hash + Math.imul(rest[at] ?? 0, p5)) | 0, 11), p1);
  hash = Math.imul(hash ^ (hash >>> 15), p2);
  hash = Math.imul(hash ^ (hash >>> 13), p3);
  return (hash ^ (hash >>> 16)) >>> 0;
}
