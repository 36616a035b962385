// autocannon's own clients, sent by our pauses at even times instead of in its bunches: what being on time costs its engine. Its figures are none of ours.
import autocannon from 'autocannon';
import { Pauses, waitFor } from '../../loadtests/open/pause.ts';
import type { Drive } from './seen.ts';

/** Requests sent, at even times, over `connections` of autocannon. */
export async function pacedCannon({ url, perSecond, seconds, connections }: Drive): Promise<number> {
  const idle: (() => void)[] = [];
  const setupClient = (client: object) => {
    // What it calls as soon as a connection may send: here it waits until something is due.
    const send: unknown = Reflect.get(client, '_doRequest');
    if (typeof send !== 'function') throw new Error('autocannon has no _doRequest any more');
    Reflect.set(client, '_doRequest', () => void idle.push(() => Reflect.apply(send, client, [])));
  };
  const running = autocannon({ url, connections, duration: seconds, setupClient });
  const pauses = new Pauses();
  const startedAt = performance.now();
  let sent = 0;
  await pauses.between(() => {
    const now = performance.now() - startedAt;
    const before = sent;
    for (let send = dueAt(sent) <= now ? idle.pop() : undefined; send !== undefined; send = dueAt(sent) <= now ? idle.pop() : undefined) {
      sent += 1;
      send();
    }
    if (now >= seconds * 1000) return undefined;
    const state = { arrivalsAreThick: sent > before, isFull: idle.length === 0, isQuiet: idle.length === connections, isPrecise: false };
    return waitFor(dueAt(sent) - (performance.now() - startedAt), state);
  });
  await running;
  return sent;

  function dueAt(request: number): number {
    return (request * 1000) / perSecond;
  }
}
