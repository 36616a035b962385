// A file of settings that the image itself names: what stands there is shipped with it, and is no Python that is read here.
import { settingsNamedByRun } from '../../model/settings-file.ts';
import type { Containers, Unit } from '../../model.ts';

/** Why it can't be told whether a key stands there; none where whoever runs the service names the file. */
export function shippedSettings(unit: Unit, { images }: Containers): readonly string[] {
  const named = settingsNamedByRun(unit);
  if (named === undefined) return [];
  const sets = images
    .flatMap(({ stages }) => stages.flatMap(({ variables }) => variables))
    .find(
      ({ name, through, value }) =>
        through === 'ENV' &&
        value === 'written' &&
        (name === named || (named === 'the environment' && /(?:CONFIG|SETTINGS)(?:_FILE)?$/i.test(name))),
    );
  return sets === undefined
    ? []
    : [`whether a secret stands in the file of settings that the image names by ${sets.name} could not be told`];
}
