// Which signals servers of Python finish open requests on, where an image sends another than SIGTERM or the server does not listen for that.
import type { Seen } from '../../answer.ts';
import { nodesIn } from '../../model/nodes.ts';
import type { Call, Containers, FilePlace, Unit } from '../../model.ts';

/** Signals on which they finish what is open; the others end them at once, or, as the first process of a container, are not heard. */
const heard: readonly (readonly [server: RegExp, signals: RegExp])[] = [
  [/^gunicorn$/, /^(?:SIG)?TERM$|^15$/],
  [/^(?:uvicorn|hypercorn|daphne|granian|fastapi run)$/, /^(?:SIG)?(?:TERM|INT)$|^15$|^2$/],
  [/^waitress(?:-serve)?$/, /^(?:SIG)?INT$|^2$/],
];

/** What becomes of open requests where the server does not finish them on the signal that it is sent. */
export function signalled(unit: Unit, { images }: Containers, server: string, place: FilePlace): Seen | undefined {
  const known = heard.find(([name]) => name.test(server))?.[1];
  if (known === undefined || unit.calls('py:signal.signal', '*.add_signal_handler').some((call) => namesTerm(unit, call))) return undefined;
  const image = images.find(({ path }) => path === place.path) ?? (images.length === 1 ? images[0] : undefined);
  const sent = image?.stages.at(-1)?.stopSignal;
  const name = sent?.name ?? 'SIGTERM';
  if (known.test(name)) return undefined;
  const message = `${server} does not finish open requests on ${name.replace(/^(?!SIG|\d)/, 'SIG')}${sent ? ', which the image is stopped with' : ''}`;
  return { bad: [{ message, place: sent?.place ?? place }], good: [] };
}

export const namesTerm = (unit: Unit, call: Call): boolean => {
  const first = call.argument(0);
  return (
    first !== undefined &&
    (nodesIn(first).some((node) => node.kind === 'member' && node.name === 'SIGTERM') ||
      unit.symbols(first).some((symbol) => symbol.endsWith('.SIGTERM')))
  );
};
