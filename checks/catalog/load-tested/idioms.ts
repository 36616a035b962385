// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  shell: `launchgate load run launchgate.load.yaml --url http://127.0.0.1:3000`,
};
