// The user's checklist: what changes, and above all what does not.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../checks/model.ts';
import { renderChecklist } from './checklist.ts';
import { guides, hostileReport, realisticReport } from './golden/reports.ts';
import type { Guide } from './render-options.ts';
import type { Report, ReportResult } from './report.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const hostile = hostileReport(sha256);
const today = '2026-12-01';
const own = readFileSync(new URL('golden/user-checklist.md', import.meta.url), 'utf8');
const rendered = (report: Report, existing: string, known: readonly Guide[] = guides) =>
  renderChecklist(report, { guides: known, checklist: { existing, today } });

function reportOf(verdicts: Readonly<Record<string, Verdict>>): Report {
  const results = Object.entries(verdicts).map(([id, verdict]): ReportResult => {
    const place = { kind: 'file', path: 'main.py', line: 41, column: 5 } as const;
    const answered = verdict === 'pass' || verdict === 'fail';
    const findings = answered ? [{ message: `seen ${verdict}`, fingerprint: sha256(id), place }] : [];
    const because = answered ? {} : { because: 'no --url was given' };
    return {
      id,
      tier: 'testflight',
      title: `${id} is good`,
      verdict,
      ...because,
      answers: [{ evidence: 'code', verdict, looked: true, findings, ...because }],
    };
  });
  return { ...realistic, results };
}
const item = (verdict: Verdict, line: string) => rendered(reportOf({ 'cors-restricted': verdict }), line);

