// Proves every example of every check: the verdict its name says, a finding on each marked line and on no other, and no word of the prefilter that hides any.
import { describe, expect, test } from 'vitest';
import { casesOf, judgeCase } from '../corpus/case.ts';
import { catalog } from './index.ts';

const everything = [''];

for (const check of catalog) {
  if (check.judge.code === undefined) continue;
  const cases = casesOf(check);
  const right = cases.filter(({ knownWrong }) => !knownWrong);
  describe(`${check.id} from source`, () => {
    test.each(right.map((each) => [each.name, each] as const))('%s', (_, each) => {
      const judged = judgeCase(check, each);
      const { answer } = judged;
      expect({
        verdict: answer.verdict,
        because: 'because' in answer ? answer.because : undefined,
        ...(each.wanted === 'fail' && { places: judged.places }),
      }).toEqual({
        verdict: each.wanted,
        because: 'because' in answer ? expect.any(String) : undefined,
        ...(each.wanted === 'fail' && { places: each.marked }),
      });
      if (judged.isWhole) return;
      const unfiltered = judgeCase(check, each, everything);
      expect({ verdict: unfiltered.answer.verdict, places: unfiltered.places }).toEqual({ verdict: answer.verdict, places: judged.places });
    });

    test.each(cases.filter(({ knownWrong }) => knownWrong).map((each) => [each.name, each] as const))('still wrong: %s', (_, each) => {
      const { answer, places } = judgeCase(check, each);
      expect({ verdict: answer.verdict, places: each.wanted === 'fail' ? places : [] }).not.toEqual({
        verdict: each.wanted,
        places: each.marked,
      });
    });

    test('there are examples of both kinds in both languages', () => {
      for (const language of ['Python', 'TypeScript'])
        for (const verdict of ['fail', 'pass'])
          expect(
            right.some((each) => each.language === language && each.wanted === verdict),
            `${verdict} in ${language}`,
          ).toBe(true);
    });
  });
}
