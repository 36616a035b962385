// The server as a process of its own, for what only a process can show: starts, signals, sudden ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const line = z.looseObject({
  time: z.iso.datetime(),
  level: z.string(),
  message: z.string(),
  port: z.number().optional(),
  requestId: z.string().optional(),
});

export interface Run {
  readonly child: ChildProcess;
  readonly lines: () => readonly z.output<typeof line>[];
  readonly text: () => string;
  readonly exit: Promise<number | null>;
}

/** Starts the server as it is deployed, with this environment and nothing else. */
export function run(given: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...given }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
    });
  }
  const lines = () =>
    output
      .trim()
      .split('\n')
      .map((each) => line.parse(JSON.parse(each)));
  return { child, lines, text: () => output, exit: new Promise((resolve) => child.on('close', resolve)) };
}

/** The URL of the server once it listens. */
export async function listening(started: Run): Promise<string> {
  for (;;) {
    const port = started.text().endsWith('\n') ? started.lines().find(({ message }) => message === 'listening')?.port : undefined;
    if (port !== undefined) return `http://127.0.0.1:${port}`;
    if (started.child.exitCode !== null) throw new Error(started.text());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
