// The knee from steps that do not all say the same.
import { describe, expect, it } from 'vitest';
import { boundsOf, kneeOf, repeatedText, toRepeat } from './knee.ts';

const steps = (text: string) =>
  text.split(' ').map((step) => {
    const verdict = step.endsWith('+') ? ('held' as const) : step.endsWith('-') ? ('broke' as const) : ('unclear' as const);
    return { perSecond: Number.parseInt(step, 10), verdict };
  });

describe('the knee', () => {
  it.each([
    ['10+ 20+ 40-', { heldPerSecond: 20, brokePerSecond: 40 }],
    ['40- 10-', { brokePerSecond: 10 }],
    ['10+ 20?', { heldPerSecond: 10 }],
    // One unlucky run below does not decide against two that held.
    ['10+ 20- 40- 20+ 20+', { heldPerSecond: 20, brokePerSecond: 40 }],
    // And one lucky run does not make a rate hold.
    ['10+ 20+ 40- 20-', { heldPerSecond: 10, brokePerSecond: 20 }],
    // What held above a rate that broke was luck too.
    ['10+ 40+ 20- 20-', { heldPerSecond: 10, brokePerSecond: 20 }],
  ])('of %s lies between its ends', (text, bounds) => {
    expect(boundsOf(steps(text))).toEqual(bounds);
  });

  it('is run again at both ends until each was run often enough', () => {
    expect(toRepeat(steps('10+ 20-'), 1)).toBeUndefined();
    expect(toRepeat(steps('10+ 20-'), 3)).toBe(10);
    expect(toRepeat(steps('10+ 20- 10+'), 3)).toBe(20);
    expect(toRepeat(steps('10+ 20- 10+ 20- 10+ 20-'), 3)).toBeUndefined();
    expect(toRepeat(steps('10+ 20+'), 3)).toBeUndefined();
  });

  it('is told with how sure it is', () => {
    const all = steps('96+ 100- 96+ 100- 96- 100-');
    expect(kneeOf(all).knee).toEqual({
      perSecond: 98,
      plusMinus: 2,
      held: { perSecond: 96, runs: 3, agreed: 2 },
      broke: { perSecond: 100, runs: 3, agreed: 3 },
    });
    expect(repeatedText(all)).toBe('; 96 held in 2 of 3 runs, 100 broke in 3 of 3 runs');
    expect(repeatedText(steps('96+ 100-'))).toBe('');
  });
});
