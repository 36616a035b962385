// Audits each target from source as a user would, and holds what was found against its marks and its golden report.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../reports/report-schema.ts';
import { foundIn } from './found.ts';
import { expectationsOf, readMarks } from './marks.ts';

const here = import.meta.dirname;
const main = join(here, '..', 'main.ts');

// What Python leaves behind where somebody ran a target is no part of it.
for (const path of globSync('targets/**/__pycache__', { cwd: here })) rmSync(join(here, path), { recursive: true, force: true });

/** Exit code and stdout of one audit; nothing of this machine's environment is part of it. */
function audit(target: string, ...flags: readonly string[]): { readonly code: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [main, 'audit', target, '--no-config', '--no-color', ...flags], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, COLUMNS: '80' },
    cwd: here,
  });
  return { code: status, stdout };
}

/** What differs from run to run and says nothing of the target. */
const withoutTimes = (json: string): string => json.replace(/"(startedAt|durationMs|version)": [^\n]*?(,?)\n/g, '"$1": "…"$2\n');

function sameAsGolden(name: string, text: string): void {
  const golden = join(here, 'golden', name);
  if (process.env.U === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
}

describe.each(['leaky-fastapi', 'leaky-koa', 'mixed'])('%s', (name) => {
  const target = join('targets', name);
  const { code, stdout } = audit(target, '--json', '--quiet');

  test('fails the gate on exactly the marked lines', () => {
    const parsed = parseReport(stdout);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(code).toBe(1);
    expect(foundIn(parsed.report, join(here, target))).toEqual(expectationsOf(readMarks(join(here, target))));
  });

  test('gives its golden report', () => {
    sameAsGolden(`${name}.json`, withoutTimes(stdout));
    sameAsGolden(`${name}.txt`, audit(target, '-f', 'text').stdout);
  });
});
