import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlOf, quoted } from './curl.ts';

test('a shell reads back what was quoted, and the secret from its variable', () => {
  const text = `it's "$HOME" \`x\` \\ and s3cr3t and s3cr3t-longer`;
  const secrets = new Map([
    ['s3cr3t', 'TOKEN'],
    ['s3cr3t-longer', 'OTHER'],
  ]);
  const shown = quoted(text, secrets);
  expect(shown).not.toContain('s3cr3t');
  const environment = { TOKEN: 's3cr3t', OTHER: 's3cr3t-longer' };
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${shown}`], { env: environment }).toString()).toBe(text);
});

test('method, headers and body are all there', () => {
  const request = {
    method: 'POST',
    url: 'http://api.test/x?y=1',
    headers: [['content-type', 'application/json']] as const,
    body: '{"a":1}',
    fillerBytes: undefined,
  };
  expect(curlOf(request, new Map())).toBe(
    "curl -sS -i -X POST 'http://api.test/x?y=1' -H 'content-type: application/json' --data-raw '{\"a\":1}'",
  );
});
