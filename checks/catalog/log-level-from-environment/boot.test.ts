// How much was written at two levels.
import { expect, test } from 'vitest';
import type { BootEvidence } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const volume = (value: string, lines: number, kinds = Math.min(lines, 5)) => ({ value, lines, kinds });
const drill = (verbose: number, quiet: number, known = true): BootEvidence['levels'] => ({
  found: { variable: 'LOG_LEVEL', known, verbose: volume('debug', verbose), quiet: volume('error', quiet) },
});
const oneKindMore: BootEvidence['levels'] = {
  found: { variable: 'LOG_LEVEL', known: true, verbose: volume('debug', 9, 4), quiet: volume('error', 9, 3) },
};

test.each<[string, BootEvidence['levels'], string]>([
  ['more at debug', drill(20, 3), 'pass'],
  ['more at debug, by a guessed name', drill(20, 3, false), 'pass'],
  ['as many lines, of more kinds', oneKindMore, 'pass'],
  ['the same', drill(9, 9), 'fail'],
  ['less at debug', drill(8, 9), 'fail'],
  ['the same, by a guessed name', drill(9, 9, false), 'inconclusive'],
  ['silent', drill(0, 0), 'inconclusive'],
  ['not to be started', { missing: 'with LOG_LEVEL set to error, it ended with exit code 1' }, 'inconclusive'],
  ['not tried', undefined, 'inconclusive'],
])('%s', (_, levels, verdict) => {
  const start = { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' } as const;
  const base = { command: 'node x', start, logLines: [], logLinesTruncated: false, drills: [] };
  expect(judgeBoot(levels === undefined ? base : { ...base, levels }).verdict).toBe(verdict);
});
