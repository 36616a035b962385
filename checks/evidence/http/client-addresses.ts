// Further addresses of this machine to ask from: a limit for each client does not hold up a run that is allowed all of them.
import type { Settings } from './options.ts';

export interface ClientAddresses {
  /** What requests go from now; undefined: the address that the system chooses. */
  current(): string | undefined;
  /** Where to send a request again that was refused there for asking too often; undefined where that would not help. */
  after(refusedFrom: string | undefined, request: string): string | undefined;
  /** What came of it: a fresh address that is refused too shows a limit of another kind. */
  tell(from: string, request: string, became: 'admitted' | 'refused' | 'no-answer'): void;
  readonly used: readonly string[];
}

/** All of 127.0.0.0/8 is this machine on Linux; elsewhere the first try says that it is not. */
export const addresses = Array.from({ length: 12 }, (_, at) => `127.0.0.${at + 21}`);
/** So many requests that were refused from a fresh address as well, and none that was not: the limit is not for each address. */
const enoughToTell = 3;

export function createAddresses({ base, isHere }: Pick<Settings, 'base' | 'isHere'>): ClientAddresses {
  const admitted = new Set<string>();
  const hopeless = new Set<string>();
  let at = -1;
  let isOff = !isHere || !/^(?:127(?:\.\d+){3}|localhost)$/.test(base.hostname);
  const current = (): string | undefined => (isOff ? undefined : addresses[at]);
  return {
    current,
    after(refusedFrom, request) {
      if (isOff || hopeless.has(request)) return undefined;
      if (refusedFrom === current()) at += 1;
      // Through all of them: the limit outlasts them, and is waited for.
      if (at >= addresses.length) isOff = true;
      return current();
    },
    tell(from, request, became) {
      if (became === 'admitted') admitted.add(from);
      if (became === 'refused' && !admitted.has(from)) hopeless.add(request);
      if (admitted.size === 0 && (became === 'no-answer' || hopeless.size >= enoughToTell)) isOff = true;
    },
    get used() {
      return [...admitted];
    },
  };
}
