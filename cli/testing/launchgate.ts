// For tests: the command line as a child process, in a folder of its own.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface How {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Flags of Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Sent once stderr says this. */
  readonly signalWhen?: { readonly stderr: RegExp; readonly signal: NodeJS.Signals };
}

/** Runs `launchgate` and waits for its end. */
export function launchgate(args: readonly string[], { cwd, env = {}, input, signalWhen, nodeArgs = [] }: How): Promise<Ran> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:LAUNCHGATE_|NO_COLOR|FORCE_COLOR|VITEST|GITHUB_|CI_|AI_AGENT|CLAUDE_?CODE|CURSOR_AGENT|CODEX_SANDBOX|GEMINI_CLI|OPENCODE)/.test(
        name,
      ),
  );
  // Without `--` Node would look for --env-file among our arguments.
  const child = spawn(process.execPath, [...nodeArgs, '--', main, ...args], { cwd, env: { ...Object.fromEntries(inherited), ...env } });
  let stdout = '';
  let stderr = '';
  let signalled = false;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    if (signalWhen === undefined || signalled || !signalWhen.stderr.test(stderr)) return;
    signalled = true;
    child.kill(signalWhen.signal);
  });
  child.stdin.end(input ?? '');
  return new Promise((resolve) => child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr })));
}

/** A Problem as the user sees it: exit code 2, nothing on stdout, one line on stderr. */
export function oneLineOf(ran: Ran): string {
  const lines = ran.stderr.split('\n').filter((line) => line !== '');
  if (ran.exitCode !== 2 || ran.stdout !== '' || lines.length !== 1) throw new Error(`not one line: ${JSON.stringify(ran)}`);
  return lines[0] ?? '';
}
