// A chunked body, byte by byte where it must be and in one step where it can: says where its data is and when it is over.

type Reading = 'size' | 'extension' | 'size end' | 'data' | 'data end' | 'trailer' | 'trailer line' | 'over';

const carriageReturn = 13;
const lineFeed = 10;

export class Chunks {
  #reading: Reading = 'size';
  #left = 0;
  #digits = 0;

  get over(): boolean {
    return this.#reading === 'over';
  }

  /** Reads from `at`, hands out the data; where it stopped (after the body, or at the end), undefined for what is no chunked body. */
  read(bytes: Buffer, from: number, to: number, data: (from: number, to: number) => void): number | undefined {
    let at = from;
    while (at < to && this.#reading !== 'over') {
      if (this.#reading === 'data') {
        const until = Math.min(to, at + this.#left);
        data(at, until);
        this.#left -= until - at;
        at = until;
        if (this.#left === 0) this.#reading = 'data end';
      } else if (!this.#byte(bytes[at] ?? 0)) return undefined;
      else at += 1;
    }
    return at;
  }

  #byte(byte: number): boolean {
    switch (this.#reading) {
      case 'size':
        return this.#sizeByte(byte);
      case 'extension':
        if (byte === carriageReturn) this.#reading = 'size end';
        return byte !== lineFeed;
      case 'size end':
        this.#reading = this.#left === 0 ? 'trailer' : 'data';
        return byte === lineFeed;
      case 'data end':
        if (byte === carriageReturn) return true;
        this.#reading = 'size';
        this.#digits = 0;
        return byte === lineFeed;
      case 'trailer':
        // An empty line ends it, any other is a field.
        if (byte === carriageReturn) return true;
        this.#reading = byte === lineFeed ? 'over' : 'trailer line';
        return true;
      default:
        if (byte === lineFeed) this.#reading = 'trailer';
        return true;
    }
  }

  #sizeByte(byte: number): boolean {
    const digit = hexDigit(byte);
    if (digit !== undefined) {
      this.#left = this.#left * 16 + digit;
      this.#digits += 1;
      return this.#digits <= 12;
    }
    if (this.#digits === 0) return false;
    if (byte === carriageReturn) this.#reading = 'size end';
    else if (byte === 59 || byte === 32 || byte === 9) this.#reading = 'extension';
    else return false;
    return true;
  }
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : undefined;
}
