// What squawk says of the migrations, where it is installed: https://squawkhq.com, a linter of others.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Found, LintedMigrations } from '../../model.ts';
import type { RawSet } from './tools/raw-set.ts';

const mostFiles = 500;
const limitMs = 60_000;

/** On PATH; what a checkout brings itself is run only where this program is a part of that checkout as well. */
export function installedSquawk(root: string, path = process.env.PATH ?? ''): string | undefined {
  const within = (folder: string): boolean => `${resolve(folder)}${sep}`.startsWith(`${resolve(root)}${sep}`);
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && (!within(folder) || within(import.meta.dirname)))
    .map((folder) => join(folder, process.platform === 'win32' ? 'squawk.exe' : 'squawk'))
    .find((program) => existsSync(program));
}

export interface Linting {
  readonly program: string;
  readonly root: string;
  readonly set: RawSet;
  readonly major: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** File by file, the part of each that is run on the way up; with the checkout's own `.squawk.toml`. */
export async function lintedBy({ program, root, set, major, signal }: Linting): Promise<Found<LintedMigrations>> {
  const ended = AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]);
  try {
    const version = (await ran(program, ['--version'], { cwd: root, signal: ended })).trim();
    // Before 2.0 it counted lines in another way.
    if (!/^squawk (?:[2-9]|\d\d)\./.test(version)) return { missing: `${version || 'squawk'} is older than 2.0` };
    const findings: LintedMigrations['findings'][number][] = [];
    for (const { path, sql } of set.files.slice(-mostFiles)) {
      if (sql === undefined) continue;
      const target = major === undefined ? [] : ['--pg-version', `${major}.0`];
      const said = await ran(program, ['--reporter', 'json', ...target, '--stdin-filepath', path], {
        cwd: root,
        signal: ended,
        input: sql,
      });
      findings.push(...findingsIn(said, path));
    }
    return { found: { tool: version, findings } };
  } catch (error) {
    return { missing: `squawk could not be run: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const reported = z.array(
  z.object({ line: z.number().int().min(0), column: z.number().int().min(0), message: z.string(), rule_name: z.string() }),
);

function findingsIn(said: string, path: string): LintedMigrations['findings'] {
  if (said.trim() === '') return [];
  const parsed: unknown = JSON.parse(said);
  return reported.parse(parsed).map(({ line, column, message, rule_name: rule }) => ({
    rule,
    message: message.replaceAll(/\s+/g, ' ').slice(0, 300),
    place: { kind: 'file', path, line: line + 1, column: column + 1 },
  }));
}

interface Run {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly input?: string;
}

/** Its output; it ends with 1 where it found something. */
function ran(program: string, args: readonly string[], { cwd, signal, input }: Run): Promise<string> {
  return new Promise((resolve_, reject) => {
    const child = spawn(program, args, { cwd, signal, stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 || code === 1 ? resolve_(said) : reject(new Error(`it ended with code ${code ?? 'none'}`))));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}
