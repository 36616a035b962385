// Settings from LAUNCHGATE_* variables: LAUNCHGATE_GATE, LAUNCHGATE_LIMITS__HEADERS_MS.
import { checkLayer } from './check-layer.ts';
import { keysAt, type SettingsLayer } from './schema.ts';

/** Variables with a meaning of their own, which are no settings. */
export const otherVariables = [
  'LAUNCHGATE_DEBUG',
  'LAUNCHGATE_NO_CACHE',
  'LAUNCHGATE_CONFIG',
  'LAUNCHGATE_AUTH_TOKEN',
  'LAUNCHGATE_SIGNING_KEY',
] as const;

export interface EnvironmentLayer {
  readonly layer: SettingsLayer;
  /** Variables with the prefix that name no setting. */
  readonly unknown: readonly string[];
}

/** Reads the variables that name a setting; a Problem where a value has the wrong form. */
export function environmentLayer(environment: NodeJS.ProcessEnv): EnvironmentLayer {
  const raw: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith('LAUNCHGATE_') || text === undefined || text === '') continue;
    if (otherVariables.some((other) => other === name)) continue;
    const path = name.slice('LAUNCHGATE_'.length).split('__').map(camelCase);
    if (!set(raw, path, scalar(text))) unknown.push(name);
  }
  return { layer: checkLayer('environment', raw), unknown };
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  const [section, key, ...deeper] = path;
  if (section === undefined || deeper.length > 0 || keysAt([])?.includes(section) !== true) return false;
  const keys = keysAt([section]);
  if (key === undefined) {
    if (keys !== undefined) return false;
    target[section] = value;
    return true;
  }
  if (keys?.includes(key) !== true) return false;
  target[section] = { ...Object(target[section] ?? {}), [key]: value };
  return true;
}

const camelCase = (name: string): string => name.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function scalar(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
