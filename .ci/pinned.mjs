// Runs a command under the Node version this project pins, after installing what is missing. Plain JavaScript for any Node:
// a fresh clone starts here with whatever `node` is on PATH.
//   node .ci/pinned.mjs node cli/main.ts audit .
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.launchgate-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  if (result.error) {
    console.error(`pinned: ${command}: ${result.error.message}`);
    process.exit(2);
  }
  return result;
};

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing dependencies …');
  // stdout belongs to the command that follows; what npm prints goes to stderr.
  // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms which the registry it was made from does not carry.
  const installed = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (installed.status !== 0) process.exit(installed.status ?? 2);
  // Where install scripts are switched off, the node package has not fetched its binary yet.
  if (!existsSync(pinned))
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(modules, 'node'), stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, lock);
}

// Ctrl-C reaches the command as well, and it is the command that stops what it started and decides the exit code.
process.on('SIGINT', () => {});
const [command = 'node', ...args] = process.argv.slice(2);
const path = [dirname(pinned), join(modules, '.bin'), process.env.PATH].join(delimiter);
const result = run(command, args, { cwd: process.cwd(), env: { ...process.env, PATH: path } });
if (result.signal) process.kill(process.pid, result.signal);
process.exit(result.status ?? 2);
