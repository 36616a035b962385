// When a run's figures carry nothing, or not all they seem to.
import { describe, expect, it } from 'vitest';
import { type GeneratorFacts, generatorDoubts, refusalDoubts } from './validity.ts';

const fine: GeneratorFacts = {
  cpuShare: 0.2,
  machineBusyShare: 0.5,
  sameMachine: true,
  due: 1000,
  startedInTime: 1000,
  atConnectionLimitMs: 0,
  clockJumpMs: 1,
  stoodStillMs: 5,
  longestStandstillMs: 3,
  measuredMs: 1000,
};

describe('a generator', () => {
  it('that kept up is not doubted', () => {
    expect(generatorDoubts(fine)).toEqual([]);
  });

  it.each<[string, Partial<GeneratorFacts>, string, string]>([
    ['a clock that jumped', { clockJumpMs: 3_600_000 }, 'all', 'clock jumped'],
    ['a machine too slow for the rate', { startedInTime: 980 }, 'all', 'too slow for the rate'],
    ['a target that kept all connections', { startedInTime: 500, atConnectionLimitMs: 900 }, 'pass', 'every allowed connection'],
    ['a full processor of its own', { cpuShare: 0.95 }, 'slowness', 'generator used 95 %'],
    [
      'a process that got no time',
      { stoodStillMs: 30, longestStandstillMs: 22 },
      'slowness',
      'stood still for 3 % of the time, for up to 22 ms',
    ],
    ['full processors shared with the target', { machineBusyShare: 0.97 }, 'slowness', 'share processors'],
  ])('is doubted with %s', (_, changes, voids, because) => {
    expect(generatorDoubts({ ...fine, ...changes })).toEqual([{ because: expect.stringContaining(because), voids }]);
  });

  it('may be on a busy machine where the target is elsewhere', () => {
    expect(generatorDoubts({ ...fine, machineBusyShare: 0.97, sameMachine: false })).toEqual([]);
  });
});

describe('answers', () => {
  it.each([
    [{ '200': 95, '429': 6 }, true, 'rate limiter'],
    [{ '503': 100 }, false, 'every answer from the first on was 503'],
    [{ '401': 50, '403': 50 }, false, '401 or 403'],
  ])('of %j are not a measurement', (statuses, everExpected, because) => {
    expect(refusalDoubts({ requests: 100, statuses, everExpected })).toEqual([{ because: expect.stringContaining(because), voids: 'all' }]);
  });

  it.each([
    [{ '200': 96, '429': 4 }, true],
    [{ '503': 100 }, true],
    [{ timeout: 100 }, false],
    [{ timeout: 50, '503': 50 }, false],
  ])('of %j are one', (statuses, everExpected) => {
    expect(refusalDoubts({ requests: 100, statuses, everExpected })).toEqual([]);
  });
});
