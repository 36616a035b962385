// Listens to what a client says to a PostgreSQL server, and tells each statement that it has carried out.

export interface Listener {
  /** What came from the client, in order. */
  hear(chunk: Buffer): void;
}
export interface Heard {
  /** With literals put aside: the same statement of another row reads the same. */
  statement(text: string): void;
  /** The rest is encrypted, or not what it should be. */
  lost(): void;
}

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const longest = 16 * 1024 * 1024;

/** One for each connection. */
export function listener(heard: Heard): Listener {
  let pending: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let isLost = false;
  const prepared = new Map<string, string>();
  const portals = new Map<string, string>();
  const lose = (): false => {
    isLost = true;
    heard.lost();
    return false;
  };
  const understand = (type: string, body: Buffer): void => {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    if (type === 'Q') heard.statement(first);
    else if (type === 'P') prepared.set(first, second);
    else if (type === 'B') portals.set(first, prepared.get(second) ?? '');
    else if (type === 'E') heard.statement(portals.get(first) ?? '');
  };
  const step = (): boolean => {
    const lead = isStarted ? 1 : 0;
    // A handshake of TLS: the server agreed to it.
    if (!isStarted && pending[0] === 0x16) return lose();
    if (pending.length < lead + 4) return false;
    const length = pending.readInt32BE(lead);
    if (length < 4 || length > longest) return lose();
    if (pending.length < lead + length) return false;
    const body = pending.subarray(lead + 4, lead + length);
    const type = String.fromCharCode(pending[0] ?? 0);
    pending = pending.subarray(lead + length);
    if (isStarted) understand(type, body);
    else isStarted = ![sslRequest, gssRequest].includes(body.length >= 4 ? body.readInt32BE(0) : 0);
    return true;
  };
  return {
    hear(chunk) {
      if (isLost) return;
      pending = Buffer.concat([pending, chunk]);
      while (!isLost && step());
    },
  };
}

const ofSession =
  /^\s*(?:begin|start|commit|rollback|savepoint|release|set|reset|show|discard|deallocate|listen|close|select\s+(?:1|pg_catalog\.version\(\)|version\(\)|current_schema\(\))\s*;?\s*$)/i;

/** The statement without what differs from row to row; undefined for what belongs to the session. */
export function shapeOf(text: string): string | undefined {
  if (text.trim() === '' || ofSession.test(text)) return undefined;
  return text
    .replaceAll(/'(?:[^']|'')*'/g, '?')
    .replaceAll(/(?<![\w$])-?\d+(?:\.\d+)?\b/g, '?')
    .replaceAll(/\(\s*(?:\?|\$\d+)(?:\s*,\s*(?:\?|\$\d+))+\s*\)/g, '(…)')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
