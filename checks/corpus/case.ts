// One annotated case of the corpus: a small service in one file, what should be said of it, and on which lines.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gatherCode } from '../evidence/code/gather.ts';
import type { Answer, Check, Verdict } from '../model.ts';

export interface Case {
  readonly name: string;
  readonly language: 'TypeScript' | 'Python';
  readonly wanted: Verdict;
  /** Known to be judged wrongly: it counts in the matrix, and a test tells when it comes right. */
  readonly knownWrong: boolean;
  /** By path: `main.ts` or `main.py`, and whatever `// file: path` lines split off. */
  readonly files: ReadonlyMap<string, string>;
  /** `path:line` of each line marked `<- finding`. */
  readonly marked: readonly string[];
}
export interface Judged {
  readonly answer: Answer;
  readonly places: readonly string[];
  /** The words of the check left no file of the case unparsed. */
  readonly isWhole: boolean;
}

const caseName = /^(fail|pass|not-applicable|inconclusive)\..*\.(?:ts|tsx|js|py)$/;
const fileMark = /^(?:\/\/|#) file: (\S+)\s*$/;
const findingMark = /(?:\/\/|#) <- finding\b(?! below)/;
/** Where no comment can stand behind what is marked, as in a Dockerfile: on the line above. */
const markAbove = /^\s*# <- finding below\s*$/;

/** The cases of a check, those known to be judged wrongly last; none where it has no code judge. */
export function casesOf(check: Check): readonly Case[] {
  if (check.judge.code === undefined) return [];
  const folder = join(import.meta.dirname, '../catalog', check.id, 'examples');
  return [...casesIn(folder, false), ...casesIn(join(folder, 'known-wrong'), true)];
}

function casesIn(folder: string, knownWrong: boolean): readonly Case[] {
  return namesIn(folder).flatMap((name): readonly Case[] => {
    const wanted = verdictOf(name);
    if (wanted === undefined) return [];
    const files = split(name, readFileSync(join(folder, name), 'utf8'));
    return [{ name, language: name.endsWith('.py') ? 'Python' : 'TypeScript', wanted, knownWrong, files, marked: marksIn(files) }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function verdictOf(name: string): Verdict | undefined {
  const word = caseName.exec(name)?.[1];
  return word === 'fail' || word === 'pass' || word === 'not-applicable' || word === 'inconclusive' ? word : undefined;
}

function split(name: string, text: string): ReadonlyMap<string, string> {
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

const marksIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .flatMap(([path, content]) =>
      content
        .split('\n')
        .flatMap((line, index, lines) =>
          findingMark.test(line) || markAbove.test(lines[index - 1] ?? '') ? [`${path}:${index + 1}`] : [],
        ),
    )
    .sort();

/** Judges the case as a checkout of its own, with every file parsed where `mentions` is `['']`. Throws where a file of it can't be read. */
export function judgeCase(check: Check, { name, files }: Case, mentions: readonly string[] = check.mentions ?? []): Judged {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-case-'));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const gathered = gatherCode({ root, mentions });
    if ('missing' in gathered) throw new Error(gathered.missing);
    const { evidence } = gathered.found;
    const [unread] = evidence.coverage.unreadable;
    if (unread) throw new Error(`${name}: ${unread.path} ${unread.because}`);
    const judge = check.judge.code;
    if (judge === undefined) throw new Error(`${check.id} has no code judge`);
    const answer = judge(evidence);
    const { filesRead, filesParsed } = evidence.coverage;
    return { answer, places: placesOf(answer), isWhole: filesParsed >= filesRead };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function placesOf(answer: Answer): readonly string[] {
  if (!('findings' in answer)) return [];
  const places = answer.findings.flatMap(({ place }) => (place.kind === 'file' ? [`${place.path}:${place.line}`] : []));
  return [...new Set(places)].sort();
}
