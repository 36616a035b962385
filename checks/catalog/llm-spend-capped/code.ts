// What source shows of what an answer of the model may cost, and of who counts what users spend.
import { eachUnit, merge, notApplicable, type Seen, unlessElsewhere } from '../../answer.ts';
import { modelWords } from '../../model/model-words.ts';
import { isNeverRun } from '../../model/ways.ts';
import type { ModelCall, Unit } from '../../model.ts';
import { judgeBudget } from './budgets.ts';
import { judgeTokens } from './tokens.ts';

export const mentions = [...modelWords, 'max_tokens', 'maxtokens', 'budget', 'quota', 'credit', 'limit', 'throttle', 'usage'];

export const judgeCode = eachUnit(
  (unit) => unlessElsewhere(unit, ofUnit(unit)),
  notApplicable('the service asks no language model that costs anything'),
);

function ofUnit(unit: Unit): Seen {
  const paid = unit.modelCalls.filter(
    ({ call, library }) =>
      library !== 'Ollama' && call.runsIn !== 'development' && !call.onlyAsScript && !isNeverRun(unit, call.inFunction),
  );
  return merge(paid.map((asked) => merge([judgeTokens(unit, asked), judgeBudget(unit, asked)])));
}

export const modelOf = ({ library }: ModelCall): string => (library === 'HTTP' ? 'the model' : `the model behind ${library}`);