test('the user’s own checklist, golden', () => {
  const golden = new URL('golden/user-checklist.updated.md', import.meta.url);
  const text = rendered(realistic, own);
  if (process.env.U === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

test('only items that checks stand for and the status line change', () => {
  const before = own.split('\n');
  const after = rendered(realistic, own).split('\n');
  expect(after).toHaveLength(before.length);
  const changed = before.flatMap((line, index) => (line === after[index] ? [] : [/\*\*(.+?)\*\*/.exec(line)?.[1]]));
  expect(changed.toSorted()).toEqual(['Status', ...new Set(guides.flatMap(({ checklist }) => checklist ?? []))].toSorted());
});

describe('running again', () => {
  const inputs = [own, own.replaceAll('\n', '\r\n'), own.replaceAll('- [ ]', '- [x]'), renderChecklist(realistic, { guides })];
  test.each([realistic, hostile])('with the same report changes nothing', (report) => {
    for (const input of inputs) {
      const once = rendered(report, input);
      expect(rendered(report, once)).toBe(once);
    }
  });
  test('with another report leaves no trace of the first', () => {
    for (const input of inputs) expect(rendered(realistic, rendered(hostile, input))).toContain('`backend/main.py:41` allow_origins');
    const [untouched] = inputs;
    const unticked = rendered(hostile, untouched ?? '').replaceAll('[x]', '[ ]');
    const all = Object.fromEntries(guides.map(({ id }): [string, Verdict] => [id, 'fail']));
    expect(rendered(reportOf(all), unticked)).toBe(rendered(reportOf(all), own));
  });
});

describe('the box', () => {
  test.each<[Verdict, string, string]>([
    ['pass', ' ', 'x'],
    ['pass', 'X', 'X'],
    ['fail', 'x', ' '],
    ['inconclusive', 'x', 'x'],
    ['inconclusive', ' ', ' '],
    ['not-applicable', 'x', 'x'],
  ])('%s turns [%s] into [%s]', (verdict, before, after) => {
    expect(item(verdict, `- [${before}] **Restrict CORS origins**`)).toMatch(new RegExp(`^- \\[${after}\\] \\*\\*Restrict`));
  });
});

describe('the evidence', () => {
  test('reads as a sentence with a place', () => {
    expect(item('fail', '- [x] **Restrict CORS origins** - `a.py` - Do it')).toBe(
      '- [ ] **Restrict CORS origins** - `a.py` - Do it — ❌ launchgate ‹`main.py:41` seen fail›',
    );
    expect(item('inconclusive', '- [x] **Restrict CORS origins**')).toBe(
      '- [x] **Restrict CORS origins** — ⚪ launchgate ‹could not be answered: no --url was given; the box is left as it was›',
    );
  });
  test('keeps trailing spaces and notes behind it', () => {
    const once = item('fail', '- [ ] **Restrict CORS origins**  \r\n');
    expect(once).toBe('- [ ] **Restrict CORS origins** — ❌ launchgate ‹`main.py:41` seen fail›  \r\n');
    const noted = once.replace('›', '› (Anna: on it)');
    expect(item('pass', noted)).toBe('- [x] **Restrict CORS origins** — ✅ launchgate ‹`main.py:41` seen pass› (Anna: on it)  \r\n');
  });
  test('a message can’t end it early or forge another line', () => {
    const line = rendered(hostile, '- [x] **Restrict CORS origins** tail\n');
    expect(line.split('\n')).toHaveLength(2);
    expect(line.match(/[‹›]/g)).toHaveLength(2);
  });
});

describe('items are found', () => {
  test.each([
    '* [x] **restrict  cors ORIGINS**',
    '1. [x] **Restrict CORS origins.** now',
    '  - [x] __Restrict CORS origins__',
    '+ [x] Restrict CORS origins - in main.py',
    '\uFEFF- [x] **Restrict CORS origins**',
    '- [x] **Only known origins may call the API from a browser**',
  ])('%s', (line) => {
    expect(item('fail', line)).toContain('[ ]');
  });
  test.each([
    '```\n- [x] **Restrict CORS origins**\n```',
    '~~~~md\n~~~\n```\n- [x] **Restrict CORS origins**\n~~~~',
    '- ```\n  - [x] **Restrict CORS origins**\n  ```',
    '<!--\n- [x] **Restrict CORS origins**\n-->',
    'Text - [x] **Restrict CORS origins**',
    '- [x] **Restrict CORS origins of the app**',
    '- [-] **Restrict CORS origins**',
    '- [x]**Restrict CORS origins**',
  ])('not in %j', (text) => {
    expect(item('fail', text)).toBe(text);
  });
  test('after a fence or a comment ended', () => {
    for (const before of [
      '```\n- [ ] a\n```\n',
      '<!-- a -->\n',
      '<!--\n-->\n',
      'a `<!--` b\n',
      '`- [ ]` inline ``` x ```\n',
      '````\n```\n````\n',
    ]) {
      expect(item('fail', `${before}- [x] **Restrict CORS origins**`)).toContain('❌');
    }
  });
});

describe('one item for two checks', () => {
  const both: readonly Guide[] = ['one', 'two'].map((id) => ({
    id,
    tier: 'testflight',
    title: id,
    why: '',
    fix: '',
    checklist: ['Shared'],
  }));
  test.each<[string, Readonly<Record<string, Verdict>>, string]>([
    ['both pass', { one: 'pass', two: 'pass' }, '- [x]'],
    ['one fails', { one: 'pass', two: 'fail' }, '- [ ]'],
    ['one does not apply', { one: 'pass', two: 'not-applicable' }, '- [x]'],
  ])('%s', (_, verdicts, start) => {
    for (const mark of [' ', 'x']) expect(rendered(reportOf(verdicts), `- [${mark}] **Shared**`, both)).toMatch(`${start} **Shared**`);
  });
  test('one was not part of the run: the box is kept and that is said', () => {
    expect(rendered(reportOf({ one: 'pass' }), '- [ ] **Shared**', both)).toBe(
      '- [ ] **Shared** — ⚪ launchgate ‹`two` was not part of this run; the box is left as it was›',
    );
  });
  test('neither was: nothing changes', () => {
    expect(rendered(reportOf({ three: 'pass' }), '- [ ] **Shared** — ✅ launchgate ‹old›', both)).toBe(
      '- [ ] **Shared** — ✅ launchgate ‹old›',
    );
  });
});

describe('the status line', () => {
  const status = (items: string) =>
    rendered(reportOf({}), `**Status**: 7% Complete | Last Updated: 2025-01-27  \r\n${items}`).split('\r\n')[0];
  test.each([
    ['- [x] a\n- [ ] b\n- [ ] c', '33'],
    ['- [x] a\n- [X] b\n- [x] c', '100'],
    ['- [x] a\n- [x] b\n- [ ] c\n```\n- [ ] d\n```', '66'],
    ['no items', '0'],
  ])('%j is %s%%', (items, percent) => {
    expect(status(items)).toBe(`**Status**: ${percent}% Complete | Last Updated: 2026-12-01  `);
  });
  test('is none in code', () => {
    const text = '```\n**Status**: 7% Complete | Last Updated: 2025-01-27\n```\n';
    expect(rendered(reportOf({}), text)).toBe(text);
  });
});

test('bytes that say nothing of an item stay: byte order mark, mixed line ends, no line end, trailing spaces', () => {
  const text = '\uFEFF# A\r\n\r- [ ] unknown \t\n\n\n  text  \u2028 \u00a0\u0085- [x] b\n- [ ] ';
  expect(rendered(realistic, text)).toBe(text);
  expect(rendered(realistic, '')).toBe('');
});

test('a checklist written anew has the day the audit started, all items and three sections', () => {
  const text = renderChecklist(realistic, { guides });
  expect(text).toMatch(
    /^# Backend - Production Readiness\n\n\*\*Status\*\*: 20% Complete \| Last Updated: 2026-11-23\n\n---\n\n## 🔴 CRITICAL/,
  );
  expect(text.match(/^## .*/gm)).toEqual(own.match(/^## .*/gm)?.slice(0, 3));
  expect(text.match(/^- \[/gm)).toHaveLength(new Set(guides.flatMap(({ checklist }) => checklist ?? [])).size);
});
