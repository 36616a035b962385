// Every mistake in a command line ends as one line that names it, before anything is read or sent.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { runProgram } from './program.ts';

const before = process.cwd();
let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'launchgate-program-'));
  process.chdir(cwd);
});
afterEach(async () => {
  process.chdir(before);
  await rm(cwd, { recursive: true, force: true });
});

async function problemOf(args: readonly string[]): Promise<string> {
  const thrown: unknown = await runProgram([...args, '--quiet']).catch((problem: unknown) => problem);
  expect(thrown).toBeInstanceOf(Problem);
  const message = thrown instanceof Problem ? thrown.message : '';
  expect(message).not.toContain('\n');
  return message;
}

test.each([
  [['adit'], 'unknown command "adit" (did you mean "audit"?)'],
  [['--nope'], 'unknown option "--nope"'],
  [['audit', '--gat', 'testflight'], "unknown option '--gat' (did you mean --gate?)"],
  [['audit', '--gate', 'beta'], 'Allowed choices are testflight, app-store, post-launch'],
  [['audit', 'a', 'b'], 'too many arguments'],
  [['audit', ''], "argument 'path'. It is empty"],
  [['audit', '--only', ''], "option '--only <checks>' argument '' is invalid. It is empty"],
  [['audit', '--config', ' '], 'It is empty'],
  [['audit', '-f', 'json', '-o', ''], 'It is empty'],
  [['load', 'run', '--url', ''], 'It is empty'],
  [['audit', 'missing-folder'], 'no such folder: missing-folder'],
  [['audit', 'a-file'], 'a-file is not a folder'],
  [['audit', '--env-file', 'missing.env'], 'no such env file: missing.env'],
  [['audit', '--only', 'cors-restrictd'], 'no check is called "cors-restrictd" (did you mean "cors-restricted"?)'],
  [['audit', '--only', 'cors-restricted', '--skip', 'cors-restricted'], 'leave no check to run'],
  [['audit', '-f', 'jsn'], 'unknown format "jsn" (did you mean "json"?)'],
  [['audit', '-f', 'text', '-f', 'json'], 'only one report fits stdout'],
  [['audit', '-f', 'json=r', '-f', 'markdown=r'], 'two reports would be written to'],
  [['audit', '-f', 'json=a-folder'], 'it is a folder'],
  [['audit', '--url', 'localhost:3000'], '"url" must be an http or https URL'],
  [['audit', '--wait-timeout', '30'], 'Write a time with its unit'],
  [['audit', '--wait-for', 'http://127.0.0.1:1'], '--wait-for needs --start'],
  [['audit', '--allow', 'everything'], '"allow.0" must be one of active, destructive'],
  [['audit', '--config', 'missing.json'], 'no such configuration file'],
  [['audit', '--from-evidence', 'a-folder'], 'no saved evidence in a-folder'],
  [['audit', '--from-evidence', 'a-folder', '--load', '--url', 'http://127.0.0.1:9'], 'nothing else: leave out --url, --load'],
  [['audit', '--load'], '--load needs a running service'],
  [['audit', '--wait-timeout', '5s'], '--wait-timeout needs --start'],
  [['audit', '--plan', '--json'], '--plan is shown on stdout, as text'],
  [['audit', '--save-evidence', 'a-file/below'], "can't write to a-file/below"],
  [['audit', '--url', 'http://127.0.0.1:9', '--token-env', 'NOT_SET'], 'NOT_SET, named for a test token or key, is not set'],
  [['explain', 'cors'], 'no check is called "cors" (did you mean "cors-restricted"?)'],
  [['report', 'missing.json'], 'no such report: missing.json'],
  [['report', 'a-file'], 'a-file: '],
  [['load', 'ftp://127.0.0.1'], '"ftp://127.0.0.1" is no http or https URL'],
  [['load', 'http://ada:word@127.0.0.1'], 'the target must hold no user name and password: give them as a header'],
  [['audit', '--url', 'http://ada:word@127.0.0.1'], 'must hold no user name and password: give them as a header'],
  [['load', 'http://127.0.0.1', '--failed-share', '2'], 'Write a number from 0 to 1'],
])('launchgate %j', async (args, message) => {
  await writeFile('a-file', 'x');
  await mkdir('a-folder');
  expect(await problemOf(args)).toContain(message);
});

test.each([
  ['launchgate.config.json', '{"gaet": "testflight"}', 'unknown key "gaet" (did you mean "gate"?)'],
  ['launchgate.config.yaml', 'gate: [', 'launchgate.config.yaml: '],
  ['launchgate.config.ts', 'export default { gate: "beta" };', '"gate" must be one of'],
  ['launchgate.config.ts', 'export default {', 'launchgate.config.ts: '],
])('a broken %s', async (name, text, message) => {
  await writeFile(name, text);
  expect(await problemOf(['audit'])).toContain(message);
});
