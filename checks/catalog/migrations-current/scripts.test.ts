// What stands before the service in its start script, in a folder made for each case.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gatherCode } from '../../evidence/code/gather.ts';
import { judgeCode, mentions } from './code.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const app = `import express from 'express';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
const app = express();
app.get('/plans', async (_req, res) => res.json(await prisma.plan.findMany({ take: 20 })));
app.listen(3000);
`;
function judged(scripts: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-scripts-'));
  folders.push(root);
  writeFileSync(join(root, 'app.ts'), app);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { express: '5', '@prisma/client': '6' }, scripts }));
  const gathered = gatherCode({ root, mentions });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return judgeCode(gathered.found.evidence).verdict;
}

test('a script that the start script runs first', () => {
  expect(judged({ start: 'yarn prepare:db && node app.js', 'prepare:db': 'prisma migrate deploy' })).toBe('pass');
  expect(judged({ start: 'yarn prisma:setup:prod && yarn start:run', 'prisma:setup:prod': 'tsx scripts/setup.js' })).toBe('inconclusive');
  expect(
    judged({ 'start-docker': 'run-s -s apply serve', apply: 'prisma migrate deploy', serve: 'node app.js', start: 'node app.js' }),
  ).toBe('pass');
  expect(judged({ start: 'npm-run-all check-db serve', 'check-db': 'node scripts/check.js', serve: 'node app.js' })).toBe('inconclusive');
  expect(judged({ start: 'run-p apply serve', apply: 'prisma migrate deploy', serve: 'node app.js' })).toBe('fail');
  expect(judged({ start: 'yarn lint && node app.js', lint: 'biome check', 'db:setup': 'tsx scripts/setup.js' })).toBe('fail');
});

function started(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-scripts-'));
  folders.push(root);
  const service = 'from fastapi import FastAPI\nimport asyncpg\napp = FastAPI()\n@app.get("/plans")\nasync def plans():\n    return []\n';
  for (const [path, text] of Object.entries({ 'main.py': service, 'requirements.txt': 'fastapi==0.115.0\nasyncpg==0.30.0\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const gathered = gatherCode({ root, mentions });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return judgeCode(gathered.found.evidence).verdict;
}

test('a script of the service that the script which starts it runs first', () => {
  const serve = 'exec gunicorn -k uvicorn.workers.UvicornWorker main:app\n';
  expect(started({ 'start.sh': `#!/bin/sh\npython -m setup --ensure-installed\n${serve}` })).toBe('inconclusive');
  expect(started({ 'start.sh': `#!/bin/sh\npython scripts/run_migrations.py\n${serve}` })).toBe('pass');
  expect(started({ 'start.sh': `#!/bin/sh\npython -m plans_server database migrate\n${serve}` })).toBe('pass');
  expect(started({ 'start.sh': `#!/bin/sh\npython -m plans_server database describe\n${serve}` })).not.toBe('pass');
  expect(started({ 'docker/init_scripts/init': `#!/usr/bin/env bash\nif alembic upgrade head; then\n  echo up\nfi\n${serve}` })).toBe(
    'pass',
  );
  expect(started({ 'docker/init_scripts/init': `#!/usr/bin/env bash\n${serve}` })).toBe('fail');
  expect(started({ Dockerfile: 'FROM python:3.12\nRUN python setup.py install\nCMD ["uvicorn", "main:app"]\n' })).toBe('fail');
});
