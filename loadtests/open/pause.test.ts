// How long a run waits for its next arrival, and what it makes of a pause that took longer.
import { describe, expect, it } from 'vitest';
import { Looking, longestNapMs, Pauses, waitFor } from './pause.ts';

const alone = { arrivalsAreThick: false, isFull: false, isQuiet: false, isPrecise: false };
const quiet = { ...alone, isQuiet: true };
const precise = { ...alone, isPrecise: true };
const looking = { ms: 0, by: 'looking' };
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
    ['is no sleep where a processor is given for it and an answer is awaited', 8, precise, looking],
    ['nor where everything that is due is waited for', undefined, precise, looking],
    ['nor shortly before it is due', 3.5, { ...precise, isQuiet: true }, looking],
    ['but is slept out as far as timers can not be too late', 8, { ...precise, isQuiet: true }, timer(5)],
  ])('%s', (_, leftMs, state, expected) => {
    expect(waitFor(leftMs, state)).toEqual(expected);
  });
});

describe('a standstill', () => {
  it('is what a pause took beyond what timers take', () => {
    const pauses = new Pauses();
    for (const overMs of [0.2, 1, 6, 21]) pauses.note(overMs);
    expect(pauses.take()).toEqual({ totalMs: 25, longestMs: 21, lookedOnMs: 0 });
    expect(pauses.take()).toEqual({ totalMs: 0, longestMs: 0, lookedOnMs: 0 });
  });
});

const paused = (pauses: Pauses, wait: Parameters<Pauses['pause']>[0]) => new Promise<void>((next) => pauses.pause(wait, next));

describe('an answer', () => {
  it('may have been there for as long as nothing was read', async () => {
    const pauses = new Pauses();
    await paused(pauses, { ms: 20, by: 'nap' });
    expect(pauses.noticedLateMs(performance.now())).toBeGreaterThanOrEqual(19.9);
  });

  it('that ended a sleep is taken to have waited as long as the last nap was late', async () => {
    const pauses = new Pauses();
    await paused(pauses, { ms: 5, by: 'nap' });
    const sleeping = paused(pauses, { ms: 1, by: 'timer' });
    const late = pauses.noticedLateMs(performance.now() + 1e6);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1e5);
    await sleeping;
  });
});

describe('looking on', () => {
  it('is told apart from work', async () => {
    const idle = new Pauses();
    for (let turn = 0; turn < 50; turn += 1) await paused(idle, { ms: 0, by: 'looking' });
    const busy = new Pauses();
    for (let turn = 0; turn < 50; turn += 1) {
      await paused(busy, { ms: 0, by: 'looking' });
      busy.worked();
    }
    expect(idle.take().lookedOnMs).toBeGreaterThan(0);
    expect(busy.take().lookedOnMs).toBe(0);
  });

  it('is given up where others want the processor, and not for a rare moment', () => {
    const rarely = new Looking();
    for (let second = 1; second <= 60; second += 1) rarely.disturbed(second * 1000, 8);
    expect(rarely.isGood).toBe(true);
    const often = new Looking();
    for (let turn = 1; turn <= 4; turn += 1) often.disturbed(1000 + turn * 10, 6);
    expect(often.isGood).toBe(false);
  });
});
