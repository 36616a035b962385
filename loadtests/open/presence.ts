// Whether anybody is still there: a target that refuses every connection for a while has gone.

const goneAfterMs = 3_000;
const goneAfterFailures = 10;

export class Presence {
  #failures = 0;
  #lastAnswerMs = 0;

  note(answered: boolean, nowMs: number): void {
    this.#failures = answered ? 0 : this.#failures + 1;
    if (answered) this.#lastAnswerMs = nowMs;
  }

  isGone(nowMs: number): boolean {
    return this.#failures >= goneAfterFailures && nowMs - this.#lastAnswerMs >= goneAfterMs;
  }
}
