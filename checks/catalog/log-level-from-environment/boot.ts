// Whether the same start and the same requests are logged at greater length on a louder level.
import { fail, inconclusive, pass } from '../../answer.ts';
import type { Answer, BootEvidence } from '../../model.ts';

export function judgeBoot({ start, command, levels }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so no level could be tried');
  if (levels === undefined) return inconclusive('no log level was tried');
  if ('missing' in levels) return inconclusive(`no log level could be tried: ${levels.missing}`);
  const { variable, known, verbose, quiet } = levels.found;
  const both = `${variable}=${verbose.value} ${verbose.lines} lines and with ${variable}=${quiet.value} ${quiet.lines}`;
  const place = { kind: 'process', what: command } as const;
  if (verbose.lines > quiet.lines || verbose.kinds > quiet.kinds)
    return pass({ message: `for the same requests it writes with ${both}`, place });
  if (verbose.lines === 0) return inconclusive('it wrote nothing at any level');
  if (!known)
    return inconclusive(`${variable} changes nothing, and no variable that sets the level is known: name it as drills.logLevelVariable`);
  return fail({ message: `for the same requests it writes with ${both}: the level changes nothing`, place });
}
