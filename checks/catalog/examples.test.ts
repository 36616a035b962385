// Proves every example of every check: the verdict its name says, and a finding on each marked line and on no other.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatherCode } from '../evidence/code/gather.ts';
import type { Answer, Check } from '../model.ts';
import { catalog } from './index.ts';

const here = import.meta.dirname;
const codeExample = /^(fail|pass|not-applicable|inconclusive)\..*\.(ts|tsx|js|py)$/;
const fileMark = /^(?:\/\/|#) file: (\S+)\s*$/;
const findingMark = /(?:\/\/|#) <- finding\b/;

/** One example file may hold several files of a service, split by `// file: path` lines; what stands before the first is `main`. */
function split(name: string, text: string): Map<string, string> {
  const files = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    const path = fileMark.exec(line)?.[1];
    if (path === undefined) {
      if (files.size === 0) files.set(name.endsWith('.py') ? 'main.py' : `main.${name.split('.').at(-1)}`, lines);
      lines.push(line);
      continue;
    }
    lines = [];
    files.set(path, lines);
  }
  return new Map([...files].map(([path, content]) => [path, content.join('\n')]));
}

function judge(check: Check, files: ReadonlyMap<string, string>): Answer {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-example-'));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const gathered = gatherCode({ root, mentions: check.mentions ?? [] });
    if ('missing' in gathered) throw new Error(gathered.missing);
    const { evidence } = gathered.found;
    expect(evidence.coverage.unreadable).toEqual([]);
    const judgeIt = check.judge.code;
    if (judgeIt === undefined) throw new Error('the check has no code judge');
    return judgeIt(evidence);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const marked = (files: ReadonlyMap<string, string>): string[] =>
  [...files]
    .flatMap(([path, content]) => content.split('\n').flatMap((line, index) => (findingMark.test(line) ? [`${path}:${index + 1}`] : [])))
    .sort();

function placesOf(answer: Answer): string[] {
  if (!('findings' in answer)) return [];
  const places = answer.findings.flatMap(({ place }) => (place.kind === 'file' ? [`${place.path}:${place.line}`] : []));
  return [...new Set(places)].sort();
}

for (const check of catalog) {
  const folder = join(here, check.id, 'examples');
  const names = check.judge.code === undefined ? [] : readdirSync(folder).filter((name) => codeExample.test(name));
  if (check.judge.code === undefined) continue;
  describe(`${check.id} from source`, () => {
    test.each(names)('%s', (name) => {
      const files = split(name, readFileSync(join(folder, name), 'utf8'));
      const answer = judge(check, files);
      const wanted = codeExample.exec(name)?.[1];
      expect({
        verdict: answer.verdict,
        because: 'because' in answer ? answer.because : undefined,
        ...(wanted === 'fail' && { places: placesOf(answer) }),
      }).toEqual({
        verdict: wanted,
        because: 'because' in answer ? expect.any(String) : undefined,
        ...(wanted === 'fail' && { places: marked(files) }),
      });
    });

    test('there are examples of both kinds in both languages', () => {
      for (const extension of ['py', 'ts']) {
        for (const verdict of ['fail', 'pass'])
          expect(
            names.some((name) => name.startsWith(`${verdict}.`) && name.endsWith(extension)),
            `${verdict}.*.${extension}`,
          ).toBe(true);
      }
    });
  });
}
