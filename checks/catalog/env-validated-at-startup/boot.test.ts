// The judge against starts of every kind.
import { expect, test } from 'vitest';
import type { Answer, BootEvidence, Drill } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const drill = (more: Partial<Drill> = {}): Drill => ({
  variable: 'OPENAI_API_KEY',
  fault: 'missing',
  outcome: 'exited',
  exitCode: 1,
  afterMs: 420,
  namesVariable: true,
  showsValue: false,
  ...more,
});
const boot = (more: Partial<BootEvidence>): BootEvidence => ({
  command: 'npm start',
  start: { kind: 'listening', afterMs: 300, url: 'http://127.0.0.1:8000' },
  logLines: [],
  logLinesTruncated: false,
  drills: [],
  ...more,
});
const said = (answer: Answer) => ('findings' in answer ? answer.findings.map(({ message }) => message) : [answer.because]);

test('a service that ends and names the variable passes', () => {
  const answer = judgeBoot(boot({ drills: [drill(), drill({ fault: 'malformed', as: 'number', variable: 'LIMIT' })] }));
  expect(answer.verdict).toBe('pass');
  expect(said(answer)).toEqual([
    'with OPENAI_API_KEY missing it ends with exit code 1 after 0.4 s and names it',
    'with LIMIT malformed it ends with exit code 1 after 0.4 s and names it',
  ]);
});

test.each<[Partial<Drill>, string]>([
  [{ outcome: 'listened', afterMs: 900 }, 'with OPENAI_API_KEY missing the service starts anyway and listens after 0.9 s'],
  [{ outcome: 'hung', afterMs: 10_000 }, 'with OPENAI_API_KEY missing the service neither ends nor listens within 10.0 s'],
  [{ exitCode: 0 }, 'with OPENAI_API_KEY missing the service ends with exit code 0, as if all were well'],
  [{ namesVariable: false }, 'with OPENAI_API_KEY missing the service ends with exit code 1 and does not say which variable it misses'],
  [
    { exitCode: null, namesVariable: false },
    'with OPENAI_API_KEY missing the service ends with a signal and does not say which variable it misses',
  ],
  [{ showsValue: true }, "with OPENAI_API_KEY missing the service writes a secret's value"],
  [
    { fault: 'malformed', as: 'url', outcome: 'listened' },
    'with OPENAI_API_KEY malformed the service starts anyway and listens after 0.4 s',
  ],
])('%o fails', (more, message) => {
  const answer = judgeBoot(boot({ drills: [drill({ variable: 'OTHER' }), drill(more)] }));
  expect(answer.verdict).toBe('fail');
  expect(said(answer)).toEqual([message]);
});

test('a malformed key cannot be told at start, unless it is written out', () => {
  const key = drill({ fault: 'malformed', as: 'key', outcome: 'listened' });
  expect(said(judgeBoot(boot({ drills: [drill(), key] })))).toHaveLength(1);
  expect(judgeBoot(boot({ drills: [drill(), key] })).verdict).toBe('pass');
  expect(judgeBoot(boot({ drills: [drill(), { ...key, showsValue: true }] })).verdict).toBe('fail');
});

test.each<[string, Partial<BootEvidence>, string]>([
  [
    'no known variable',
    { drillsMissing: 'no required variable of this service is known' },
    'no drill was run: no required variable of this service is known',
  ],
  [
    'a taken port',
    { start: { kind: 'not-started', because: 'port 8000 is already taken by another process' } },
    'no drill was run: port 8000 is already taken by another process',
  ],
  [
    'an end',
    { start: { kind: 'exited', code: 1, afterMs: 5, lastLines: [] } },
    'no drill was run: the service ended with exit code 1 in its normal environment',
  ],
  [
    'silence',
    { start: { kind: 'timed-out', waitedMs: 30_000, lastLines: [] } },
    'no drill was run: the service did not listen within 30.0 s',
  ],
  [
    'a refilled variable',
    { drills: [drill({ fault: 'empty', outcome: 'listened' })] },
    'an environment file brings OPENAI_API_KEY back, and with it empty the service starts',
  ],
  [
    'drills left out',
    { drills: [drill()], drillsLeftOut: [{ variable: 'LIMIT', fault: 'missing', because: 'the 60 s for drills were over' }] },
    'LIMIT was not tried: the 60 s for drills were over',
  ],
])('%s is inconclusive', (_, more, because) => {
  expect(judgeBoot(boot(more))).toEqual({ verdict: 'inconclusive', because });
});

test('an empty value that is refused passes', () => {
  expect(judgeBoot(boot({ drills: [drill({ fault: 'empty' })] })).verdict).toBe('pass');
});

test('where every setting has a default there is nothing to validate', () => {
  const answer = judgeBoot(boot({ nothingRequired: true, drillsMissing: 'every setting that the code reads has a default of its own' }));
  expect(answer).toEqual({ verdict: 'not-applicable', because: 'every setting that the code reads has a default of its own' });
});

test('a variable that nobody says is needed: its absence is noticed, hidden, or nobody knows', () => {
  const verdict = (more: Partial<Drill>) => judgeBoot(boot({ drills: [drill({ perhapsOptional: true, ...more })] })).verdict;
  expect([verdict({}), verdict({ namesVariable: false }), verdict({ outcome: 'listened' }), verdict({ outcome: 'hung' })]).toEqual([
    'pass',
    'fail',
    'inconclusive',
    'inconclusive',
  ]);
});

test('what takes long to start in its normal environment gets longer to refuse to', () => {
  const slow = { kind: 'listening', afterMs: 12_000, url: 'http://127.0.0.1:8000' } as const;
  const ended = drill({ afterMs: 20_000 });
  expect(judgeBoot(boot({ start: slow, drills: [ended] })).verdict).toBe('pass');
  expect(said(judgeBoot(boot({ drills: [ended] })))).toEqual(['with OPENAI_API_KEY missing the service takes 20.0 s to end']);
  expect(judgeBoot(boot({ start: slow, drills: [drill({ afterMs: 40_000 })] })).verdict).toBe('fail');
});
