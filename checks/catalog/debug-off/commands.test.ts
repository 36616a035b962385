// Lines outside source that start a service with a reloader, in a folder made for each case.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gatherCode } from '../../evidence/code/gather.ts';
import { judgeCode } from './code.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function judged(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-commands-'));
  folders.push(root);
  const service = `from fastapi import FastAPI
import uvicorn
app = FastAPI()
@app.get("/plans")
def plans():
    return []
if __name__ == "__main__":
    uvicorn.run("main:app", reload=True)
`;
  for (const [path, text] of Object.entries({ 'main.py': service, 'requirements.txt': 'fastapi==0.115.0\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const gathered = gatherCode({ root, mentions: ['reload', 'debug'] });
  if ('missing' in gathered) throw new Error(gathered.missing);
  return judgeCode(gathered.found.evidence).verdict;
}

const reloading = '#!/bin/sh\nexec uvicorn main:app --host 0.0.0.0 --reload\n';
const serving = '#!/bin/sh\nexec gunicorn -k uvicorn.workers.UvicornWorker main:app\n';

test('a reloader in the script that a container runs', () => {
  expect(judged({ 'entrypoint.sh': reloading })).toBe('fail');
  expect(judged({ 'entrypoint.sh': reloading, 'model-server/Dockerfile': 'FROM x\nCMD ["python", "server.py"]\n' })).toBe('fail');
  expect(judged({ 'start.sh': reloading, Dockerfile: 'FROM x\nCMD ["gunicorn", "main:app"]\n' })).toBe('pass');
  expect(judged({ 'start.sh': reloading, 'docker/Dockerfile': 'FROM x\nCMD ["gunicorn", "main:app"]\n' })).toBe('pass');
});

test('a server that is started by a script without an ending', () => {
  expect(judged({ 'docker/init_scripts/init': serving })).toBe('pass');
  expect(judged({ 'docker/init_scripts/readme': serving })).toBe('fail');
});
