// Comments that suppress: what they name, what they cover, until when; and what is no suppression at all.
import { describe, expect, test } from 'vitest';
import { expiryOf } from './expiry.ts';
import { commentsIn } from './inline.ts';

const one = (path: string, ...lines: readonly string[]) => commentsIn(path, lines.join('\n'))[0];

describe('comments', () => {
  test.each([
    ['the same line', 'a.ts', ['x(); // launchgate-ignore cors-restricted -- fine'], 1],
    ['the next line', 'a.ts', ['// launchgate-ignore-next-line cors-restricted -- fine', 'x();'], 2],
    [
      'a comment that a formatter put on a line of its own',
      'a.ts',
      ['// launchgate-ignore cors-restricted -- fine', '', '// more', 'x();'],
      4,
    ],
    ['Python', 'a.py', ['x()  # launchgate-ignore cors-restricted -- fine'], 1],
    ['SQL', 'a.sql', ['-- launchgate-ignore-next-line cors-restricted -- fine', 'drop table x;'], 2],
    ['an env file', '.env.production', ['# launchgate-ignore-next-line cors-restricted -- fine', 'A=b'], 2],
    ['JSX', 'a.tsx', ['{/* launchgate-ignore-next-line cors-restricted -- fine */}', '<a/>'], 2],
  ])('%s', (_, path, lines, covers) => {
    expect(one(path, ...lines)).toMatchObject({ checks: ['cors-restricted'], covers, reason: 'fine' });
  });

  test('a file is covered as a whole', () => {
    const comment = one('a.py', '# launchgate-ignore-file cors-restricted, jwt-verified -- generated');
    expect(comment).toMatchObject({ checks: ['cors-restricted', 'jwt-verified'], reason: 'generated' });
    expect(comment).not.toHaveProperty('covers');
  });

  test.each([
    ['-- why (until 2026-12-31)', { reason: 'why', until: '2026-12-31' }],
    ['-- why (until 2026-12-31, owner mobile team)', { reason: 'why', until: '2026-12-31', owner: 'mobile team' }],
    ['-- why (owner: @ada)', { reason: 'why', owner: '@ada' }],
    ['-- why until 2026-12-31', { reason: 'why', until: '2026-12-31' }],
    ['-- why (until soon)', { reason: 'why', until: 'soon' }],
    ['-- why (see the wiki)', { reason: 'why (see the wiki)' }],
    ['-- a -- b', { reason: 'a -- b' }],
    ['— why', { reason: 'why' }],
    ['', {}],
    ['--', {}],
  ])('%j', (words, expected) => {
    const {
      path: _,
      line: __,
      covers: ___,
      content: ____,
      checks,
      ...told
    } = one('a.ts', `x(); // launchgate-ignore cors-restricted ${words}`) ?? {
      checks: [],
    };
    expect({ checks, ...told }).toEqual({ checks: ['cors-restricted'], ...expected });
  });

  test('what covers it is the text of the line, not its number', () => {
    const moved = one('a.ts', '', '', 'x( 1 );  // launchgate-ignore cors-restricted -- fine');
    expect(moved?.content).toBe(one('a.ts', '  x( 1 ); // launchgate-ignore cors-restricted -- fine')?.content);
    expect(moved?.content).not.toBe(one('a.ts', 'x( 2 ); // launchgate-ignore cors-restricted -- fine')?.content);
  });

  test.each([
    ['prose', 'README.md', '// launchgate-ignore cors-restricted -- fine'],
    ['another word', 'a.ts', '// launchgate-ignored cors-restricted -- fine'],
    ['no comment', 'a.ts', 'const launchgate-ignore = 1;'],
  ])('%s is none', (_, path, line) => {
    expect(commentsIn(path, line)).toEqual([]);
  });
});

describe('expiry', () => {
  test.each([
    [undefined, true],
    ['2026-11-23', true],
    ['2026-11-24', true],
    ['2026-11-22', false],
    ['2026-02-30', false],
    ['31.12.2026', false],
    ['2026-12-31T00:00:00Z', false],
    ['soon', false],
  ])('%s, on 23 November 2026', (until, holds) => {
    expect(expiryOf(until, '2026-11-23').holds).toBe(holds);
  });
});
