// The hash equals what GitHub's own action computes: the expected values are those of its test suite.
import { expect, test } from 'vitest';
import { lineHasher } from './line-hash.ts';

const lineHashes = (text: string): readonly (string | undefined)[] => text.split(/\r\n|\n|\r/).map((_, at) => lineHasher(text)(at + 1));

test('an empty file has one line', () => {
  expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
});

test('spaces and tabs do not count', () => {
  const hashes = ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'];
  expect(lineHashes(' a\nb\n  \t\tc\n d')).toEqual(hashes);
  expect(lineHashes('a\n b\nc\nd  ')).toEqual(hashes);
});

test('a last line without an end differs from one with', () => {
  expect(lineHashes(' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End')).toEqual([
    '8b7cf3e952e7aeb2:1',
    'b1ae1287ec4718d9:1',
    'bff680108adb0fcc:1',
    'c6805c5e1288b612:1',
    'b86d3392aea1be30:1',
    'e6ceba753e1a442:1',
  ]);
});

test.each([
  ['LF', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n'],
  ['CR', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r'],
  ['CRLF', ' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n'],
  ['a mixture', ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n'],
])('line ends are the same: %s', (_, text) => {
  expect(lineHashes(text)).toEqual([
    'e9496ae3ebfced30:1',
    'fb7c023a8b9ccb3f:1',
    'ce8ba1a563dcdaca:1',
    'e20e36e16fcb0cc8:1',
    'b3edc88f2938467e:1',
    'c8e28b0b4002a3a0:1',
    'c129715d7a2bc9a3:1',
  ]);
});

test('equal lines are told apart by their count', () => {
  expect(lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10))).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
    'a7f2ff1481e87703:1',
    'a9cf91f7bbf1862b:1',
    '55ec222b86bcae53:1',
    'cc97dc7b1d7d8f7b:1',
    'c129715d7a2bc9a3:1',
  ]);
});

test('lines asked for one by one have the hashes that all have together', () => {
  const text = Array.from({ length: 60 }, (_, at) => `line ${at % 7}${at % 3 === 0 ? '\n' : ''}`).join('\n');
  const together = lineHasher(text);
  const lines = Array.from(text.split('\n'), (_, at) => at + 1);
  expect(lines.map((line) => together(line))).toEqual(lines.map((line) => lineHasher(text)(line)));
});

test('a line that is not there has none', () => {
  expect(lineHasher('a\n')(3)).toBeUndefined();
});
