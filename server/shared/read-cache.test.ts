import { describe, expect, it, vi } from 'vitest';
import { type Kept, keptOf, readCache } from './read-cache.ts';

const key = 'playbook';
/** Something to read that takes its time. */
function slow(): { readonly make: () => Promise<Kept | undefined>; readonly asked: () => number; answer(text: string | undefined): void } {
  let asked = 0;
  let answer: (text: string | undefined) => void = () => undefined;
  const make = async () => {
    asked += 1;
    const text = await new Promise<string | undefined>((resolve) => {
      answer = resolve;
    });
    return text === undefined ? undefined : keptOf(text);
  };
  return { make, asked: () => asked, answer: (text) => answer(text) };
}
const at = (text: string) => async () => keptOf(text);

describe('a read', () => {
  it('is made once for all who ask meanwhile, and kept', async () => {
    const cache = readCache(60_000, undefined);
    const { make, asked, answer } = slow();
    const reads = [cache.get(key, make), cache.get(key, make), cache.get(key, make)];
    await vi.waitUntil(() => asked() > 0);
    answer('one');
    expect((await Promise.all(reads)).map((each) => each?.text)).toEqual(['one', 'one', 'one']);
    expect((await cache.get(key, make))?.text).toBe('one');
    expect(asked()).toBe(1);
  });

  it('that began before a write is neither kept nor given to who asks after it', async () => {
    const cache = readCache(60_000, undefined);
    const { make, asked, answer } = slow();
    const before = cache.get(key, make);
    await vi.waitUntil(() => asked() > 0);
    await cache.drop(key);
    expect((await cache.get(key, at('new')))?.text).toBe('new');
    answer('old');
    expect((await before)?.text).toBe('old');
    expect((await cache.get(key, at('newer')))?.text).toBe('new');
  });

  it('that fails or gives nothing is made anew by who waited for it', async () => {
    const cache = readCache(60_000, undefined);
    const failed = cache.get(key, () => Promise.reject(new Error('gone')));
    const waited = cache.get(key, at('mine'));
    await expect(failed).rejects.toThrow('gone');
    expect((await waited)?.text).toBe('mine');
    await cache.drop(key);
    expect(await cache.get(key, async () => undefined)).toBeUndefined();
    expect((await cache.get(key, at('next')))?.text).toBe('next');
  });

  it('is not kept longer than told', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const cache = readCache(2_000, undefined);
    await cache.get(key, at('one'));
    vi.advanceTimersByTime(1_999);
    expect((await cache.get(key, at('two')))?.text).toBe('one');
    vi.advanceTimersByTime(2);
    expect((await cache.get(key, at('two')))?.text).toBe('two');
    vi.useRealTimers();
  });
});
