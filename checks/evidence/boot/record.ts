// What drills asked a started service and were answered, for the HTTP archive. Credentials are not even kept in memory.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../model.ts';
import { redact } from '../secret-shapes.ts';
import { type Ask, placeOf, type Reply } from './asked.ts';

/** More than all drills of one run ask. */
const most = 1_000;
const bodyCap = 8 * 1024;
const current = new AsyncLocalStorage<Record<'exchanges', Exchange[]> & { readonly secrets: () => ReadonlyMap<string, string> }>();

/** Runs a task and hands its exchanges to whoever wants them, as far as it asked any. */
export async function recorded<T>(
  secrets: () => ReadonlyMap<string, string>,
  task: () => Promise<T>,
): Promise<{ done: T; exchanges: readonly Exchange[] }> {
  const store = { exchanges: [], secrets };
  const done = await current.run(store, task);
  return { done, exchanges: store.exchanges };
}

const credential = /^(?:proxy-)?authorization$|cookie|token|api-?key|secret/i;

/** Notes one exchange of the task that is being recorded. */
export function note(
  base: string,
  asked: Ask,
  reply: Reply,
  { at, durationMs }: { readonly at: string; readonly durationMs: number },
): void {
  const store = current.getStore();
  if (store === undefined || store.exchanges.length >= most) return;
  const clean = (text: string): string => redact(text, store.secrets());
  const shown = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), credential.test(name) ? '[redacted]' : clean(value)] as const);
  const { method, path, headers = {}, body } = asked;
  const harmless: Ask = { method, path: clean(path), headers: Object.fromEntries(shown(headers)) };
  store.exchanges.push({
    kind: 'http',
    request: placeOf(base, harmless, new Map()),
    status: reply.status,
    headers: shown(reply.headers),
    body: clean(reply.body).slice(0, bodyCap),
    bodyTruncated: reply.body.length > bodyCap,
    durationMs,
    canaryIn: [],
    secretsSeen: [],
    sent: { headers: shown(headers), ...(body === undefined ? {} : { body: clean(body).slice(0, bodyCap) }), at },
  });
}
