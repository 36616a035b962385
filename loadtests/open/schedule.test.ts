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

function arrivals(stages: readonly Stage[]): readonly { dueMs: number; stage: number }[] {
  const schedule = new Schedule(stages);
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
