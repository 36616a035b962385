// How long a run waits for its next arrival, and what it makes of a pause that took longer.
import { describe, expect, it } from 'vitest';
import { longestNapMs, Pauses, waitMs } from './pause.ts';

const alone = { arrivalsAreThick: false, isFull: false };

describe('the wait for an arrival', () => {
  it.each([
    ['far away is slept out but for what timers are late by', 8, alone, 7],
    ['that is nowhere near still lets the run look around', 60_000, alone, 10],
    ['that will not come too', undefined, alone, 10],
    ['that is near is waited out in naps', 1.5, alone, longestNapMs],
    ['and the last nap is no longer than it takes', 0.1, alone, 0.1],
    ['among many is not waited for alone', 0.1, { ...alone, arrivalsAreThick: true }, longestNapMs],
    ['that is due is no wait', -3, alone, 0],
    ['that is due and can not start is one', -3, { ...alone, isFull: true }, 1],
  ])('%s', (_, leftMs, state, expected) => {
    expect(waitMs(leftMs, state)).toBe(expected);
  });
});

describe('a standstill', () => {
  it('is what a pause took beyond what timers take', () => {
    const pauses = new Pauses();
    for (const overMs of [0.2, 1, 6, 21]) pauses.note(overMs);
    expect(pauses.take()).toEqual({ totalMs: 25, longestMs: 21 });
    expect(pauses.take()).toEqual({ totalMs: 0, longestMs: 0 });
  });
});
