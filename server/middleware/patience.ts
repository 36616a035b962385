// Whether somebody still waits for an answer, for all that works on it.
import type { Problem } from '../problem.ts';

/** Most answers are there before anybody asks: the signal is made for who does. */
export class Patience {
  #controller: AbortController | undefined;
  #reason: Problem | undefined;

  /** Aborts when the client left or the deadline passed. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  end(reason: Problem): void {
    this.#reason ??= reason;
    this.#controller?.abort(this.#reason);
  }
}
