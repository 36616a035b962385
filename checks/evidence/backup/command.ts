// Runs a command that writes a backup to its stdout, into a file of ours.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Found } from '../../model.ts';
import { secretsGiven } from '../boot/given-secrets.ts';
import { redact } from '../secret-shapes.ts';

/** `missing` with the last line it said, where it ended with an error. */
export async function runToFile(
  command: string,
  { file, cwd }: { readonly file: string; readonly cwd?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<Found<string>> {
  const child = spawn(command, { shell: true, cwd, stdio: ['ignore', 'pipe', 'pipe'], ...(signal === undefined ? {} : { signal }) });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  await pipeline(child.stdout, createWriteStream(file, { mode: 0o600 }));
  const code = await ended;
  if (code === 0) return { found: file };
  const last = redact(said.trim().split('\n').at(-1) ?? '', await secretsGiven(command)).slice(0, 200);
  return { missing: `the command that writes the backup ended with code ${code ?? 'none'}${last === '' ? '' : `: ${last}`}` };
}
