// What source shows of a breaker on every way to the language model.
import { eachUnit, merge, notApplicable, type Seen, unlessElsewhere } from '../../answer.ts';
import { modelWords } from '../../model/model-words.ts';
import { isNeverRun } from '../../model/ways.ts';
import type { ModelCall, Unit } from '../../model.ts';
import { breakerOn } from './breakers.ts';

export const mentions = [...modelWords, 'breaker', 'circuit', 'cockatiel', 'opossum'];

export const judgeCode = eachUnit((unit) => unlessElsewhere(unit, ofUnit(unit)), notApplicable('the service asks no language model'));

function ofUnit(unit: Unit): Seen {
  return merge(
    unit.modelCalls
      .filter(({ call }) => call.runsIn !== 'development' && !call.onlyAsScript && !isNeverRun(unit, call.inFunction))
      .map((asked) => ofCall(unit, asked)),
  );
}

function ofCall(unit: Unit, { call, library }: ModelCall): Seen {
  const model = library === 'HTTP' ? 'the model' : `the model behind ${library}`;
  const { place } = call;
  const found = breakerOn(unit, call);
  if (found === 'none') return { good: [], bad: [{ message: `${model} is asked with no circuit breaker on the way`, place }] };
  if (found === 'unknown')
    return { good: [], bad: [], unclear: [`whether what ${model} is asked through breaks when it fails could not be followed`] };
  if (found === 'deaf') return { good: [], bad: [{ message: `${model} is asked behind a switch that no failure ever opens`, place }] };
  return { bad: [], good: [{ message: `${model} is asked behind a circuit breaker`, place }] };
}
