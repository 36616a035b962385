// Packs the tool, installs the tarball in an empty folder and runs it there as a user would, on every Node it promises.
//   node .ci/prove-package.mjs
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'launchgate-package-'));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Runs a command; its exit code and output, whatever they are. */
function run(command, args, { cwd = folder, path = [] } = {}) {
  const env = { ...process.env, PATH: [...path, process.env.PATH].join(delimiter) };
  try {
    return { exitCode: 0, stdout: execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (error) {
    return { exitCode: error.status, stdout: error.stdout ?? '', stderr: error.stderr ?? String(error) };
  }
}

function must(what, ran, expected) {
  if (ran.exitCode === expected.exitCode && expected.stdout.test(ran.stdout)) return;
  throw new Error(`${what}: exit code ${ran.exitCode}\n${ran.stdout}\n${ran.stderr ?? ''}`);
}

// A target for load, in a process of its own: this one waits for what it runs.
const answers =
  "require('http').createServer((_, answer) => answer.end('ok')).listen(0, '127.0.0.1', function () { console.log(this.address().port) })";
const target = spawn(process.execPath, ['--eval', answers], { stdio: ['ignore', 'pipe', 'inherit'] });
const [port] = await once(target.stdout, 'data');
const address = `http://127.0.0.1:${String(port).trim()}/`;

try {
  must('npm pack', run('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], { cwd: root }), { exitCode: 0, stdout: /\.tgz/ });
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  writeFileSync(join(app, 'package.json'), '{"name":"app","type":"module","dependencies":{"koa":"3.3.0","@koa/cors":"5.0.0"}}');
  writeFileSync(
    join(app, 'index.js'),
    "import cors from '@koa/cors';\nimport Koa from 'koa';\nconst app = new Koa();\napp.use(cors({ origin: '*' }));\napp.listen(3000);\n",
  );
  // What threads do lies in files of its own: a migration that is replayed, load from two of them.
  mkdirSync(join(app, 'supabase', 'migrations'), { recursive: true });
  writeFileSync(
    join(app, 'supabase', 'migrations', '20260101000000_plans.sql'),
    'create table plans (id int primary key, user_id uuid); grant all on plans to anon;\n',
  );
  const tarball = run('sh', ['-c', 'ls *.tgz']).stdout.trim();
  must('npm install', run('npm', ['install', ...quiet, join(folder, tarball)]), { exitCode: 0, stdout: /^/ });
  for (const version of ['22', '24', '26']) {
    const home = join(folder, `node-${version}`);
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    must(`node ${version}`, run('npm', ['install', ...quiet, `node@${version}`], { cwd: home }), { exitCode: 0, stdout: /^/ });
    const path = [join(home, 'node_modules', 'node', 'bin')];
    const node = run('node', ['--version'], { path }).stdout.trim();
    must(`${node} --version`, run('npx', ['launchgate', '--version'], { path }), { exitCode: 0, stdout: /^launchgate \d/ });
    const audited = run('npx', ['launchgate', 'audit', 'app', '--only', 'cors-restricted'], { path });
    must(`${node} audit`, audited, { exitCode: 1, stdout: /index\.js:4:/ });
    const replayed = run('npx', ['launchgate', 'audit', 'app', '--only', 'rls-enforced'], { path });
    must(`${node} replay`, replayed, { exitCode: 1, stdout: /plans/ });
    const load = ['--rate', '100', '--duration', '4s', '--warm-up', '0s', '--threads', '2', '--threshold', 'http_req_failed: rate<=0'];
    must(`${node} load`, run('npx', ['launchgate', 'load', 'run', address, ...load], { path }), { exitCode: 0, stdout: /requests +400/ });
    console.log(`${node}: npx launchgate --version, audit app (source; migrations replayed), load run on two threads`);
  }
} finally {
  target.kill();
  rmSync(folder, { recursive: true, force: true });
}
