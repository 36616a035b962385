// The gate and the tier reached, for every way a run can end.
import { describe, expect, test } from 'vitest';
import type { Tier, Verdict } from '../checks/model.ts';
import { gateResult, reachedTier } from './gate.ts';
import type { ReportResult } from './report.ts';

type Row = readonly [tier: Tier, verdict: Verdict];
const results = (rows: readonly Row[]): readonly ReportResult[] =>
  rows.map(([tier, verdict], index) => ({
    id: `${tier}-${rows.slice(0, index).filter(([other]) => other === tier).length}`,
    tier,
    title: '',
    verdict,
    answers: [],
  }));

describe('gateResult', () => {
  test.each<[string, Tier, readonly Row[], string]>([
    ['all pass', 'testflight', [['testflight', 'pass']], 'passed'],
    [
      'what does not apply does not hinder',
      'testflight',
      [
        ['testflight', 'pass'],
        ['testflight', 'not-applicable'],
      ],
      'passed',
    ],
    [
      'one fails',
      'testflight',
      [
        ['testflight', 'pass'],
        ['testflight', 'fail'],
      ],
      'not-passed',
    ],
    [
      'one could not be looked at',
      'testflight',
      [
        ['testflight', 'pass'],
        ['testflight', 'inconclusive'],
      ],
      'not-passed',
    ],
    [
      'a later tier does not count',
      'testflight',
      [
        ['testflight', 'pass'],
        ['app-store', 'fail'],
      ],
      'passed',
    ],
    [
      'an earlier tier does',
      'app-store',
      [
        ['testflight', 'fail'],
        ['app-store', 'pass'],
      ],
      'not-passed',
    ],
    [
      'the last gate counts all',
      'post-launch',
      [
        ['testflight', 'pass'],
        ['post-launch', 'inconclusive'],
      ],
      'not-passed',
    ],
    ['nothing ran', 'testflight', [], 'nothing-checked'],
    ['nothing ran up to the gate', 'testflight', [['app-store', 'pass']], 'nothing-checked'],
    [
      'nothing could be answered',
      'testflight',
      [
        ['testflight', 'inconclusive'],
        ['testflight', 'not-applicable'],
      ],
      'nothing-checked',
    ],
    ['nothing applies', 'testflight', [['testflight', 'not-applicable']], 'nothing-checked'],
  ])('%s', (_, gate, rows, expected) => {
    expect(gateResult({ gate, results: results(rows) })).toBe(expected);
  });
});

describe('reachedTier', () => {
  const all: readonly Row[] = [
    ['testflight', 'pass'],
    ['app-store', 'pass'],
    ['post-launch', 'pass'],
  ];
  const changed = (index: number, verdict: Verdict) => all.map(([tier, old], at): Row => [tier, at === index ? verdict : old]);
  test.each<[string, readonly Row[], readonly Row[], Tier | null, string | undefined]>([
    ['all tiers', all, all, 'post-launch', undefined],
    ['a failing first', changed(0, 'fail'), all, null, 'testflight has 1 failing check'],
    ['an inconclusive second', changed(1, 'inconclusive'), all, 'testflight', 'app-store has 1 inconclusive check'],
    ['a tier that does not apply counts', changed(1, 'not-applicable'), all, 'post-launch', undefined],
    [
      '--only: the first is partly run',
      all.slice(0, 1),
      [['testflight', 'pass'], ...all],
      null,
      "testflight can't be said: only 1 of its 2 checks was part of this run",
    ],
    [
      '--only: the second is left out',
      all.slice(0, 1),
      all,
      'testflight',
      "app-store can't be said: none of its 1 checks were part of this run",
    ],
    [
      'nothing applies',
      [['testflight', 'not-applicable']],
      [['testflight', 'not-applicable']],
      null,
      "testflight can't be said: nothing in the target that its checks apply to",
    ],
    ['a tier without checks is not reached', all.slice(0, 1), all.slice(0, 1), 'testflight', 'app-store has no checks'],
  ])('%s', (_, rows, catalogRows, tier, because) => {
    const answer = reachedTier(results(rows), results(catalogRows));
    expect(answer.tierReached).toBe(tier);
    expect(answer.tierReachedBecause).toBe(because);
  });
});

describe('the ratchet', () => {
  const accepted = { by: 'baseline', in: 'launchgate-baseline.json' } as const;
  const finding = (known: boolean) => ({
    message: '',
    fingerprint: '',
    place: { kind: 'process', what: '' } as const,
    ...(known ? { accepted } : {}),
  });
  const failing = (tier: Tier, ...known: readonly boolean[]): ReportResult => ({
    id: `${tier}-failing`,
    tier,
    title: '',
    verdict: 'fail',
    answers: [{ evidence: 'code', verdict: 'fail', looked: true, findings: known.map(finding) }],
  });
  const passing = results([['testflight', 'pass']]);
  const gate = 'testflight';

  test.each<[string, Parameters<typeof gateResult>[0], string]>([
    ['all that fails was accepted', { gate, results: [failing('testflight', true, true)] }, 'passed'],
    ['one of it was not', { gate, results: [failing('testflight', true, false)] }, 'not-passed'],
    [
      'a missing answer was accepted',
      { gate, results: [...passing, { ...failing('testflight'), verdict: 'inconclusive', accepted }] },
      'passed',
    ],
    ['--fail-on error leaves later tiers alone', { gate, failOn: 'error', results: [...passing, failing('app-store', false)] }, 'passed'],
    ['--fail-on warning does not', { gate, failOn: 'warning', results: [...passing, failing('app-store', false)] }, 'not-passed'],
    [
      '--fail-on warning leaves the last tier alone',
      { gate, failOn: 'warning', results: [...passing, failing('post-launch', false)] },
      'passed',
    ],
    ['--fail-on info leaves nothing', { gate, failOn: 'info', results: [...passing, failing('post-launch', false)] }, 'not-passed'],
    ['as many warnings as are let pass', { gate, maxWarnings: 1, results: [...passing, failing('app-store', false, true)] }, 'passed'],
    ['one more', { gate, maxWarnings: 1, results: [...passing, failing('app-store', false, false)] }, 'not-passed'],
  ])('%s', (_, report, expected) => {
    expect(gateResult(report)).toBe(expected);
  });

  test('what is fixed and still listed hinders, unless that is let pass', () => {
    const baseline = (staleFails: boolean, listed: boolean) => ({
      file: 'b',
      entries: 1,
      fixed: [{ check: 'x', path: '', message: '', listed }],
      staleFails,
    });
    const result = (staleFails: boolean, listed: boolean) =>
      gateResult({ gate, results: passing, ratchet: { baseline: baseline(staleFails, listed), suppressions: [] } });
    expect([result(true, true), result(true, false), result(false, true)]).toEqual(['not-passed', 'passed', 'passed']);
  });

  test('accepting lifts no tier', () => {
    expect(reachedTier([failing('testflight', true)], [failing('testflight', true)]).tierReached).toBeNull();
  });
});
