// Secrets that a started service is given by us: those of the environment it inherits, and those written before its command.
import { readSecrets } from '../environment/values.ts';
import { isSecretName } from '../secret-shapes.ts';

const assignment = /(?:^|\s)([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|(\S+))/g;

/** `API_KEY=… node server.js`: by name. */
export function secretsInCommand(command: string): ReadonlyMap<string, string> {
  const found = [...command.matchAll(assignment)].flatMap(([, name = '', ...values]) => {
    const value = values.find((each) => each !== undefined && each !== '');
    return value !== undefined && isSecretName(name) ? [[name, value] as const] : [];
  });
  return new Map(found);
}

/** All of them, by the name to show in their stead. */
export async function secretsGiven(command: string): Promise<ReadonlyMap<string, string>> {
  const inherited = await readSecrets({ root: '', files: [], processEnv: process.env });
  return new Map([...inherited, ...secretsInCommand(command)]);
}
