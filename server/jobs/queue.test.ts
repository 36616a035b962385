// The queue over both databases: the real one has true concurrency, the embedded one is what most people run.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noRealPostgres } from '../testing/databases.ts';
import { startEndpoint, type TestEndpoint, worlds } from '../testing/endpoint.ts';
import { type JobQueue, jobQueue } from './queue.ts';

describe.each(worlds)('jobs over $world', ({ start, skipped }) => {
  if (skipped !== undefined) return it.skip(String(noRealPostgres));
  let endpoint: TestEndpoint;
  let queue: JobQueue;
  beforeAll(async () => {
    endpoint = await startEndpoint(start);
    queue = jobQueue({ forServer: endpoint.service });
  });
  afterAll(() => endpoint.stop());
  const enqueue = async (...keys: readonly string[]) => {
    const rows = keys.map((key) => ({ kind: 'test', dedupe_key: key, payload: { key } }));
    return (await endpoint.service.from('jobs').upsert(rows, { onConflict: 'dedupe_key', ignoreDuplicates: true })).error;
  };
  const later = (id: number, changes: object) => endpoint.service.from('jobs').update(changes).eq('id', id);

  it('gives each of forty jobs to one of eight workers, once', async () => {
    expect(await enqueue(...Array.from({ length: 40 }, (_, n) => `many ${n}`))).toBeNull();
    const done: number[] = [];
    const worker = async () => {
      for (let job = await queue.claim(); job !== undefined; job = await queue.claim()) {
        done.push(job.id);
        await queue.finish(job);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect([done.length, new Set(done).size]).toEqual([40, 40]);
  });

  it('does once what is asked for twice', async () => {
    await enqueue('same');
    await enqueue('same');
    const job = await queue.claim();
    if (job !== undefined) await queue.finish(job);
    await enqueue('same');
    expect([job?.payload, await queue.claim()]).toEqual([{ key: 'same' }, undefined]);
  });

  it('gives a job whose holder died to the next, and believes the first no more', async () => {
    await enqueue('lost');
    const first = await queue.claim();
    if (first === undefined) throw new Error('no job');
    expect(await queue.claim()).toBeUndefined();
    await later(first.id, { lease_until: '2000-01-01T00:00:00Z' });
    const second = await queue.claim();
    expect(second).toMatchObject({ id: first.id, attempts: 2 });
    expect(await queue.fail(first)).toBe('lost');
    if (second !== undefined) await queue.finish(second);
    const { data } = await endpoint.service.from('jobs').select('state').eq('id', first.id).single();
    expect(data).toEqual({ state: 'done' });
  });

  it('tries a failed job again later, and gives up after the tenth time', async () => {
    await enqueue('failing');
    const states: string[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const job = await queue.claim();
      if (job === undefined) throw new Error(`no job at attempt ${attempt}`);
      states.push(await queue.fail(job));
      expect(await queue.claim()).toBeUndefined();
      await later(job.id, { run_after: '2000-01-01T00:00:00Z' });
    }
    expect(states).toEqual([...Array.from({ length: 9 }, () => 'waiting'), 'dead']);
    expect(await queue.claim()).toBeUndefined();
  });
});
