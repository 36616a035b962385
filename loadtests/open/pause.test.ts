// How long a run waits for its next arrival, and what it makes of a pause that took longer.
import { describe, expect, it } from 'vitest';
import { longestNapMs, Pauses, waitFor } from './pause.ts';

const alone = { arrivalsAreThick: false, isFull: false, isQuiet: false };
const quiet = { ...alone, isQuiet: true };
const timer = (ms: number) => ({ ms, by: 'timer' });
const nap = (ms: number) => ({ ms, by: 'nap' });

describe('the wait for an arrival', () => {
  it.each([
    ['far away is slept out but for what timers are late by', 8, alone, timer(7)],
    ['that is nowhere near still lets the run look around', 60_000, alone, timer(10)],
    ['that will not come too', undefined, alone, timer(10)],
    ['that is near is waited out in naps', 1.5, alone, nap(longestNapMs)],
    ['is one nap where no answer is awaited', 1.5, quiet, nap(1.5)],
    ['and the last nap is no longer than it takes', 0.1, alone, nap(0.1)],
    ['among many is not waited for alone', 0.1, { ...alone, arrivalsAreThick: true }, nap(longestNapMs)],
    ['among many is not, whoever is awaited', 0.1, { ...quiet, arrivalsAreThick: true }, nap(longestNapMs)],
    ['that is due is no wait', -3, alone, nap(0)],
    ['that is due and can not start is one', -3, { ...alone, isFull: true }, timer(1)],
  ])('%s', (_, leftMs, state, expected) => {
    expect(waitFor(leftMs, state)).toEqual(expected);
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
