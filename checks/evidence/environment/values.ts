// The values themselves, for starting the service and for taking them out of what is reported. They are kept in memory only.
import { resolve } from 'node:path';
import { isSecretName, secretShape } from '../secret-shapes.ts';
import { type EnvironmentFile, filesIn, givenFile, type Role } from './discover.ts';
import { type ParsedFile, readEnvironmentFile } from './parse.ts';
import { unescaped, valueShape } from './shape.ts';

export interface EnvironmentRequest {
  readonly root: string;
  /** Paths the user named; `discover` takes what lies in the root and in `folders`. */
  readonly files: readonly string[] | 'discover';
  /** Folders of the services, relative to the root. */
  readonly folders?: readonly string[];
  readonly processEnv?: Readonly<Record<string, string | undefined>>;
}
export interface ReadSource {
  readonly name: string;
  readonly role: Role;
  readonly parsed: ParsedFile;
}

/** Every source, read. Files named by the user replace the discovered ones, but for the examples, which only document. */
export async function readSources(request: EnvironmentRequest): Promise<readonly ReadSource[]> {
  const files = await filesOf(request);
  const read = await Promise.all(files.map(async ({ name, role, path }) => ({ name, role, parsed: await readEnvironmentFile(path) })));
  return request.processEnv === undefined ? read : [...read, processSource(request.processEnv)];
}

/** The effective value of each variable: later files win over earlier ones, the process over files. Examples and test files set nothing. */
export async function readValues(request: EnvironmentRequest): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const sources = (await readSources(request)).filter(({ role }) => role !== 'example');
  // The user's own order stands where the user named the files.
  const used = request.files === 'discover' ? sources.filter(({ role }) => role !== 'test').toSorted((a, b) => rank(a) - rank(b)) : sources;
  for (const { parsed } of used) {
    if ('problem' in parsed) continue;
    for (const { name, value } of parsed.assigned) values.set(name, value);
  }
  return values;
}

/** Every secret of every source, keyed by a name to show in its stead. A public key (anon, publishable) is none. */
export async function readSecrets(request: EnvironmentRequest): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>();
  for (const { name: source, role, parsed } of await readSources(request)) {
    if (role === 'example' || 'problem' in parsed) continue;
    for (const { name, value } of parsed.assigned) addSecret(secrets, { source, name, value: value.trim() });
  }
  return secrets;
}

function addSecret(secrets: Map<string, string>, { source, name, value }: { source: string; name: string; value: string }): void {
  const add = (label: string, secret: string) => secrets.set(secrets.has(label) ? `${label} of ${source}` : label, secret);
  const shape = valueShape(name, value);
  if (shape.kind === 'url') {
    // A password that anybody could guess is kept to ourselves too.
    const { password } = new URL(value);
    if (password === '') return;
    add(name, value);
    add(`${name} password`, unescaped(password));
  } else if (shape.kind === 'supabase-jwt' ? shape.role !== 'anon' : isKept(name, value)) add(name, value);
}

function isKept(name: string, value: string): boolean {
  const { kind } = valueShape(name, value);
  if (kind === 'openai-key' || kind === 'private-key' || secretShape(value) !== undefined) return true;
  // Short or well-known words would turn every log line into markers.
  return isSecretName(name) && value.length >= 6 && !/^(?:true|false|none|null)$/i.test(value) && !value.startsWith('sb_publishable_');
}

async function filesOf({ root: given, files, folders = [] }: EnvironmentRequest): Promise<readonly EnvironmentFile[]> {
  const root = resolve(given);
  const found = (await Promise.all(withOwn([...new Set(['', ...folders])]).map((folder) => filesIn(root, folder)))).flat();
  const named =
    files === 'discover' ? found : [...files.map((file) => givenFile(root, file)), ...found.filter(({ role }) => role === 'example')];
  return [...new Map(named.toReversed().map((file) => [file.path, file])).values()].toReversed();
}

/** Tools keep files of their own beside the service's: the Prisma CLI reads `prisma/.env`. */
const withOwn = (folders: readonly string[]): readonly string[] => [
  ...folders,
  ...folders.flatMap((folder) => ['prisma', 'config', 'env'].map((name) => (folder === '' ? name : `${folder}/${name}`))),
];

function processSource(variables: Readonly<Record<string, string | undefined>>): ReadSource {
  const assigned = Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value, line: 0 }]));
  return { name: 'process', role: 'given', parsed: { assigned, commentedOut: [] } };
}

const ranks: Readonly<Record<Role, number>> = { example: 0, test: 0, development: 1, production: 2, given: 3 };

function rank({ name, role }: ReadSource): number {
  if (name === 'process') return 10;
  return ranks[role] + (/\.local$/.test(name) ? 0.5 : 0);
}
