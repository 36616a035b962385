// A program that answers as squawk 2 does is run and read; and whose program is run.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedSquawk, lintedBy } from './squawk.ts';
import { checkout } from './testing/checkout.ts';

/** The shape of squawk 2.66's JSON, for the text it is handed. */
const double = (version: string) => `#!/bin/sh
[ "$1" = --version ] && { echo "squawk ${version}"; exit 0; }
[ "$1 $2 $3 $4 $5" = "--reporter json --pg-version 15.0 --stdin-filepath" ] || exit 7
line=$(grep -n -i 'drop index' | head -1 | cut -d: -f1)
[ -z "$line" ] && { echo '[]'; exit 0; }
echo '[{"file":"'"$6"'","line":'$((line - 1))',"column":2,"level":"Warning","message":"blocks  others","help":null,"rule_name":"require-concurrent-index-deletion","column_end":13,"line_end":0}]'
exit 1
`;
const file = (path: string, sql: string) => ({ version: path, name: path, path, sql, text: sql });
const set = (...files: readonly ReturnType<typeof file>[]) =>
  ({ tool: 'sql', folder: 'migrations', files, passedOver: [], absent: [], heads: [] }) as const;

function installed(root: string, version: string): string {
  const program = join(root, 'squawk');
  writeFileSync(program, double(version));
  chmodSync(program, 0o755);
  return program;
}

test.skipIf(process.platform === 'win32')('its findings come back with their places', async () => {
  const root = checkout({ 'a.sql': '' });
  const asked = { root, set: set(file('1.sql', 'select 1;'), file('2.sql', '-- x\n  drop index x;')), major: 15, signal: undefined };
  expect(await lintedBy({ program: installed(root, '2.66.0'), ...asked })).toEqual({
    found: {
      tool: 'squawk 2.66.0',
      findings: [
        { rule: 'require-concurrent-index-deletion', message: 'blocks others', place: { kind: 'file', path: '2.sql', line: 2, column: 3 } },
      ],
    },
  });
  expect(await lintedBy({ program: installed(root, '1.6.1'), ...asked })).toEqual({ missing: 'squawk 1.6.1 is older than 2.0' });
  expect(await lintedBy({ program: join(root, 'none'), ...asked })).toEqual({ missing: expect.stringContaining('could not be run') });
});

test.skipIf(process.platform === 'win32')('a program that a checkout brings is not run', () => {
  const root = checkout({ 'a.sql': '' });
  const elsewhere = checkout({ 'a.sql': '' });
  mkdirSync(join(root, 'bin'));
  installed(join(root, 'bin'), '2.0.0');
  expect(installedSquawk(root, join(root, 'bin'))).toBeUndefined();
  const own = installed(elsewhere, '2.0.0');
  expect(installedSquawk(root, `${join(root, 'bin')}:${elsewhere}`)).toBe(own);
});
