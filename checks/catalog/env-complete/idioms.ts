// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  shell: `launchgate env --env-file .env.production   # names what is missing, never a value`,
};
