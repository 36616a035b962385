// Joins flags, environment, file and defaults, in that order of strength.
import { dirname, relative, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import type { Terminal } from '../terminal.ts';
import { checkLayer } from './check-layer.ts';
import { environmentLayer } from './environment.ts';
import { findConfig } from './find.ts';
import { parseConfig, readConfig } from './read.ts';
import type { SettingsLayer } from './schema.ts';

export const defaults = {
  gate: 'testflight',
  waitTimeoutMs: 30_000,
  load: {
    p99Ms: 800,
    failedShare: 0.01,
    connections: 10,
    ratePerSecond: 50,
    durationSeconds: 10,
    warmUpSeconds: 2,
    expectedStatuses: [200],
  },
  auth: { tokenEnv: 'LAUNCHGATE_AUTH_TOKEN', signingKeyEnv: 'LAUNCHGATE_SIGNING_KEY' },
} as const satisfies SettingsLayer;

/** All settings of a run; the file they came from, where there was one. */
export type Settings = ReturnType<typeof join> & { readonly configFile?: string };

export interface SettingsRequest {
  readonly root: string;
  /** A file, false for none, undefined to search. */
  readonly config: string | boolean | undefined;
  readonly flags: unknown;
  /** The configuration at the revision that governs, for what decides the gate; absent where the files themselves govern. */
  readonly governed?: (own: { readonly file: string; readonly named: boolean } | undefined) => Promise<GovernedConfig | undefined>;
}
export interface GovernedConfig {
  /** Where it lies, or would. */
  readonly file: string;
  readonly text: string;
}

/** Settings by which a change could exempt itself. */
const gateKeys = [
  'gate',
  'failOn',
  'maxWarnings',
  'baseline',
  'passOnStaleBaseline',
  'only',
  'skip',
] as const satisfies readonly (keyof SettingsLayer)[];

/** Reads and joins every layer; a Problem names the layer and the key. */
export async function loadSettings(request: SettingsRequest, terminal: Terminal): Promise<Settings> {
  const found = configFile(request, terminal);
  const file = found?.file;
  const own = file === undefined ? {} : inFolder(checkLayer(shown(file), await readConfig(file)), dirname(file));
  const { governed } = request;
  const fromFile =
    governed === undefined || found?.refused === true || request.config === false
      ? own
      : await governedLayer(own, await governed(file === undefined ? undefined : { file, named: found?.named === true }), terminal);
  const environment = environmentLayer(process.env);
  if (environment.unknown.length > 0) terminal.warn(`Ignored: ${environment.unknown.join(', ')} names no setting`);
  const settings = join(fromFile, environment.layer, checkLayer('flags', request.flags));
  return file === undefined ? settings : { ...settings, configFile: file };
}

async function governedLayer(own: SettingsLayer, governed: GovernedConfig | undefined, terminal: Terminal): Promise<SettingsLayer> {
  const base =
    governed === undefined
      ? {}
      : inFolder(
          checkLayer(`${shown(governed.file)} of the base`, await parseConfig(governed.file, governed.text)),
          dirname(governed.file),
        );
  const changed = gateKeys.filter((key) => JSON.stringify(own[key]) !== JSON.stringify(base[key]));
  if (changed.length > 0)
    terminal.warn(`Configuration: ${changed.join(', ')} as in the base that governs; this change's own does not count`);
  return Object.assign({}, own, ...gateKeys.map((key) => ({ [key]: base[key] })));
}

interface ConfigFile {
  readonly file?: string;
  /** On the command line or in the environment, rather than found. */
  readonly named?: true;
  /** There is one that is not this user's own. */
  readonly refused?: true;
}

function configFile(request: SettingsRequest, terminal: Terminal): ConfigFile | undefined {
  const given = typeof request.config === 'string' ? request.config : process.env.LAUNCHGATE_CONFIG;
  if (request.config === false) return undefined;
  if (given !== undefined && given !== '') return { file: resolve(given), named: true };
  const found = findConfig(request.root, process.cwd());
  if (found === undefined) {
    terminal.detail('Configuration: none found');
    return undefined;
  }
  if (!found.trusted) {
    terminal.warn(`Not used: ${shown(found.file)} belongs to the audited folder, not to this one; --config ${shown(found.file)} uses it`);
    return { refused: true };
  }
  terminal.detail(`Configuration: ${shown(found.file)}`);
  return { file: found.file };
}

// Paths in a file are meant from where the file lies.
function inFolder(layer: SettingsLayer, folder: string): SettingsLayer {
  const keyFile = layer.auth?.signingKeyFile;
  const scenario = layer.load?.scenario;
  return {
    ...layer,
    ...(layer.envFiles === undefined ? {} : { envFiles: layer.envFiles.map((path) => resolve(folder, path)) }),
    ...(keyFile === undefined ? {} : { auth: { ...layer.auth, signingKeyFile: resolve(folder, keyFile) } }),
    ...(layer.baseline === undefined ? {} : { baseline: resolve(folder, layer.baseline) }),
    ...(typeof scenario === 'string' ? { load: { ...layer.load, scenario: resolve(folder, scenario) } } : {}),
  };
}

function join(file: SettingsLayer, environment: SettingsLayer, flags: SettingsLayer) {
  const layers: readonly SettingsLayer[] = [file, environment, flags].map(given);
  const flat: SettingsLayer = Object.assign({}, ...layers);
  const joined = {
    ...flat,
    gate: flat.gate ?? defaults.gate,
    waitTimeoutMs: flat.waitTimeoutMs ?? defaults.waitTimeoutMs,
    envFiles: flat.envFiles ?? [],
    only: flat.only ?? [],
    skip: flat.skip ?? [],
    allow: flat.allow ?? [],
    allowedOrigins: flat.allowedOrigins ?? [],
    auth: { ...defaults.auth, ...section(layers, 'auth') },
    routes: section(layers, 'routes'),
    limits: section(layers, 'limits'),
    requests: section(layers, 'requests'),
    drills: section(layers, 'drills'),
    load: { ...defaults.load, ...section(layers, 'load') },
  };
  if (joined.start === undefined && joined.waitFor !== undefined && flags.waitFor !== undefined) {
    throw new Problem('--wait-for needs --start "<command>"');
  }
  return joined;
}

function section<K extends 'auth' | 'routes' | 'limits' | 'requests' | 'drills' | 'load'>(
  layers: readonly SettingsLayer[],
  key: K,
): Present<NonNullable<SettingsLayer[K]>> {
  return Object.assign({}, ...layers.map((layer) => given(layer[key] ?? {})));
}

/** The same section where no key is present with the value undefined. */
type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(layer: T): T {
  return Object.assign({}, ...Object.entries(layer).flatMap(([key, value]) => (value === undefined ? [] : [{ [key]: value }])));
}

const shown = (file: string): string => relative(process.cwd(), file) || file;
