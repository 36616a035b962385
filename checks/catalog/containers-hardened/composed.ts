// One service of a compose file: what it may do to the machine below it.
import type { Seen } from '../../answer.ts';
import type { ComposedService, Finding } from '../../model.ts';
import { floating } from './images.ts';

const nothing: Seen = { bad: [], good: [] };
/** Files that say they are for production are held to it; a plain one is mostly for developers. */
const forProduction = /prod|deploy|release|live/i;

export function judgeComposed(service: ComposedService): Seen {
  const { place, name, image } = service;
  const at = (message: string): Finding => ({ message, place });
  const strict = forProduction.test(place.path);
  const what = strict && image !== undefined ? floating(image) : undefined;
  const bad = [
    ...(service.privileged ? [at(`${name} is privileged: it may do to the machine what root may`)] : []),
    ...(service.mountsDockerSocket && strict ? [at(`${name} is handed the socket of Docker: it may start anything as root`)] : []),
    ...(strict && service.user !== undefined && /^(?:root|0)(?::|$)/.test(service.user) ? [at(`${name} runs as root`)] : []),
    ...(what === undefined ? [] : [at(`${image ?? name} ${what}`)]),
    ...(strict
      ? service.secrets.map((secret): Finding => ({ message: `${secret.name} is written into a compose file`, place: secret.place }))
      : []),
  ];
  return bad.length > 0 ? { ...nothing, bad } : nothing;
}
