// Reads a health report: which dependencies it names, how they are, and what it tells that is nobody's business.

export interface Dependency {
  readonly name: string;
  readonly state: 'up' | 'down';
}

const sections = /^(?:checks|dependencies|components|services|details|info|error|health|subsystems|status(?:es)?)$/i;
const dependencyWord =
  /data ?base|^db\b|\bdb$|postgres|mysql|maria|mongo|sqlite|supabase|redis|cache|queue|broker|kafka|rabbit|storage|bucket|\bs3\b|llm|openai|anthropic|model|migration|schema|vector|search|upstream|smtp|mail/i;
const up = /^(?:pass|ok|up|healthy|connected|ready|available|alive|warn|degraded|closed|current|true|reachable|configured|online)$/i;
const down = /^(?:fail|failed|error|down|unhealthy|disconnected|unavailable|unreachable|open|false|offline|missing|not configured)$/i;

/** Every entry that names a dependency and its state. */
export function dependenciesIn(body: string): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const { path, value } of leavesOf(parsed(body))) {
    const named = path.findLast((part) => !sections.test(part) && dependencyWord.test(words(part)));
    const inSection = path.length > 1 && sections.test(path[0] ?? '') ? path[1] : undefined;
    const name = named ?? inSection;
    const state = stateOf(path.at(-1) ?? '', value, name);
    if (name === undefined || state === undefined) continue;
    if (state === 'down' || !found.has(name)) found.set(name, { name, state });
  }
  return [...found.values()].slice(0, 20);
}

function stateOf(key: string, value: unknown, name: string | undefined): Dependency['state'] | undefined {
  const isState =
    key === name ||
    /^(?:status|state|ok|up|healthy|alive|connected|available|reachable|result|configured)$/i.test(key) ||
    /^\d+$/.test(key);
  if (!isState) return undefined;
  const text = String(value).trim();
  if (down.test(text)) return 'down';
  return up.test(text) ? 'up' : undefined;
}

const runtimeKey =
  /^(?:node|node_?version|python|python_?version|runtime|platform|os|hostname|host_?name|pid|arch|cwd|path|dsn|connection_?string|env|environment_variables)$/i;
const driverText =
  /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|psycopg|asyncpg|sqlalchemy|SequelizeConnection|PrismaClient|MongoServer|Traceback|\bat \S+ \(.+:\d+/;
const address = /\b[a-z][a-z0-9+]{0,30}:\/\/[^\s"@]{0,300}@|\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b/i;

/** Names of what a stranger should not be told: runtimes and their versions, hosts, addresses, words of drivers. */
export function insidesIn(body: string): readonly string[] {
  const told = leavesOf(parsed(body)).flatMap(({ path, value }) => {
    const key = path.at(-1) ?? '';
    if (runtimeKey.test(key) && value !== null && value !== '') return [`${key} (its machine or runtime)`];
    if (typeof value !== 'string') return [];
    if (driverText.test(value)) return [`words of a driver in ${key}`];
    return address.test(value) ? [`an address in ${key}`] : [];
  });
  return [...new Set(told)];
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  if (path.length > 6) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.:]+/g, ' ');
