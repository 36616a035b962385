// Django's DEBUG, in whichever settings a production run uses.
import type { Unit } from '../../model.ts';
import { isOnByDefault, isReached } from './defaults.ts';
import type { Looked } from './switches.ts';

const forDevelopers = /(?:^|[/_.-])(?:dev|devel|develop|development|local|test|tests|testing|ci|debug|docker_dev|staging_dev)(?:[/_.-]|$)/i;
const forProduction = /(?:^|[/_.-])(?:prod|production|live|staging|heroku|deploy)(?:[/_.-]|$)/i;

export function django(unit: Unit): Looked {
  const none: Looked = { bad: [], good: [], unclear: [] };
  if (!unit.frameworks.includes('django')) return none;
  const set = unit
    .assignments('py:DEBUG', 'DEBUG')
    .filter(
      ({ place, runsIn }) =>
        /settings|config/i.test(place.path) && !forDevelopers.test(place.path.replace(/\.py$/, '')) && runsIn !== 'development',
    );
  const judged = set.filter((each) => isReached(unit, each)).map((each) => ({ each, on: isOnByDefault(unit, each.value) }));
  const production = judged.filter(({ each }) => forProduction.test(each.place.path.replace(/\.py$/, '')));
  const deciding = production.length > 0 ? production : judged;
  const bad = deciding
    .filter(({ on }) => on === true)
    .map(({ each }) => ({
      message: 'DEBUG is on where nobody says otherwise: Django shows its settings and source to whoever meets an error',
      place: each.place,
    }));
  const good = deciding
    .filter(({ on }) => on === false)
    .map(({ each }) => ({ message: 'DEBUG is off where nobody says otherwise', place: each.place }));
  const unclear = deciding.some(({ on }) => on === undefined) ? ['what DEBUG is could not be followed'] : [];
  return { bad, good, unclear };
}
