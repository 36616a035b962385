// Documents that stand beside the source, in a folder made for each case.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gatherCode } from '../../evidence/code/gather.ts';
import { judgeCode, mentions } from './code.ts';

const app = `import express from 'express';
const app = express();
app.get('/v1/plans', (_req, res) => res.json([]));
app.get('/v1/plans/:id', (_req, res) => res.json({}));
app.listen(3000);
`;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
function judged(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-documents-'));
  folders.push(root);
  mkdirSync(join(root, 'docs'));
  for (const [path, text] of Object.entries({ 'app.ts': app, ...files })) writeFileSync(join(root, path), text);
  const gathered = gatherCode({ root, mentions });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return judgeCode(gathered.found.evidence);
}
const manifest = (more: object): string => JSON.stringify({ dependencies: { express: '5' }, ...more });

test('a file that describes the API, and that nothing serves', () => {
  const openapi = JSON.stringify({ openapi: '3.1.0', paths: { '/plans': {} } });
  expect(judged({ 'package.json': manifest({}), 'openapi.json': openapi })).toMatchObject({
    verdict: 'fail',
    findings: [{ message: 'openapi.json describes 1 of 2 addresses, and nothing here serves it', place: { path: 'openapi.json' } }],
  });
  const whole = 'openapi: 3.1.0\npaths:\n  /plans: {}\n  /plans/{id}: {}\n';
  expect(judged({ 'package.json': manifest({}), 'docs/openapi.yaml': whole })).toMatchObject({
    findings: [{ message: 'docs/openapi.yaml describes the API, and nothing here serves it' }],
  });
});

test('a script that makes the document elsewhere', () => {
  const made = manifest({ scripts: { 'docs:build': 'node docs/build.js' }, devDependencies: { redoc: '2' } });
  expect(judged({ 'package.json': made }).verdict).toBe('inconclusive');
  expect(judged({ 'package.json': manifest({ scripts: { docs: 'typedoc' }, devDependencies: { typedoc: '1' } }) }).verdict).toBe('fail');
});
