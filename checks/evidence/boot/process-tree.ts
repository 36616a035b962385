// Which processes and listening ports belong to a started service. Linux tells through /proc; elsewhere only the process group is known.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Every descendant inherits it, so that one which left the process group is still known as ours. */
export const markerName = 'LAUNCHGATE_BOOT';

export interface ListeningSocket {
  readonly port: number;
  readonly inode: string;
  /** As a client reaches it: a wildcard address is told as the loopback one. */
  readonly host: string;
}

/** Processes of the leader's session and their descendants; with a marker, also those that carry it. The leader started its own session. */
export function processesOf(leader: number, marker?: string): readonly Process[] {
  const all = processes();
  const found = new Set(all.filter(({ pid, session }) => pid === leader || session === leader).map(({ pid }) => pid));
  if (marker !== undefined) for (const { pid } of all) if (carries(pid, marker)) found.add(pid);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

/** Whether one of these processes was started with this variable set to something. */
export function wasGiven(owners: readonly Process[], variable: string): boolean {
  return owners.some(({ pid }) => new RegExp(`\\0${variable.replace(/\W/g, '\\$&')}=[^\\0]`).test(`\0${read(`/proc/${pid}/environ`)}`));
}

/** Sockets that listen, of these processes or of the whole machine. Empty where there is no /proc. */
export function listeningSockets(owners?: readonly Process[]): readonly ListeningSocket[] {
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listening(read(table)));
  if (owners === undefined) return sockets;
  const owned = new Set(owners.flatMap(({ pid }) => socketInodes(pid)));
  return sockets.filter(({ inode }) => owned.has(inode));
}

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

function processes(): readonly Process[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      // The command stands in brackets and may hold anything.
      const [state, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === undefined || state === '' || state === 'Z' || state === 'X') return [];
      return [{ pid: Number(name), parent: Number(parent), group: Number(group), session: Number(session) }];
    });
}

function carries(pid: number, marker: string): boolean {
  return `\0${read(`/proc/${pid}/environ`)}`.includes(`\0${markerName}=${marker}\0`);
}

function socketInodes(pid: number): readonly string[] {
  return list(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1];
      return inode === undefined ? [] : [inode];
    } catch {
      return [];
    }
  });
}

function listening(table: string): readonly ListeningSocket[] {
  return table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address, port] = local?.split(':') ?? [];
    if (state !== '0A' || address === undefined || port === undefined || inode === undefined) return [];
    return [{ port: Number.parseInt(port, 16), inode, host: hostOf(address) }];
  });
}

// Addresses stand as 32-bit words of the machine's byte order, which is little-endian wherever this runs.
function hostOf(address: string): string {
  if (/^0+$/.test(address)) return '127.0.0.1';
  if (address.length === 32 && !address.startsWith('0000000000000000FFFF0000')) return '[::1]';
  const bytes = address.slice(-8).match(/../g) ?? [];
  return bytes
    .toReversed()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
