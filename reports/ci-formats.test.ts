// What CI servers read: GitHub's annotations and summary, GitLab's code quality, lines of JSON, and words for agents.
import { createHash } from 'node:crypto';
import { validate } from '@umbrelladocs/rdformat-validator';
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderAgent } from './agent.ts';
import { decisiveFindings } from './gate.ts';
import { jobSummary, renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { withManyFindings } from './golden/many.ts';
import { guides, hostileReport, readyReport, realisticReport } from './golden/reports.ts';
import { seen, single } from './golden/single.ts';
import { renderMarkdown } from './markdown.ts';
import { renderNdjson } from './ndjson.ts';
import { renderRdjson } from './rdjson.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report } from './report.ts';
import { renderText } from './text.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const hostile = hostileReport(sha256);
const many = withManyFindings(realistic, 2000, sha256);
const options: RenderOptions = { colour: new Chalk({ level: 0 }), width: 80, detail: 'normal', guides };
const all: readonly (readonly [string, Report])[] = [
  ['realistic', realistic],
  ['hostile', hostile],
  ['ready', readyReport(sha256)],
  ['unanswered', realisticReport(sha256, ['inconclusive'])],
  ['many findings', many],
];

describe('github', () => {
  const commandPattern =
    /^::(error|warning|notice) (?:file=[^,:]*,line=\d+,endLine=\d+,col=\d+,)?title=[^,:]*::(?!.*::(?:error|warning|notice) file)/;
  test.each(all)('%s report: every line is one well-formed command or one of ours, ten of a level at most', (_, report) => {
    const lines = renderGithub(report, options).trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    for (const line of lines) expect(line).toMatch(line.startsWith('::') ? commandPattern : /^launchgate: /);
    for (const level of ['error', 'warning', 'notice']) {
      expect(commands.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
    }
  });

  test('text of the target can neither end a property nor start a command', () => {
    const report = single('testflight', 'fail', {
      findings: [
        { ...seen('100% sure\n::error::forged\r\n::set-output name=x::y'), place: { kind: 'file', path: 'a,b:c%.py', line: 1, column: 1 } },
      ],
    });
    expect(renderGithub(report, { guides: [] }).split('\n')[0]).toBe(
      '::error file=a%2Cb%3Ac%25.py,line=1,endLine=1,col=1,title=the-check::100%25 sure ::error::forged ::set-output name=x::y',
    );
  });

  test('of many findings the first of every check comes before the second of any', () => {
    const titles = renderGithub(many, options)
      .split('\n')
      .flatMap((line) => /^::error .*?title=([\w-]+)/.exec(line)?.[1] ?? []);
    expect(titles).toHaveLength(10);
    expect(new Set(titles).size).toBe(realistic.results.filter(({ verdict }) => verdict === 'fail').length);
  });

  test('the summary is the Markdown report, cut with a notice where GitHub takes no more', () => {
    expect(jobSummary(realistic, options)).toBe(renderMarkdown(realistic, options));
    const cut = jobSummary(realistic, options, 3000);
    expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(3000);
    expect(cut).toContain('This summary is cut');
    expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
    expect(new TextEncoder().encode(jobSummary(hostile, { ...options, detail: 'verbose' }, 50_000)).length).toBeLessThanOrEqual(50_000);
  });
});

describe('gitlab', () => {
  const issues = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({ path: z.string().regex(/^(?!\.?\/)/), lines: z.strictObject({ begin: z.int().min(1) }) }),
    }),
  );
  test.each(all)('%s report: every failing finding is an issue with a fingerprint of its own', (_, report) => {
    const parsed = issues.parse(JSON.parse(renderGitlab(report)));
    const failing = report.results
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap(({ answers }) => answers.filter((answer) => answer.verdict === 'fail').flatMap(({ findings }) => findings));
    expect(parsed).toHaveLength(failing.length);
    expect(new Set(parsed.map(({ fingerprint }) => fingerprint)).size).toBe(failing.length);
  });
});

describe('rdjson', () => {
  test.each(all)('%s report: a validator of the format has nothing to say, and every failing finding is there', async (_, report) => {
    const text = renderRdjson(report);
    const { valid, errors } = await validate(JSON.parse(text), { strictMode: true });
    expect([valid, errors]).toEqual([true, []]);
    if (text.includes('"path"'))
      expect((await validate(JSON.parse(text.replace('"path"', '"file"')), { strictMode: true })).valid).toBe(false);
    const failing = report.results.filter(({ verdict }) => verdict === 'fail').flatMap(decisiveFindings);
    expect(z.object({ diagnostics: z.array(z.unknown()) }).parse(JSON.parse(text)).diagnostics).toHaveLength(failing.length);
  });
});

describe('ndjson', () => {
  test.each(all)('%s report: every line is an object that says what it is, and all findings are there', (_, report) => {
    const lines = renderNdjson(report).trimEnd().split('\n');
    const types = lines.map((line) => z.object({ type: z.string() }).parse(JSON.parse(line)).type);
    const findings = report.results.flatMap(({ answers }) => answers.flatMap((answer) => answer.findings));
    expect(types.filter((type) => type === 'finding')).toHaveLength(findings.length);
    expect(types.filter((type) => type === 'check')).toHaveLength(report.results.length);
    expect([types[0], types.at(-1)]).toEqual(['run', 'verdict']);
  });
});

describe('agent', () => {
  test('says all that fails and where in far fewer characters than text', () => {
    const text = renderAgent(realistic, options);
    expect(text.length).toBeLessThan(renderText(realistic, { ...options, width: 120 }).length * 0.6);
    for (const { id, verdict } of realistic.results) if (verdict !== 'not-applicable') expect(text).toContain(id);
    expect(text).toContain('backend/core/base/rag_service.py:12, 20, 27,');
  });
  test('no line of the target starts a line of its own', () => {
    const starts =
      /^(?:Not ready|Nothing|fail |inconclusive |pass: |not applicable: |not looked at: |unreadable |limit reached: |app-store can|--|<path>| {2})/;
    for (const line of renderAgent(hostile, options).trimEnd().split('\n')) expect(line).toMatch(starts);
  });
});

test.each(['junit', 'github', 'gitlab', 'rdjson', 'ndjson', 'agent'])('%s: the same report gives the same bytes', async (format) => {
  const { formats } = await import('./formats.ts');
  const renderer = await formats[format]?.load();
  const render = (report: Report) => renderer?.(report, options);
  expect(render(realistic)).toMatch(/\S/);
  expect(render(realistic)).toBe(render(realisticReport(sha256)));
  expect(render(hostile)).toBe(render(hostileReport(sha256)));
});
