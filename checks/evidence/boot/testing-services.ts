// Programs of small services for the tests of drills: a careful one, and what turns it into a careless one.

/** Which of its habits the service is to lack. */
export type Fault =
  | 'prose'
  | 'no-ids'
  | 'no-access-log'
  | 'logs-secrets'
  | 'fixed-level'
  | 'health-blind'
  | 'health-says-200'
  | 'no-retry'
  | 'hasty-retry'
  | 'deaf-to-retry-after'
  | 'no-breaker'
  | 'no-drain'
  | 'no-handler'
  | 'cuts-open'
  | 'leaves-child'
  | 'leaves-file';

const has = (faults: readonly Fault[], fault: Fault): boolean => faults.includes(fault);

/** A service on `PORT`: /readyz, /me, POST /ask (which calls its model), and every control but the faults given. */
export function service(...faults: readonly Fault[]): string {
  return `
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const levels = ['debug', 'info', 'warn', 'error'];
const level = ${has(faults, 'fixed-level')} ? 'info' : (process.env.LOG_LEVEL ?? 'info').toLowerCase();
const log = (at, message, fields = {}) => {
  if (levels.indexOf(at) < levels.indexOf(level)) return;
  if (${has(faults, 'prose')}) process.stdout.write(at + ': ' + message + ' ' + Object.values(fields).join(' ') + '\\n');
  else process.stdout.write(JSON.stringify({ time: new Date().toISOString(), level: at, message, ...fields }) + '\\n');
};

const reachable = (address) => new Promise((settle) => {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.write('?'));
  const end = (well) => { socket.destroy(); settle(well); };
  socket.once('data', () => end(true));
  socket.once('error', () => end(false));
  socket.once('close', () => end(false));
  socket.setTimeout(1000, () => end(false));
});

let failures = 0;
let openUntil = 0;
async function model() {
  if (${!has(faults, 'no-breaker')} && Date.now() < openUntil) throw new Error('open');
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(process.env.OPENAI_BASE_URL + '/chat/completions', { method: 'POST', body: '{"model":"m"}', headers: { 'content-type': 'application/json' } });
    if (answer.ok) { failures = 0; return (await answer.json()).choices[0].message.content; }
    await answer.text();
    if (tries === 2 || ${has(faults, 'no-retry')} || answer.headers.get('x-should-retry') === 'false') break;
    const told = ${has(faults, 'deaf-to-retry-after')} ? null : answer.headers.get('retry-after');
    await sleep(told === null ? (${has(faults, 'hasty-retry')} ? 1 : 100 * 2 ** tries) : Number(told) * 1000);
  }
  failures += 1;
  if (failures >= 3) openUntil = Date.now() + 1000;
  throw new Error('down');
}

let draining = false;
async function route(request, body) {
  const { pathname } = new URL(request.url, 'http://here');
  if (pathname === '/readyz') {
    const well = ${has(faults, 'health-blind')} || process.env.DATABASE_URL === undefined || (await reachable(process.env.DATABASE_URL));
    const status = draining || (!well && ${!has(faults, 'health-says-200')}) ? 503 : 200;
    return [status, { status: well ? 'pass' : 'fail', checks: ${has(faults, 'health-blind')} ? undefined : { database: well ? 'pass' : 'fail' } }];
  }
  if (pathname === '/me') return [401, { title: 'Who are you?' }];
  if (pathname === '/ask' && request.method === 'POST') {
    try { return [200, { text: await model() }]; } catch { return [503, { title: 'Later, please.' }]; }
  }
  return [404, { title: 'Nothing here.' }];
}

const server = createServer(async (request, response) => {
  const begun = performance.now();
  const id = request.headers['x-request-id'] ?? randomUUID();
  let body = '';
  for await (const chunk of request) body += chunk;
  const [status, answer] = await route(request, body);
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': id }).end(JSON.stringify(answer));
  const told = { method: request.method, route: request.url, status, durationMs: performance.now() - begun };
  if (${has(faults, 'logs-secrets')}) Object.assign(told, { authorization: request.headers.authorization, body });
  if (${!has(faults, 'no-access-log')}) log('info', 'request', ${has(faults, 'no-ids')} ? told : { ...told, requestId: id });
  log('debug', 'request done', ${has(faults, 'no-ids')} ? {} : { requestId: id });
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => log('info', 'listening on http://127.0.0.1:' + server.address().port));
if (${has(faults, 'leaves-file')}) writeFileSync(join(tmpdir(), 'left.txt'), 'x');
if (${has(faults, 'leaves-child')}) spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], { stdio: 'ignore' });
if (${!has(faults, 'no-handler')}) process.on('SIGTERM', async () => {
  draining = ${!has(faults, 'no-drain')};
  if (draining) await sleep(1000);
  if (${has(faults, 'cuts-open')}) server.closeAllConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  server.close(() => { clearInterval(sweep); process.exit(0); });
});
`;
}
