// Signs in as a test user: by a command that prints a token, or with a password at a Supabase project. Tokens stay in memory.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

export type Credential =
  | { readonly kind: 'command'; readonly command: string; readonly cwd: string }
  | { readonly kind: 'supabase'; readonly url: string; readonly apiKey: string; readonly email: string; readonly password: string };
export type SignedIn = { readonly token: string } | { readonly problem: string };

const limitMs = 30_000;
const mostBytes = 64 * 1024;

/** A token, or in one line why there is none: never what a command wrote, or a server answered. */
export function signIn(credential: Credential, signal?: AbortSignal): Promise<SignedIn> {
  return credential.kind === 'command' ? byCommand(credential, signal) : byPassword(credential, signal);
}

async function byCommand({ command, cwd }: Extract<Credential, { kind: 'command' }>, signal: AbortSignal | undefined): Promise<SignedIn> {
  // What it says on stderr may hold secrets: nobody is shown it.
  const child = spawn(command, { cwd, shell: true, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    if (output.length < mostBytes) output += text;
  });
  const ended = new Promise<number | string>((settle) => {
    child.once('error', ({ message }) => settle(message));
    child.once('close', (code) => settle(code ?? 'a signal'));
  });
  const stop = new AbortController();
  const late = sleep(limitMs, 'late', { signal: stop.signal }).catch(() => 'stopped');
  const aborted = new Promise<string>((settle) => signal?.addEventListener('abort', () => settle('stopped'), { signal: stop.signal }));
  const end = await Promise.race([ended, late, aborted]);
  stop.abort();
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) endGroup(child.pid);
  if (end === 'late') return { problem: `the token command did not end within ${limitMs / 1_000} s` };
  if (end !== 0) return { problem: `the token command ended with ${typeof end === 'number' ? `exit code ${end}` : end}` };
  const token = tokenIn(output);
  return token === undefined ? { problem: 'the token command printed no token, or more than one word' } : { token };
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

const answer = z.looseObject({ access_token: z.string().min(1) });

/** One word, or the JSON that token endpoints answer. */
function tokenIn(output: string): string | undefined {
  const text = output.trim().replace(/^Bearer\s+/i, '');
  if (text.startsWith('{')) {
    const parsed = answer.safeParse(jsonOf(text));
    return parsed.success ? parsed.data.access_token : undefined;
  }
  return text === '' || /\s/.test(text) ? undefined : text;
}

async function byPassword(
  { url, apiKey, email, password }: Extract<Credential, { kind: 'supabase' }>,
  signal: AbortSignal | undefined,
): Promise<SignedIn> {
  const limit = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/auth/v1/token?grant_type=password`, {
      method: 'POST',
      headers: { apikey: apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
      redirect: 'error',
      signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    });
    const parsed = answer.safeParse(jsonOf(await response.text()));
    if (response.ok && parsed.success) return { token: parsed.data.access_token };
    return { problem: `signing in at ${new URL(url).host} was answered with ${response.status}` };
  } catch {
    return { problem: `signing in at ${URL.parse(url)?.host ?? 'the Supabase project'} got no answer` };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
