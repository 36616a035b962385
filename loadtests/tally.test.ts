// The counting, with a clock that the test moves.
import { describe, expect, it } from 'vitest';
import { percentile, startTally } from './tally.ts';

function tallyAt() {
  const clock = { now: 0 };
  const tally = startTally({ timeoutMs: 1000, slowMs: 300, expects: (status) => status === 200, now: () => clock.now });
  return { clock, tally };
}

describe('a tally', () => {
  it('times an answer from its own request, in fractions of a millisecond', () => {
    const { clock, tally } = tallyAt();
    const connection = tally.connection();
    connection.sent();
    clock.now = 0.25;
    connection.answered(200);
    expect([...tally.end().latencies]).toEqual([0.25]);
  });

  it('counts a request that was sent again too late as a timeout, with its waiting time', () => {
    const { clock, tally } = tallyAt();
    const connection = tally.connection();
    connection.sent();
    clock.now = 1000;
    connection.sent();
    clock.now = 1010;
    connection.answered(200);
    const { requests, failed, statuses, latencies } = tally.end();
    expect({ requests, failed, statuses: [...statuses], latencies: [...latencies] }).toEqual({
      requests: 2,
      failed: 1,
      statuses: [
        ['timeout', 1],
        ['200', 1],
      ],
      latencies: [10, 1000],
    });
  });

  it('counts a connection that ended early as failed, and does not count what was sent after the server said goodbye', () => {
    const { tally } = tallyAt();
    const rude = tally.connection();
    rude.sent();
    rude.sent();
    const polite = tally.connection();
    polite.sent();
    polite.closing();
    polite.answered(200);
    polite.sent();
    polite.answered(503);
    polite.sent();
    polite.closing();
    polite.answered(200);
    polite.sent();
    polite.sent();
    polite.answered(200);
    const { requests, failed, connectionFailures, statuses } = tally.end();
    expect([requests, failed, connectionFailures, statuses.get('200')]).toEqual([4, 1, 1, 3]);
  });

  it('does not forget who was still waiting when time was up', () => {
    const { clock, tally } = tallyAt();
    tally.connection().sent();
    clock.now = 200;
    tally.connection().sent();
    clock.now = 400;
    const { requests, failed, statuses, latencies } = tally.end();
    expect([requests, failed, statuses.get('unanswered at the end'), latencies[0]]).toEqual([1, 0, 1, 400]);
  });
});

describe('a percentile', () => {
  it('is the nearest rank', () => {
    const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
    expect(percentile(Float64Array.of(7), 0.99)).toBe(7);
    expect(percentile(new Float64Array(), 0.99)).toBe(0);
  });

  it('holds more samples than its first buffer', () => {
    const { clock, tally } = tallyAt();
    const connection = tally.connection();
    for (let index = 0; index < 10_000; index += 1) {
      connection.sent();
      clock.now += 1;
      connection.answered(200);
    }
    expect(tally.end().latencies.length).toBe(10_000);
  });
});
