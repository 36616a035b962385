// The one comment of a pull request, against a server that answers as GitHub does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { launchgate } from '../testing/launchgate.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const body = (verdict: string) => `<!-- launchgate:audit -->\n### ${verdict}\n`;
const sent = z.object({ body: z.string() });
let folder: string;
let server: Server;
let base: string;
let kept: { id: number; body: string }[];
let refusesToWrite: number | undefined;
let asked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'launchgate-comment-'));
  kept = Array.from({ length: 120 }, (_, at) => ({ id: at, body: 'somebody else, who quotes <!-- launchgate:audit -->' }));
  refusesToWrite = undefined;
  asked = [];
  server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const given = await text(request);
    const answer = (status: number, data: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    if (request.headers.authorization !== 'Bearer t-o-k-e-n') return answer(401, {});
    if (request.method === 'GET') {
      const page = Number(url.searchParams.get('page'));
      return answer(200, kept.slice((page - 1) * 100, page * 100));
    }
    if (refusesToWrite !== undefined) return answer(refusesToWrite, { message: 'Resource not accessible by integration' });
    const comment = sent.parse(JSON.parse(given));
    if (request.method === 'POST') kept.push({ id: 1000 + kept.length, body: comment.body });
    else for (const each of kept) if (url.pathname.endsWith(`/comments/${each.id}`)) each.body = comment.body;
    return answer(200, {});
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({
  GITHUB_API_URL: base,
  GITHUB_REPOSITORY: 'ada/api',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_TOKEN: 't-o-k-e-n',
});
function comment(verdict: string, env: Readonly<Record<string, string>> = environment()) {
  writeFileSync(join(folder, 'comment.md'), body(verdict));
  return launchgate(['comment', 'comment.md'], { cwd: folder, env });
}
const own = () => kept.filter((each) => each.body.startsWith('<!-- launchgate:audit -->'));

test('is written once and then kept up to date, however many comments there are', async () => {
  expect(await comment('not ready')).toMatchObject({ exitCode: 0, stderr: 'Comment written\n' });
  expect(await comment('ready')).toMatchObject({ exitCode: 0, stderr: 'Comment brought up to date\n' });
  expect(own().map((each) => each.body)).toEqual([body('ready')]);
  expect(asked.at(0)).toBe('GET /repos/ada/api/issues/7/comments?per_page=100&page=1');
});

test.each([403, 404, 500])('a token that may not write (%s) is a warning', async (status) => {
  refusesToWrite = status;
  const ran = await comment('not ready');
  expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^launchgate: no comment was written: .*\b\d{3}\b.*\n$/) });
});

test('so are no token and no server', async () => {
  const { GITHUB_TOKEN: _, ...without } = environment();
  expect(await comment('x', without)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('GITHUB_TOKEN is not set') });
  const nobody = { ...environment(), GITHUB_API_URL: 'http://127.0.0.1:9' };
  expect(await comment('x', nobody)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('no comment was written') });
});

test('what is no comment of ours is not posted, nor anything without a pull request', async () => {
  writeFileSync(join(folder, 'other.md'), 'hello');
  expect(await launchgate(['comment', 'other.md'], { cwd: folder, env: environment() })).toMatchObject({ exitCode: 2 });
  expect(await comment('x', { ...environment(), GITHUB_REF: 'refs/heads/main' })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('no pull request'),
  });
});
