// What source shows of how a model is asked again when it fails.
import { eachUnit, merge, notApplicable, type Seen, unlessElsewhere } from '../../answer.ts';
import { modelWords } from '../../model/model-words.ts';
import { isNeverRun } from '../../model/ways.ts';
import type { ModelCall, Unit } from '../../model.ts';
import { judgeClient } from './clients.ts';
import { judgeLoops } from './loops.ts';
import { judgeWrappers } from './wrappers.ts';

export const mentions = [...modelWords, 'retry', 'backoff', 'attempt'];

export const judgeCode = eachUnit((unit) => unlessElsewhere(unit, ofUnit(unit)), notApplicable('the service asks no language model'));

function ofUnit(unit: Unit): Seen {
  return merge(
    unit.modelCalls
      .filter(({ call }) => call.runsIn !== 'development' && !call.onlyAsScript && !isNeverRun(unit, call.inFunction))
      .map((asked) => ofCall(unit, asked)),
  );
}

/** Its own loop first, then what stands around it, then what its library does by itself. */
function ofCall(unit: Unit, asked: ModelCall): Seen {
  const loops = judgeLoops(unit, asked);
  if (loops.bad.length > 0) return loops;
  const wrappers = judgeWrappers(unit, asked);
  if (wrappers.bad.length + wrappers.good.length + (wrappers.unclear?.length ?? 0) > 0) return wrappers;
  return loops.good.length > 0 ? loops : judgeClient(unit, asked);
}
