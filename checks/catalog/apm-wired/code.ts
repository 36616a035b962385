// What source shows of error and performance monitors: started, in time, with the release, scrubbed, and told of errors.
import { eachUnit, lacking, notApplicable, type Seen, unlessHanded } from '../../answer.ts';
import type { Finding, Unit } from '../../model.ts';
import { faultsOf } from './faults.ts';
import { monitorsOf } from './monitors.ts';

export const mentions = [
  'sentry',
  'ddtrace',
  'dd-trace',
  'datadog',
  'newrelic',
  'elastic',
  'bugsnag',
  'rollbar',
  'honeybadger',
  'appsignal',
  'applicationinsights',
  'logfire',
  'raygun',
];

export const judgeCode = eachUnit((unit) => unlessHanded(unit, ofUnit(unit)), notApplicable('there is nothing to monitor'));

function ofUnit(unit: Unit): Seen {
  const monitors = monitorsOf(unit);
  if (monitors.length === 0) return { bad: lacking(unit, 'no monitor of errors or performance is started'), good: [] };
  const judged = monitors.map((monitor) => ({ monitor, ...faultsOf(unit, monitor) }));
  const bad: readonly Finding[] = judged.flatMap(({ monitor, faults }) => faults.map((message) => ({ message, place: monitor.place })));
  const unclear = judged.flatMap((each) => each.unclear);
  const fine = judged.filter(({ faults, unclear: open }) => faults.length === 0 && open.length === 0);
  // One that is right in everything is enough only where no other does harm.
  return {
    bad,
    good: fine.map(({ monitor }) => ({
      message: `${monitor.name} is started, knows the release and is told no secrets`,
      place: monitor.place,
    })),
    unclear: fine.length > 0 ? [] : unclear,
  };
}
