// One block of LZ4: runs of bytes as they are, and runs that stood there before.

/** How far back a run may have stood. */
export const windowBytes = 64 * 1024;

// Below this a loop is quicker than the call that copies.
const shortRun = 48;

/** Unpacks behind `from` bytes of what came before; the end of what was written. Throws where the block says what can't be. */
export function unpackBlock(block: Buffer, into: Buffer, from: number): number {
  let [read, written] = [0, from];
  while (read < block.length) {
    const token = block[read++] ?? 0;
    let plain = token >> 4;
    if (plain === 15) {
      for (let more = 255; more === 255; plain += more) more = block[read++] ?? broken();
    }
    if (read + plain > block.length || written + plain > into.length) broken();
    if (plain > shortRun) block.copy(into, written, read, read + plain);
    else for (let index = 0; index < plain; index += 1) into[written + index] = block[read + index] ?? 0;
    read += plain;
    written += plain;
    // The last run has no copy behind it.
    if (read === block.length) break;
    const back = (block[read] ?? 0) | ((block[read + 1] ?? broken()) << 8);
    read += 2;
    let length = token & 15;
    if (length === 15) {
      for (let more = 255; more === 255; length += more) more = block[read++] ?? broken();
    }
    length += 4;
    if (back === 0 || back > written || written + length > into.length) broken();
    // What is copied may overlap what it makes: a run that repeats itself.
    if (length > shortRun && back >= length) into.copyWithin(written, written - back, written - back + length);
    else for (let index = 0; index < length; index += 1) into[written + index] = into[written + index - back] ?? 0;
    written += length;
  }
  return written;
}

function broken(): never {
  throw new Error('invalid block of lz4 data');
}
