// Runs a PostgreSQL program on a backup, with bounded output, and tells what its complaint means.
import { type SpawnOptions, spawn } from 'node:child_process';
import type { BackupFault } from '../../model.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface How {
  readonly options: SpawnOptions;
  readonly input?: NodeJS.ReadableStream;
  readonly keepBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Waits for its end; an input that breaks ends it and is thrown. */
export function runProgram(
  program: string,
  args: readonly string[],
  { options, input, keepBytes = 1024 * 1024, signal }: How,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    const kept = { stdout: '', stderr: '' };
    const keep = (name: 'stdout' | 'stderr') => (chunk: Buffer) => {
      if (kept[name].length < keepBytes) kept[name] += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep('stdout'));
    child.stderr?.on('data', keep('stderr'));
    const stop = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code, ...kept });
    });
    if (input === undefined || child.stdin === null) return;
    // A program that gave up early closes its input: what it said counts, not that the rest could not be written.
    child.stdin.on('error', () => undefined);
    input.on('error', (error) => {
      child.kill('SIGKILL');
      reject(error);
    });
    input.pipe(child.stdin);
  });
}

const meanings: readonly (readonly [RegExp, BackupFault['kind']])[] = [
  [/could not open extension control file|extension "[^"]*" is not available|could not access file "\$libdir/i, 'missing-extension'],
  [/invalid byte sequence for encoding|has no equivalent in encoding|conversion between/i, 'wrong-encoding'],
  [/end of file|unexpected EOF|is too short|truncated|end-of-copy marker/i, 'truncated'],
  [
    /could not uncompress|invalid (?:stored|distance|block|code|data)|incorrect data check|unexpected block ID|corrupt|checksum|decompress/i,
    'corrupted',
  ],
  [/did not find magic string|not (?:appear to be )?a valid (?:archive|tar)|input file does not appear/i, 'not-a-backup'],
];

/** The first complaint as a fault; text of rows is left out. */
export function faultIn(stderr: string): BackupFault {
  const line = stderr.split('\n').find((each) => /error|fatal|invalid|could not|unsupported/i.test(each)) ?? stderr.split('\n')[0] ?? '';
  const kind = meanings.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'restore-error';
  const message = line
    .replace(/^(?:psql|pg_restore|pg_verifybackup)(?::[^:]*:\d+)?:\s*/, '')
    .replace(/^(?:error|fatal):\s*/i, '')
    .slice(0, 200);
  return { kind, message };
}
