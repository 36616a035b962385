// Requests that lead to a call of the model, one after the other, each with what the ones before it brought.
import { randomUUID } from 'node:crypto';
import { type Ask, ask, type Reply } from './ask.ts';

export interface Step {
  readonly method: string;
  /** May hold `{{name}}`: `token`, `subject`, or what a step before extracted. */
  readonly path: string;
  readonly body?: unknown;
  /** Name to where in the JSON answer it stands: `data.id`. */
  readonly extract?: Readonly<Record<string, string>>;
}
/** Who asks. */
export interface Caller {
  readonly token?: string;
  readonly subject?: string;
}

const timeoutMs = 90_000;

/** What is sent for a step; headers hold the caller's token. */
export function askOf({ method, path, body }: Step, { token, subject }: Caller, brought: ReadonlyMap<string, unknown>): Ask {
  const values = new Map<string, unknown>([['token', token ?? ''], ['subject', subject ?? ''], ...brought]);
  const text = body === undefined ? undefined : JSON.stringify(filled(body, values));
  return {
    method,
    path: String(filled(path, values)),
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
    },
    ...(text === undefined ? {} : { body: text }),
    timeoutMs,
  };
}

/** Sends all steps but the last; what they brought, or which of them failed. */
export async function lead(
  url: string,
  steps: readonly Step[],
  caller: Caller,
): Promise<ReadonlyMap<string, unknown> | { readonly failed: string }> {
  const brought = new Map<string, unknown>();
  for (const step of steps.slice(0, -1)) {
    const reply = await ask(url, askOf(step, caller, brought));
    if (reply === undefined || reply.status >= 400) return { failed: `${step.method} ${step.path} answered ${reply?.status ?? 'nothing'}` };
    for (const [name, path] of Object.entries(step.extract ?? {})) {
      const value = valueAt(reply, path);
      if (value === undefined) return { failed: `the answer of ${step.method} ${step.path} has no ${path}` };
      brought.set(name, value);
    }
  }
  return brought;
}

function valueAt({ body }: Reply, path: string): unknown {
  try {
    return path.split('.').reduce<unknown>((value, key) => Object(value)[key], JSON.parse(body));
  } catch {
    return undefined;
  }
}

// A text that is nothing but a placeholder keeps the value's own type.
function filled(template: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (typeof template === 'string') {
    const whole = /^\{\{(\w+)\}\}$/.exec(template)?.[1];
    if (whole !== undefined && values.has(whole)) return values.get(whole);
    return template.replace(/\{\{(\w+)\}\}/g, (asWritten, name: string) => (values.has(name) ? String(values.get(name)) : asWritten));
  }
  if (Array.isArray(template)) return template.map((each) => filled(each, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [String(filled(key, values)), filled(value, values)]));
}
