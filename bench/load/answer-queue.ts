// Answers that are due at a time: a heap, looked at every tenth of a millisecond while one is near.

interface Due<T> {
  readonly what: T;
  readonly dueMs: number;
}
const napMs = 0.1;

export class AnswerQueue<T> {
  readonly #heap: Due<T>[] = [];
  readonly #send: (what: T, dueMs: number) => void;
  readonly #nap = new Int32Array(new SharedArrayBuffer(4));
  #looking = false;
  #lookedMs = 0;
  /** Milliseconds in which nothing happened at all, though something was near. */
  stoodStillMs = 0;

  constructor(send: (what: T, dueMs: number) => void) {
    this.#send = send;
  }

  add(what: T, dueMs: number): void {
    this.#push({ what, dueMs });
    this.#look();
  }

  #look(): void {
    if (this.#looking) return;
    this.#looking = true;
    setImmediate(() => {
      this.#looking = false;
      if (this.#lookedMs > 0) this.stoodStillMs += Math.max(0, performance.now() - this.#lookedMs - 1);
      this.#lookedMs = 0;
      for (let first = this.#heap[0]; first !== undefined && first.dueMs <= performance.now(); first = this.#heap[0]) {
        this.#pop();
        this.#send(first.what, first.dueMs);
      }
      const next = this.#heap[0];
      if (next === undefined) return;
      const leftMs = next.dueMs - performance.now();
      // Timers come up to a millisecond late.
      if (leftMs > 2.5) setTimeout(() => this.#look(), leftMs - 2);
      else {
        this.#lookedMs = performance.now();
        if (leftMs > 0) Atomics.wait(this.#nap, 0, 0, Math.min(napMs, leftMs));
        this.#look();
      }
    });
  }

  #push(due: Due<T>): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(due);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.dueMs <= due.dueMs) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && right.dueMs < left.dueMs) below += 1;
      const least = heap[below];
      if (least === undefined || least.dueMs >= last.dueMs) break;
      heap[at] = least;
      at = below;
    }
    heap[at] = last;
  }
}
