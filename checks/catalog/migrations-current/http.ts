// What the health endpoint says of the schema: its own word, read and not guessed.
import { fail, inconclusive, pass } from '../../answer.ts';
import type { Answer, HttpEvidence, HttpProbe } from '../../model.ts';

export const probes = {
  health: { kind: 'http', class: 'passive', route: 'health' },
} satisfies Record<string, HttpProbe>;
export type MigrationEvidence = HttpEvidence<keyof typeof probes>;

type Status = 'current' | 'behind' | 'unclear';

export function judgeHttp({ exchanges: { health } }: MigrationEvidence): Answer {
  if ('missing' in health) return inconclusive(health.missing);
  if (health.found.kind !== 'http') return inconclusive('the health route was not asked');
  const { body, request, status } = health.found;
  const document = objectOf(parsed(body));
  if (document === undefined) return inconclusive('the health endpoint does not answer with a JSON object');
  const said = statements(document);
  const behind = said.find((each) => each.status === 'behind');
  if (behind !== undefined) return fail({ message: `the health endpoint says of ${behind.name}: ${behind.word}`, place: request });
  const [first] = said;
  if (first === undefined) return inconclusive('the health endpoint says nothing of migrations');
  const unclear = said.find((each) => each.status === 'unclear');
  if (unclear !== undefined) return inconclusive(`what the health endpoint says of ${unclear.name} is neither current nor pending`);
  if (status >= 400) return inconclusive(`the health endpoint answers ${status}, so its word on ${first.name} is not relied on`);
  return pass({ message: `the health endpoint says of ${first.name}: ${first.word}`, place: request });
}

interface Statement {
  readonly name: string;
  readonly word: string;
  readonly status: Status;
}

function statements(document: Readonly<Record<string, unknown>>): readonly Statement[] {
  const inChecks = Object.entries(objectOf(document.checks) ?? objectOf(document.dependencies) ?? {})
    .filter(([name]) => /migration|schema/i.test(name))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => statement(name, each)));
  const onTop = Object.entries(document)
    .filter(([name]) => /migration/i.test(name))
    .map(([name, value]) => statement(name, value));
  return [...inChecks, ...onTop];
}

function statement(name: string, value: unknown): Statement {
  const fields = objectOf(value);
  if (fields !== undefined) {
    const pending =
      countOf(fields.pending) ?? (/pending/i.test(String(fields.observedUnit ?? '')) ? countOf(fields.observedValue) : undefined);
    if (pending !== undefined && pending > 0) return { name, word: `${pending} pending`, status: 'behind' };
    if (fields.status !== undefined) return statement(name, fields.status);
    return { name, word: pending === 0 ? 'none pending' : 'unclear', status: pending === 0 ? 'current' : 'unclear' };
  }
  const count = /pending|behind|missing/i.test(name) ? countOf(value) : undefined;
  if (count !== undefined)
    return { name, word: count === 0 ? 'none pending' : `${count} pending`, status: count === 0 ? 'current' : 'behind' };
  if (value === true || value === false) return { name, word: String(value), status: booleanStatus(name, value) };
  return typeof value === 'string' ? { name, ...wordStatus(value) } : { name, word: 'unclear', status: 'unclear' };
}

// `migrationsCurrent: true` is good news and `migrationsPending: true` is not; a bare `migrations: true` says neither.
function booleanStatus(name: string, value: boolean): Status {
  if (/pending|behind|missing|required|needed/i.test(name)) return value ? 'behind' : 'current';
  if (/current|ok|applied|up_?to_?date|complete/i.test(name)) return value ? 'current' : 'behind';
  return 'unclear';
}

function wordStatus(text: string): { word: string; status: Status } {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (/^(?:current|up-to-date|ok|pass|passed|up|applied|latest|complete|healthy|in-sync)$/.test(word)) return { word, status: 'current' };
  if (
    /^(?:pending|behind|outdated|out-of-date|fail|failed|error|down|drift|drifted|mismatch|missing|empty|unapplied|warn|ahead|unhealthy)$/.test(
      word,
    )
  ) {
    return { word, status: 'behind' };
  }
  return { word: 'unclear', status: 'unclear' };
}

function countOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : undefined;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
