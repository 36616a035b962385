// `npm run demo`: what launchgate says of a server that is ready, then of one that is not. Nothing here that a user could not type.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = 'launchgate-report';
const allowedOrigin = 'http://localhost:8081';
const bodyMs = 10_000;
const userId = '00000000-0000-4000-8000-000000000001';

const scratch = await mkdtemp(join(tmpdir(), 'launchgate-demo-'));
try {
  process.exitCode = await demo(scratch);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function demo(folder: string): Promise<number> {
  const started = performance.now();
  const config = await configFor(folder);
  title('The reference server in server/: its source, its environment, its start and its answers');
  const backup = ['--backup-command', `node embedded/backup.ts ${folder}`];
  const ready = await launchgate(['audit', 'server', '--config', config, '--load', ...backup, '--gate', 'post-launch', ...files(reports)]);
  title('A leaky FastAPI backend, from source: what failing looks like');
  const leaky = await launchgate(['audit', 'cli/e2e/targets/leaky-fastapi', '--no-config']);
  title(`Reports of the first audit: ${reports}/report.html, report.json, report.md, checklist.md`);
  process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s; exit codes ${ready} and ${leaky}\n`);
  return leaky === 1 ? ready : 2;
}

/** Settings for the embedded mode of the server: an environment and a signing key made on this machine, a port that is free. */
async function configFor(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['server/embedded/prepare.ts', folder], { cwd: root });
  const { environmentFile, signingKeyFile } = z
    .object({ environmentFile: z.string(), signingKeyFile: z.string() })
    .parse(JSON.parse(stdout));
  const port = await freePort();
  const ownFile = join(folder, 'demo.env');
  // A shorter limit than the default, so that a demo need not wait half a minute for a slow client to be let go.
  await writeFile(ownFile, `PORT=${port}\nREQUEST_TIMEOUT_MS=${bodyMs}\n`);
  const config = {
    start: 'node main.ts',
    waitFor: `http://127.0.0.1:${port}/readyz`,
    envFiles: [environmentFile, ownFile],
    allowedOrigins: [allowedOrigin],
    auth: { signingKeyFile, audience: 'authenticated', issuer: await issuerIn(environmentFile), subject: userId },
    limits: { bodyMs },
    routes: { protected: `GET /api/v1/trainingplan/playbook/${userId}` },
    ...(await ownDrillsAndLoad()),
  };
  const file = join(folder, 'launchgate.config.json');
  await writeFile(file, JSON.stringify(config));
  return file;
}

/** What the server says itself of its database, of the request that asks its model, and of the load it has to hold. */
async function ownDrillsAndLoad(): Promise<Record<string, unknown>> {
  const text = await readFile(join(root, 'server/launchgate.config.json'), 'utf8');
  const own = z.object({ drills: z.unknown(), load: z.looseObject({ scenario: z.string() }) }).parse(JSON.parse(text));
  return { drills: own.drills, load: { ...own.load, scenario: join(root, 'server', own.load.scenario) } };
}

async function issuerIn(environmentFile: string): Promise<string> {
  const { parse } = await import('dotenv');
  return `${parse(await readFile(environmentFile, 'utf8')).SUPABASE_URL ?? ''}/auth/v1`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function files(folder: string): readonly string[] {
  const formats = [
    'text',
    `json=${folder}/report.json`,
    `html=${folder}/report.html`,
    `markdown=${folder}/report.md`,
    `checklist=${folder}/checklist.md`,
  ];
  return formats.flatMap((format) => ['-f', format]);
}

function launchgate(args: readonly string[]): Promise<number> {
  process.stdout.write(`$ npx launchgate ${args.join(' ')}\n\n`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--', 'cli/main.ts', ...args], { cwd: root, stdio: 'inherit' });
    child.on('exit', (code) => resolve(code ?? 2));
  });
}

function title(text: string): void {
  process.stdout.write(`\n── ${text}\n\n`);
}
