// Ends what takes too long: each call is given up at its own time, in the order in which they were started.
import type { WireCall } from './wire.ts';

export class Patience {
  #waiting: { readonly call: WireCall; readonly giveUpMs: number }[] = [];
  #first = 0;

  add(call: WireCall, giveUpMs: number): void {
    this.#waiting.push({ call, giveUpMs });
  }

  giveUpLate(nowMs: number): void {
    for (let first = this.#waiting[this.#first]; first !== undefined; first = this.#waiting[this.#first]) {
      if (!first.call.over && first.giveUpMs > nowMs) break;
      first.call.giveUp();
      this.#first += 1;
    }
    if (this.#first < 4096) return;
    this.#waiting = this.#waiting.slice(this.#first);
    this.#first = 0;
  }
}
