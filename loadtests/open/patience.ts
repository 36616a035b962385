// Ends what takes too long: each call is given up at its own time, in the order in which they were started.
import type { WireCall } from './wire.ts';

interface Waiting {
  readonly call: WireCall;
  readonly giveUpMs: number;
}

export class Patience {
  #waiting: (Waiting | undefined)[] = [];
  #first = 0;

  add(call: WireCall, giveUpMs: number): void {
    this.#waiting.push({ call, giveUpMs });
  }

  giveUpLate(nowMs: number): void {
    for (let first = this.#waiting[this.#first]; first !== undefined; first = this.#waiting[this.#first]) {
      if (!first.call.over && first.giveUpMs > nowMs) break;
      first.call.giveUp();
      // What is kept past its end survives the collector's young generation, and makes each of its pauses long.
      this.#waiting[this.#first] = undefined;
      this.#first += 1;
    }
    if (this.#first < 4096) return;
    this.#waiting = this.#waiting.slice(this.#first);
    this.#first = 0;
  }
}
