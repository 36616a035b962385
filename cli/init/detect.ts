// What a folder holds that its configuration and its CI should know of.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { CodeEvidence, Unit } from '../../checks/model.ts';

export type Ci = 'github' | 'gitlab' | 'generic';

export interface Detected {
  readonly units: readonly Pick<Unit, 'root' | 'frameworks' | 'languages'>[];
  /** The command that starts the first service, where one is written down. */
  readonly start?: string;
  /** `http://127.0.0.1:8000/healthz`: a route that looks like a health check, on the port the service listens on by default. */
  readonly waitFor?: string;
  readonly envFiles: readonly string[];
  readonly ci: Ci;
}

/** Reads what the code evidence knows; nothing is started. */
export async function detect(root: string, code: CodeEvidence | undefined): Promise<Detected> {
  const units = code?.units ?? [];
  const [unit] = units;
  const written = unit?.startCommands.map(({ text }) => text).filter((text) => !/reload|watch|nodemon|--dev\b|"dev"/.test(text));
  const start = hasStartScript(join(root, unit?.root ?? '')) ? 'npm start' : written?.map(commandIn)[0];
  const health = unit?.routes.find(
    ({ method, path }) => (method === 'GET' || method === '*') && /(?:health|ready|live)z?\/?$/i.test(path),
  )?.path;
  const port = unit === undefined ? undefined : portOf(unit);
  return {
    units,
    ...(start === undefined ? {} : { start }),
    ...(health === undefined ? {} : { waitFor: `http://127.0.0.1:${port ?? (unit?.languages.includes('python') ? 8000 : 3000)}${health}` }),
    envFiles: ['.env.production', '.env.example'].filter((name) => existsSync(join(root, unit?.root ?? '', name))),
    ci: await ciOf(root),
  };
}

const packageFile = z.object({ scripts: z.object({ start: z.string() }) });

function hasStartScript(folder: string): boolean {
  const file = join(folder, 'package.json');
  try {
    return packageFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success;
  } catch {
    return false;
  }
}

/** What to type: for a line of a package's scripts, a Dockerfile or a Procfile. */
export function commandIn(line: string): string {
  const [, script] = /^\s*"([\w:.-]+)"\s*:\s*"/.exec(line) ?? [];
  if (script !== undefined) return script === 'start' ? 'npm start' : `npm run ${script}`;
  const rest = line
    .trim()
    .replace(/^(?:CMD|ENTRYPOINT)\s+/, '')
    .replace(/^web:\s*/, '');
  const [, list] = /^\[(.*)\]$/.exec(rest) ?? [];
  return list === undefined ? rest : [...list.matchAll(/"((?:\\.|[^"])*)"/g)].map(([, word = '']) => word).join(' ');
}

function portOf(unit: Unit): string | undefined {
  const read = unit.environmentReads.find(({ name }) => name === 'PORT');
  return read?.fallback?.kind === 'literal' && /^\d+$/.test(String(read.fallback.value)) ? String(read.fallback.value) : undefined;
}

async function ciOf(root: string): Promise<Ci> {
  const run = promisify(execFile);
  const remote = await run('git', ['remote', '-v'], { cwd: root }).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const top = await run('git', ['rev-parse', '--show-toplevel'], { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => root,
  );
  if (existsSync(join(top, '.gitlab-ci.yml')) || /gitlab/i.test(remote)) return 'gitlab';
  return existsSync(join(top, '.github')) || /github/i.test(remote) ? 'github' : 'generic';
}
