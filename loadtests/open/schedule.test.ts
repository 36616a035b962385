// Arrivals of constant and ramping stages, against their arithmetic.
import { describe, expect, it } from 'vitest';
import { Schedule, type Stage } from './schedule.ts';

const stage = (seconds: number, fromPerSecond: number, toPerSecond = fromPerSecond): Stage => ({
  name: 'steady',
  durationMs: seconds * 1000,
  fromPerSecond,
  toPerSecond,
  measured: true,
});

function arrivals(stages: readonly Stage[], togetherMs = 0): readonly { dueMs: number; stage: number }[] {
  const schedule = new Schedule(stages, togetherMs);
  const all = [];
  for (let next = schedule.next; next !== undefined; next = schedule.next) {
    all.push(next);
    schedule.advance();
  }
  return all;
}

describe('a schedule', () => {
  it('spaces a constant rate evenly', () => {
    expect(arrivals([stage(1, 4)]).map(({ dueMs }) => dueMs)).toEqual([0, 250, 500, 750]);
  });

  it('lets what comes within the same time be due together, when it is over', () => {
    const due = (perSecond: number, togetherMs: number) =>
      arrivals([stage(0.02, perSecond), stage(0.02, 200)], togetherMs).map(({ dueMs }) => dueMs);
    expect(due(1000, 10).slice(0, 12)).toEqual([0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 20]);
    expect(due(1000, 10).length).toBe(24);
    expect(due(1000, 0).slice(0, 3)).toEqual([0, 1, 2]);
    // None is lost, none comes before one that was earlier, and none later than the time that was given.
    const exact = arrivals([stage(1, 100, 2000), stage(1, 2000, 100)]).map(({ dueMs }) => dueMs);
    const ramp = arrivals([stage(1, 100, 2000), stage(1, 2000, 100)], 4).map(({ dueMs }) => dueMs);
    expect(ramp.length).toBe(exact.length);
    expect(ramp.toSorted((one, other) => one - other)).toEqual(ramp);
    const later = ramp.map((ms, at) => ms - (exact[at] ?? 0));
    expect(Math.min(...later)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...later)).toBeLessThan(4);
  });

  it.each([
    [0, 100],
    [100, 0],
    [20, 80],
  ])('ramps from %i to %i by their mean', (from, to) => {
    const due = arrivals([stage(10, from, to)]).map(({ dueMs }) => dueMs);
    expect(Math.abs(due.length - ((from + to) / 2) * 10)).toBeLessThanOrEqual(1);
    expect(due.toSorted((one, other) => one - other)).toEqual(due);
    // Half of the time has seen the integral of the first half.
    const expected = (from + (to - from) / 4) * 5;
    expect(Math.abs(due.filter((ms) => ms < 5000).length - expected)).toBeLessThanOrEqual(1);
  });

  it('neither loses nor adds an arrival where stages meet', () => {
    const all = arrivals([stage(0.25, 10), stage(0.25, 10), stage(0.25, 10), stage(0.25, 10)]);
    expect(all.length).toBe(10);
    expect(all.every(({ dueMs }, index) => Math.abs(dueMs - index * 100) < 0.001)).toBe(true);
    expect(all.map(({ stage: index }) => index)).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 3, 3]);
  });

  it('passes a pause over', () => {
    const all = arrivals([stage(1, 2), stage(5, 0), stage(1, 2)]);
    expect(all.map(({ dueMs }) => dueMs)).toEqual([0, 500, 6000, 6500]);
  });
});
