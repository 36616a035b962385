// What health routes said while the database was away.
import { expect, test } from 'vitest';
import type { BootEvidence, DatabaseDrill, HealthReading } from '../../model.ts';
import { judgeBoot } from './boot.ts';

const reading = (status: number, body: unknown, path = '/readyz'): HealthReading => ({
  request: { kind: 'request', method: 'GET', url: `http://127.0.0.1:1${path}`, curl: 'curl' },
  status,
  body: JSON.stringify(body),
});
const well = reading(200, { status: 'pass', checks: { database: 'pass' } });
const down = reading(503, { status: 'fail', checks: { database: 'fail' } });
const blind = reading(200, { status: 'ok' }, '/healthz');

const answer = (database: BootEvidence['database']) =>
  judgeBoot({
    command: 'node x',
    start: { kind: 'listening', afterMs: 1, url: 'http://127.0.0.1:1' },
    logLines: [],
    logLinesTruncated: false,
    drills: [],
    ...(database === undefined ? {} : { database }),
  });

test.each<[string, Partial<DatabaseDrill>, string]>([
  ['notices and recovers', { whileDead: [down, blind], afterwards: [well, blind] }, 'pass'],
  ['notices a database that never was', { how: 'dead', whileDead: [down] }, 'pass'],
  ['does not come back', { whileDead: [down], afterwards: [down] }, 'fail'],
  ['never looks', { whileDead: [blind] }, 'fail'],
  ['sees the connection break and says 200', { attempts: 3, whileDead: [well] }, 'fail'],
  ['says what is wrong with 200', { whileDead: [reading(200, { status: 'ok', database: 'down' })] }, 'fail'],
  ['tells an address', { whileDead: [reading(503, { database: 'connect ECONNREFUSED 127.0.0.1:5432' })] }, 'fail'],
  ['uses another database', { attempts: 0, whileDead: [well] }, 'inconclusive'],
  ['was never well', { whileWell: [down], whileDead: [down] }, 'inconclusive'],
  ['has no health route', { whileWell: [], whileDead: [] }, 'inconclusive'],
])('%s', (_, drill, verdict) => {
  const found: DatabaseDrill = { variable: 'DATABASE_URL', how: 'cut', attempts: 0, whileWell: [well, blind], whileDead: [], ...drill };
  expect(answer({ found }).verdict).toBe(verdict);
});

test('a service without a database, and one whose database could not be taken away', () => {
  expect(answer({ missing: 'the code reads no setting of a database', doesNotApply: true }).verdict).toBe('not-applicable');
  expect(answer({ missing: 'no variable is known' }).verdict).toBe('inconclusive');
  expect(answer(undefined).verdict).toBe('inconclusive');
});
