import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyTemplate } from './testing/databases.ts';
import { listening, run } from './testing/process.ts';
import { call, embeddedEnvironment } from './testing/started-server.ts';

let folder: string;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  const made = await embeddedEnvironment();
  folder = made.folder;
  environment = { ...made.environment, PORT: '0', DRAIN_DELAY_MS: '3000' };
  await copyTemplate(join(folder, 'database', 'postgres'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a start with a wrong configuration', () => {
  it('stops with 1 and names every variable at once', async () => {
    const started = run({});
    expect(await started.exit).toBe(1);
    expect(started.lines().map(({ variable }) => variable)).toEqual([
      'OPENAI_API_KEY',
      'SUPABASE_URL',
      'SUPABASE_ANON_KEY',
      'SUPABASE_SERVICE_ROLE_KEY',
      'ALLOWED_ORIGINS',
    ]);
  });

  it('stops for one that is wrong, and shows no value', async () => {
    const started = run({ ...environment, PORT: 'canary', SUPABASE_URL: '' });
    expect(await started.exit).toBe(1);
    expect(started.lines().map(({ level, message }) => [level, message])).toEqual([
      ['CRITICAL', 'configuration: SUPABASE_URL is missing'],
      ['CRITICAL', expect.stringContaining('configuration: PORT')],
    ]);
    expect(started.text()).not.toContain('canary');
  });

  for (const [logFile, code] of [
    [() => folder, 'EISDIR'],
    [() => '/proc/none/server.log', 'ENOENT'],
  ] as const)
    it(`stops for a log file that cannot be opened (${code}), and says so in the log`, async () => {
      const started = run({ ...environment, LOG_FILE: logFile() });
      expect(await started.exit).toBe(1);
      expect(started.lines()).toEqual([
        expect.objectContaining({ level: 'CRITICAL', variable: 'LOG_FILE', code, message: 'configuration: LOG_FILE cannot be opened' }),
      ]);
    });
});

/** A request whose body is still under way. */
function halfSent(url: string): { readonly finish: () => Promise<string> } {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(
    'POST /api/v1/trainingplan/feedback HTTP/1.1\r\nHost: us\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a"',
  );
  return {
    finish: async () => {
      socket.end(':1}');
      return text(socket);
    },
  };
}

describe('a started server', () => {
  it('logs nothing but records, lets open requests finish on SIGTERM, and leaves with 0', async () => {
    const logFile = join(folder, 'logs', 'server.log');
    const started = run({ ...environment, LOG_FILE: logFile });
    const url = await listening(started);
    expect((await call(`${url}/`, { headers: { 'X-Request-Id': 'mine', Authorization: 'Bearer canary' } })).status).toBe(200);
    const open = halfSent(url);
    await new Promise((resolve) => setTimeout(resolve, 100));
    started.child.kill('SIGTERM');
    const turnsAway = async () => {
      const { status, headers } = await call(`${url}/readyz`);
      return status === 503 && headers.get('connection') === 'close';
    };
    await vi.waitUntil(turnsAway, { timeout: 2_500, interval: 50 });
    expect(started.child.exitCode).toBeNull();
    expect(await open.finish()).toMatch(/^HTTP\/1\.1 401/);
    expect(await started.exit).toBe(0);
    expect(started.lines().find(({ requestId }) => requestId === 'mine')).toMatchObject({
      level: 'INFO',
      method: 'GET',
      route: '/',
      status: 200,
    });
    expect(started.text()).not.toContain('canary');
    expect(await readFile(logFile, 'utf8')).toContain('"requestId":"mine"');
  });
});
