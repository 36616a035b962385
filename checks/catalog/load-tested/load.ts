// Judges a load run against its thresholds.
import { fail, inconclusive, pass } from '../../answer.ts';
import { isBrokenBetween, isHeld, isHeldBetween } from '../../model/threshold.ts';
import type { Answer, Finding, LoadDoubt, LoadEvidence, MeasuredThreshold } from '../../model.ts';
import { amountOf, amountsOf, figures, outcomes as outcomesOf, placeOf } from './words.ts';

// One or two failures in a short run are an accident; these many are a rate.
const failuresForShare = 5;

type Outcome = { readonly is: 'held' | 'broken'; readonly text: string } | { readonly is: 'unclear'; readonly text: string };

export function judgeLoad(evidence: LoadEvidence): Answer {
  const doubted = (...voids: readonly LoadDoubt['voids'][]) => evidence.doubts.filter((doubt) => voids.includes(doubt.voids));
  const [wholly] = doubted('all');
  if (wholly !== undefined) return inconclusive(wholly.because);
  if (evidence.requests === 0) return inconclusive(doubted('pass')[0]?.because ?? 'the load run got no answer at all');
  if (evidence.thresholds.length === 0) return inconclusive('the load run was given no threshold to hold');

  const [slowness] = doubted('slowness');
  const outcomes = evidence.thresholds.map((threshold) => outcomeOf(threshold, evidence, slowness));
  const [broken, ...more] = outcomes.filter(({ is }) => is === 'broken');
  const finding = (message: string): Finding => ({ message, place: placeOf(evidence) });
  if (broken !== undefined) {
    return fail(finding(`${broken.text}; ${figures(evidence)}`), ...more.map(({ text }) => finding(text)));
  }
  const unclear = outcomes.filter(({ is }) => is === 'unclear');
  if (unclear.length > 0) return inconclusive(unclear.map(({ text }) => text).join('; '));
  const [unloaded] = doubted('pass');
  if (unloaded !== undefined) return inconclusive(unloaded.because);
  const [held, ...others] = outcomes;
  if (held === undefined) return inconclusive('the load run was given no threshold to hold');
  return pass(finding(`${held.text}; ${figures(evidence)}`), ...others.map(({ text }) => finding(text)));
}

function outcomeOf(threshold: MeasuredThreshold, evidence: LoadEvidence, slowness: LoadDoubt | undefined): Outcome {
  const { observed, samples, samplesNeeded, text } = threshold;
  if (observed === undefined) return { is: 'unclear', text: `${text}: there were no samples` };
  const was = `${text} (was ${amountsOf({ ...threshold, observed })})`;
  if (threshold.unit === 'share') return shareOutcome({ ...threshold, observed }, evidence, was);
  if (samples < samplesNeeded) return { is: 'unclear', text: `${text}: ${samples} samples are too few, it takes ${samplesNeeded}` };
  const { between = { least: observed, most: observed } } = threshold;
  if (isHeldBetween(threshold, between)) return { is: 'held', text: `held ${was}` };
  if (slowness !== undefined && threshold.unit !== 'count') return { is: 'unclear', text: `${was}: ${slowness.because}` };
  if (threshold.generatorDelay > 0 && isHeld(threshold, Math.max(0, observed - threshold.generatorDelay))) {
    const delay = amountOf(threshold, threshold.generatorDelay);
    return { is: 'unclear', text: `${was}: up to ${delay} of it was the load generator's own delay; run it on a quieter machine` };
  }
  if (isBrokenBetween(threshold, between)) return { is: 'broken', text: `broke ${was}` };
  return { is: 'unclear', text: `${was}: the limit lies between what several engines measured, whose percentiles make no common one` };
}

function shareOutcome(threshold: MeasuredThreshold & { observed: number }, evidence: LoadEvidence, was: string): Outcome {
  const { observed, samples, samplesNeeded, hits = 0, text } = threshold;
  if (isHeld(threshold, observed)) {
    if (samples >= samplesNeeded) return { is: 'held', text: `held ${was}` };
    return { is: 'unclear', text: `${text}: ${samples} samples are too few, it takes ${samplesNeeded}` };
  }
  const few = hits < failuresForShare && hits !== samples && samples < samplesNeeded;
  if (few) return { is: 'unclear', text: `${was}: ${hits} of ${samples} are too few to be a rate` };
  return { is: 'broken', text: `broke ${was}: ${outcomesOf(evidence)}` };
}
