// Secrets, places, old spellings, and what cannot be read.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../model.ts';
import { lowerPython } from '../python.ts';
import { shorthand } from './shorthand.ts';

function facts(source: string): SourceFile {
  const lowered = lowerPython('a.py', source);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  return lowered;
}
const unreadable = (source: string): string => {
  const lowered = lowerPython('a.py', source);
  return 'unreadable' in lowered ? lowered.unreadable : 'was read';
};

const shown = (source: string): string => shorthand(facts(source).body);

describe('secrets', () => {
  const letters = 'Qw7Zr2Tp9Ls4Vn8Xk3Bm6Hd1';
  const key = ['sk', 'proj', letters].join('-');

  it.each([
    ['a string', `x = "${key}"`],
    ['bytes', `x = b'${key}'`],
    ['two literals side by side', `x = "${key.slice(0, 12)}" "${key.slice(12)}"`],
    ['an f-string', `x = f"Bearer ${key} {y}"`],
    ['a key of a dict', `x = {"${key}": 1}`],
    ['a parameter', `def f(x="${key}"): pass`],
    ['a pattern', `match x:\n  case {"${key}": 1}: pass`],
    ['an annotation', `x: Annotated[str, "${key}"] = y`],
  ])('%s keeps no text of it', (_where, source) => {
    const told = JSON.stringify(facts(source));
    expect(told).toContain('"secret":{"what":"OpenAI key","certain":true,"length":32}');
    expect(told).not.toContain(letters.slice(0, 8));
    expect(told).not.toContain(letters.slice(-8));
  });

  it('drops docstrings, and quotes nothing of what it cannot read', () => {
    expect(JSON.stringify(facts(`"""${key}"""\ndef f():\n  '${key}'`))).not.toContain(letters.slice(0, 8));
    expect(unreadable(`x = "${key}" y`)).toBe('line 1: invalid syntax');
    expect(unreadable(`x = "${key}`)).toBe('line 1: Unterminated string literal');
  });
});

describe('places', () => {
  it('counts columns in UTF-16 units and lines over every line end', () => {
    const { body, lines } = facts('a = "😀é" + b\r\n\r\nc = f"ü{d}"\r\n');
    expect(lines).toBe(3);
    expect(JSON.stringify(body)).toContain('{"kind":"name","name":"b","line":1,"column":13}');
    expect(JSON.stringify(body)).toContain('{"kind":"name","name":"d","line":3,"column":9}');
  });

  it('takes a byte order mark and form feeds for nothing', () => {
    const { body } = facts('\ufeffx = 1\n\f\nclass A:\n  y = 1\n\fz =\f2\n');
    expect(shorthand(body)).toBe('$x = 1; A class() {y = 1}; $z = 2');
    expect(body[2]).toMatchObject({ line: 5, column: 2, value: { line: 5, column: 6 } });
  });

  it('tells where a function ends', () => {
    expect(facts('@d\ndef f():\n  a\n\n  b\n').body[0]).toMatchObject({ line: 2, column: 1, value: { endLine: 5 } });
  });
});

describe('old and new spellings', () => {
  it.each([
    ['try: a\nexcept A, b.C: d', 'try {a} catch(A, b.C) {d} else {} finally {}'],
    [
      'try: a\nexcept A, B, C: d\nexcept* D, E: f'.replace('except*', 'except'),
      'try {a} catch(A, B, C) {d} catch(D, E) {f} else {} finally {}',
    ],
    ['try: a\nexcept* A, B: d', 'try {a} catch(A, B) {d} else {} finally {}'],
    ['try: a\nexcept A, e: d', 'try {a} catch(A)$e {d} else {} finally {}'],
    ['try: a\nexcept (A, B), e: d', 'try {a} catch(A, B)$e {d} else {} finally {}'],
    ['"""\nexcept A, B:\n"""\ntry: a\nexcept A, B: f("except A, B:")', 'try {a} catch(A, B) {f("except A, B:")} else {} finally {}'],
    ['x = {a: b async for a, b in c}', '$x = for(a: b | [$a, $b] of c)'],
    ['del a,\nx = 1', '$x = 1'],
  ])('%s', (source, expected) => {
    expect(shown(source)).toBe(expected);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['x = 1\nprint "a"', 'line 2: a Python 2 print statement'],
    ['if a: print b', 'line 1: a Python 2 print statement'],
    ['exec "a"', 'line 1: a Python 2 exec statement'],
    ['x = 1\ny = \0', 'line 2: a null byte'],
    ['x = \ufffd\ufffd', 'line 1: not UTF-8'],
    ['x = "\\U00110000"', 'an escape beyond Unicode'],
    ['def f(:', 'line 1: Expected parameter name'],
    [`x = ${'['.repeat(5000)}${']'.repeat(5000)}`, 'nested too deeply'],
    [`x = ${'not '.repeat(5000)}y`, 'nested too deeply'],
    [`x = ${'a + '.repeat(5000)}b`, 'nested too deeply'],
    [`x = ${'a or '.repeat(5000)}b`, 'nested too deeply'],
    [`if a: b\n${'elif c: d\n'.repeat(5000)}`, 'nested too deeply'],
    [`match a:\n${'  case 1: pass\n'.repeat(5000)}`, 'nested too deeply'],
  ])('%.20s', (source, because) => {
    expect(unreadable(source)).toBe(because);
  });

  it('is not an empty file, nor a long one', () => {
    expect(facts('')).toEqual({ path: 'a.py', language: 'python', lines: 0, body: [] });
    const generated = `x = {\n${Array.from({ length: 40_000 }, (_, index) => `  "key ${index}": ["a value ${index}", ${index}, None],\n`).join('')}}\n`;
    expect(generated.length).toBeGreaterThan(1_500_000);
    expect(facts(generated).body[0]).toMatchObject({ value: { entries: { length: 40_000 } } });
    expect(facts('x = 1\n'.repeat(30_000)).body).toHaveLength(30_000);
  });
});
