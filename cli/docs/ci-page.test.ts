// The page on CI is written by hand: every flag and command it names exists, and what it pins is what init pins.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ciFile } from '../init/files.ts';
import { launchgate } from '../testing/launchgate.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'ci.md'), 'utf8');

test('every command and every flag of the page exists', async () => {
  const cwd = import.meta.dirname;
  const commands = [...new Set([...page.matchAll(/(?:npx |`)launchgate ([a-z]+)/g)].map(([, name = '']) => name))];
  expect(commands.length).toBeGreaterThan(5);
  const helps = await Promise.all(commands.map((name) => launchgate([name, '--help'], { cwd })));
  expect(commands.filter((_, at) => helps[at]?.exitCode !== 0)).toEqual([]);
  const help = helps.map(({ stdout }) => stdout).join('\n');
  const flags = [...new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag))];
  expect(flags.filter((flag) => !new RegExp(`${flag}(?![\\w-])`).test(help))).toEqual([]);
});

test('actions are pinned to the commits that init pins', () => {
  const workflow = ciFile('github', { folder: '.', version: '1.0.0', branch: 'main' }).text;
  for (const [, pinned = ''] of page.matchAll(/uses: (\S+@[0-9a-f]{40} # \S+)/g)) expect(workflow).toContain(pinned);
});
