// Runs over time: what changed between two, how many go, and the badge of one.
import { createHash } from 'node:crypto';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { renderBadge } from './badge.ts';
import { compare, withComparison } from './comparison.ts';
import { earlierReport } from './golden/earlier.ts';
import { hostileReport, readyReport, realisticReport } from './golden/reports.ts';
import { renderJson } from './json.ts';
import { parseReport } from './report-schema.ts';
import { trendFormats, trendOf, trendSvg } from './trend.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const earlier = earlierReport(realistic);

describe('two runs', () => {
  test('what is new, what is fixed, which checks changed', () => {
    const found = compare(realistic, earlier);
    expect(found.added.map(({ check }) => check)).toEqual(['jwt-verified']);
    expect(found.fixed).toEqual([
      { check: 'error-responses-private', place: 'backend/main.py:35:5', message: 'a stack trace goes into the answer' },
    ]);
    expect(found.checks).toEqual([
      { id: 'jwt-verified', before: 'pass', now: 'fail' },
      { id: 'migrations-current', now: 'not-applicable' },
    ]);
  });

  test('a run against itself has nothing to tell', () => {
    expect(compare(realistic, realistic)).toMatchObject({ added: [], fixed: [], checks: [], unknown: 0 });
  });

  test('what a witness did not look at this time is not fixed', () => {
    const results = realistic.results.map((result) => ({
      ...result,
      answers: result.answers.map((answer) => ({ ...answer, looked: false, verdict: 'inconclusive' as const, findings: [] })),
    }));
    const found = compare({ ...realistic, results }, realistic);
    expect(found.fixed).toEqual([]);
    expect(found.unknown).toBeGreaterThan(10);
  });

  test('goes through JSON and back', () => {
    const report = withComparison(realistic, earlier);
    expect(parseReport(renderJson(report))).toEqual({ report });
  });
});

describe('many runs', () => {
  const points = trendOf([realistic, earlier, { ...hostileReport(sha256), startedAt: '2026-11-20T00:00:00Z' }]);
  test('are in the order they were made', () => {
    expect(points.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual(['2026-11-16', '2026-11-20', '2026-11-23']);
  });
  test.each(Object.keys(trendFormats))('%s tells of every run', (name) => {
    const text = trendFormats[name]?.(points) ?? '';
    if (name !== 'svg') for (const { startedAt } of points) expect(text).toContain(startedAt.slice(0, 10));
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  });
  test.each([[points], [points.slice(0, 1)], [[]]])('the chart is well-formed and says in words what it shows', (some) => {
    const svg = trendSvg(some);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|Infinity|<script|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    expect(svg).toMatch(/role="img" aria-label="[^"]+"/);
    expect(svg.match(/<circle/g)?.length ?? 0).toBe(2 * some.length);
  });
});

describe('the badge', () => {
  test.each([
    ['not ready', realistic],
    ['ready for TestFlight', { ...readyReport(sha256), tierReached: 'testflight' as const }],
    ['ready for life after launch', { ...readyReport(sha256), tierReached: 'post-launch' as const }],
    ['nothing checked', { ...realistic, results: [] }],
  ])('%s', (said, report) => {
    const svg = renderBadge(report);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain(`<title>launchgate: ${said}</title>`);
  });
});
