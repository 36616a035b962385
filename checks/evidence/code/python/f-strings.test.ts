// Expressions over several lines in f-strings are read, and stand where they are written.
import { expect, test } from 'vitest';
import { lowerPython } from '../python.ts';
import { bracketed } from './f-strings.ts';
import { shorthand } from './shorthand.ts';

function read(source: string) {
  const lowered = lowerPython('a.py', source);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  return lowered;
}

test('an expression over several lines reads like the same one on one line', () => {
  const one = 'x = f"""<p>\n{plan.text if plan else other["a:b"]!r:>{width}} and {y}\n"""\nz = 1\n';
  const several = 'x = f"""<p>\n{plan.text\n  if plan\n  else other["a:b"]!r:>{width}} and {y}\n"""\nz = 1\n';
  expect(shorthand(read(several).body)).toBe(shorthand(read(one).body));
  expect(read(several).body.at(-1)).toMatchObject({ line: 6, column: 1 });
});

test.each([
  ['what is on one line', 'f"""a\n{b} {c["d"]}"""'],
  ['braces that are text', 'f"""a {{\n}} b"""'],
  ['what is no f-string', '"""a {b\n}"""'],
  ['a format that goes on', 'f"""{a:\n}"""'],
])('%s stays as it is', (_, written) => {
  expect(bracketed(written)).toEqual([]);
});

test('brackets go round the expression, not round its conversion, format or sign of equality', () => {
  const spelled = (written: string): string => {
    const lines = written.split('\n');
    for (const { linesBelow, column, text } of bracketed(written).toReversed()) {
      const line = lines[linesBelow] ?? '';
      lines[linesBelow] = line.slice(0, column) + text + line.slice(column);
    }
    return lines.join('\n');
  };
  expect(spelled('f"""{a\n!r} {b\n:>9} {c\n=} {d\n!= e}"""')).toBe('f"""{(a\n)!r} {(b\n):>9} {(c\n)=} {(d\n!= e)}"""');
  expect(spelled("f'''{f(\n{1: '}'})}'''")).toBe("f'''{(f(\n{1: '}'}))}'''");
});
