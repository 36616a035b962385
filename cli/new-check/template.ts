// One line: what good looks like, and where it is looked for.
import { defineCheck, merge, notApplicable, type Seen, settle } from '../../checks/answer.ts';
import type { CodeEvidence, Unit } from '../../checks/model.ts';

export default defineCheck({
  id: 'new-check',
  tier: 'testflight',
  title: 'The good state as a sentence',
  why: 'Who gets hurt when it is not so, and how.',
  fix: 'Start with a verb: what to change, and to what.',
  refs: ['CWE-000'],
  mentions: ['a word without which source cannot matter to the code judge'],
  judge: {
    code: ({ units }: CodeEvidence) => settle(merge(units.map(look)), notApplicable('no service here does what this is about')),
  },
});

function look(unit: Unit): Seen {
  const calls = unit.calls('npm:library.method', 'py:library.function');
  return {
    bad: calls
      .filter((call) => call.option('safe') === 'absent')
      .map(({ place }) => ({ message: 'library.method is called without safe', place })),
    good: calls.filter((call) => typeof call.option('safe') === 'object').map(({ place }) => ({ message: 'safe is set', place })),
    unclear: calls.some((call) => call.option('safe') === 'unknown') ? ['whether safe is set could not be followed'] : [],
  };
}
