// Scanners that are no Node packages, where they are installed: each with its rules for what the audit looks for.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Those on the PATH, and the names of those that are not. */
export function peersOnPath(
  root: string,
  { python }: { readonly python: boolean },
): { readonly present: readonly Peer[]; readonly absent: readonly string[] } {
  const peers: readonly Peer[] = [
    ...(python ? [{ name: 'bandit', command: 'bandit', args: ['-q', '-r', root] }] : []),
    {
      name: 'semgrep, 4 rules',
      command: 'semgrep',
      args: ['scan', '--quiet', '--metrics=off', '--disable-version-check', '--config', join(import.meta.dirname, 'semgrep.yaml'), root],
    },
    { name: 'ast-grep, 1 pattern', command: 'ast-grep', args: ['run', '--pattern', 'jwt.decode($$$)', '--lang', 'ts', root] },
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const isHere = ({ command }: Peer): boolean => folders.some((folder) => existsSync(join(folder, command)));
  return { present: peers.filter(isHere), absent: peers.filter((peer) => !isHere(peer)).map(({ name }) => name) };
}
