// What a live finding was answered with is in the report, without the token it was asked with.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseReport } from '../../reports/report-schema.ts';
import { launchgate } from '../testing/launchgate.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let server: Server;
let url: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'launchgate-received-'));
  server = createServer((request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': request.headers.origin ?? '*', 'access-control-allow-credentials': 'true' });
    response.end(JSON.stringify({ asked: request.url, with: request.headers.authorization ?? '' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('the answer stands beside the request, in JSON and in HTML', async () => {
  const token = ['a', 'token', 'of', 'this', 'test'].join('-');
  const args = [
    'audit',
    '--url',
    url,
    '--only',
    'cors-restricted',
    '--token-env',
    'OUR_TOKEN',
    '--json',
    '-f',
    'html=report.html',
    '--quiet',
  ];
  const { stdout, stderr } = await launchgate(args, { cwd: folder, env: { OUR_TOKEN: token } });
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem} ${stderr}`);
  const findings = parsed.report.results.flatMap(({ answers }) => answers.flatMap((answer) => answer.findings));
  expect(findings.length).toBeGreaterThan(0);
  for (const { received } of findings) {
    expect(received).toMatchObject({ status: 200, headers: expect.arrayContaining([['access-control-allow-credentials', 'true']]) });
  }
  expect(stdout).not.toContain(token);
  const again = await launchgate(['report', '-', '-f', 'html'], { cwd: folder, input: stdout });
  expect(again.stdout).toContain('<summary>Answered with 200</summary>');
});
