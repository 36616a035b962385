// Secrets that a started service is given by us: those of the environment it inherits, and those written before its command.
import { readSecrets } from '../environment/values.ts';
import { isSecretName } from '../secret-shapes.ts';

// Before the command, inside one that is quoted, or as an option: `sh -c "TOKEN=… node server.js"`, `--password=…`.
const assignment = /(?:^|[\s"'`(;&|])(?:--?)?([A-Za-z_][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'`;&|)]+))/g;
// A name on a command line stands alone, as PGPASSWORD, MYSQL_PWD and TOKEN do.
const givenAlone = /(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:^|[_-])pass)$/i;

/** `API_KEY=… node server.js`: by name. */
export function secretsInCommand(command: string): ReadonlyMap<string, string> {
  const found = [...command.matchAll(assignment)].flatMap(([, name = '', ...values]) => {
    const value = values.find((each) => each !== undefined && each !== '');
    return value !== undefined && (isSecretName(name) || givenAlone.test(name)) ? [[name, value] as const] : [];
  });
  return new Map(found);
}

/** All of them, by the name to show in their stead. */
export async function secretsGiven(command: string): Promise<ReadonlyMap<string, string>> {
  const inherited = await readSecrets({ root: '', files: [], processEnv: process.env });
  return new Map([...inherited, ...secretsInCommand(command)]);
}
