// Lines of a terminal: nothing is lost, nothing is too wide, and commands survive a shell.
import { execFileSync } from 'node:child_process';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cleaned, cleanedJson, shortened } from './clean.ts';
import { commandLines, fitted, flow } from './text-lines.ts';

test.each(['a few words that need more than one line', 'W'.repeat(99), '漢字'.repeat(30), '👩‍👩‍👧'.repeat(20), 'one', ''])(
  'flow %s',
  (text) => {
    const lines = flow('lead', text, 3, 20);
    expect(lines.every((each) => stringWidth(each) <= 20)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(`lead${text.replaceAll(' ', '')}`);
    expect(lines.slice(1).every((each) => /^ {3}\S/.test(each))).toBe(true);
  },
);

test('a lead is never broken', () => {
  expect(flow('    backend/core/training_api.py:1:5', 'message', 6, 20)).toEqual(['    backend/core/training_api.py:1:5', '      message']);
});

test('fitted cuts by columns', () => {
  expect(fitted('漢字漢字', 5)).toBe('漢字…');
  expect(fitted('short', 5)).toBe('short');
});

test.each([
  `printf '%s|' -X POST -H 'Origin: https://a b' --data '{"a": "it'\\''s"}' "double \\" quoted" plain\\ space`,
  `printf '%s|' ${Array.from({ length: 30 }, (_, index) => `-H 'X-${index}: value'`).join(' ')}`,
])('a command broken into lines is the same command', (command) => {
  const lines = commandLines(command, 6, 40);
  const run = (script: string) => execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(lines.length).toBeGreaterThan(1);
  expect(run(lines.join('\n'))).toBe(run(command));
});

test('cleaned shows what a terminal would obey', () => {
  expect(cleaned('a\u001b[31mb\r\n  c\u202ed\u0007\u009b\u200b')).toBe('a\\u{1b}[31mb c\\u{202e}d\\u{7}\\u{9b}\\u{200b}');
  expect(cleaned('שלום 👩‍👩‍👧 \uD800')).toBe('שלום 👩‍👩‍👧 \uFFFD');
});

test('cleanedJson means the same', () => {
  const data = { text: 'a\u009b\u202e\u{e0041}\u2028\n' };
  const json = cleanedJson(JSON.stringify(data, null, 2));
  expect(JSON.parse(json)).toEqual(data);
  expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
});

test('shortened counts characters', () => {
  expect(shortened('abcdef', 4)).toBe('abc…');
  expect(shortened('👩👩', 2)).toBe('👩👩');
});
