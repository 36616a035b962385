// What the front end must survive and must never let out: broken files, strange bytes, deep nesting, secrets.
import { describe, expect, test } from 'vitest';
import { lowerTypeScript, scriptOf } from './typescript.ts';

function read(text: string, path = 'a.ts') {
  const facts = lowerTypeScript(path, text);
  if ('unreadable' in facts) throw new Error(facts.unreadable);
  return facts;
}

const calls = (text: string, path?: string): readonly string[] =>
  read(text, path).body.map((each) => `${each.kind} ${each.line}:${each.column}`);

describe('positions', () => {
  test.each([
    ['a()', ['expression 1:1']],
    ['\uFEFFa()', ['expression 1:1']],
    ['#!/usr/bin/env node\na()', ['expression 2:1']],
    ['// x\r\n  /* y */ a()\r\nb()', ['expression 2:11', 'expression 3:1']],
    ['"\u{1F600}";a()', ['expression 1:1', 'expression 1:6']],
    ['\n(a).b()', ['expression 2:1']],
    ['/** doc */\n@A()\n// why\nexport class B {}', ['class-definition 4:1', 'export 2:1']],
    ['', []],
  ])('%j', (text, places) => {
    expect(calls(text)).toEqual(places);
  });

  test('a call starts where its first link starts', () => {
    const [statement] = read('  (a as B).c\n  .d(1)').body;
    expect(statement).toMatchObject({ line: 1, column: 3, value: { kind: 'call', line: 1, column: 3, callee: { line: 1, column: 3 } } });
  });

  test('lines and ends of functions', () => {
    const facts = read('function f() {\n\n}\n');
    expect(facts.lines).toBe(4);
    expect(facts.body).toMatchObject([{ value: { endLine: 3 } }]);
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['a.ts', 'a\nconst = 1', /^syntax error at line 2: /],
    ['a.ts', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c', /^syntax error at line 1: /],
    ['a.js', 'type A = {| b: string |}', /^syntax error at line 1: /],
    ['a.ts', '\0\x01\xFF\uFFFD\0', /^syntax error at line 1: /],
    ['a.ts', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`, /^nested too deeply/],
    ['a.ts', `f(${'['.repeat(10_000)}${']'.repeat(10_000)})`, /^nested too deeply/],
  ])('%s %#', (path, text, because) => {
    expect(lowerTypeScript(path, text)).toEqual({ unreadable: expect.stringMatching(because) });
  });

  test('the next file is not harmed by one that broke the parser', () => {
    const arrows = `const f = ${'(a, '.repeat(10_000)}`;
    const before = JSON.stringify(lowerTypeScript('a.ts', 'const f = (a, b) => a; g(((c) => c))'));
    lowerTypeScript('a.ts', arrows);
    lowerTypeScript('a.ts', `${'('.repeat(10_000)}`);
    expect(JSON.stringify(lowerTypeScript('a.ts', 'const f = (a, b) => a; g(((c) => c))'))).toBe(before);
  });
});

describe('files that can', () => {
  test.each([
    ['a.js', 'var a = 010; "\\01"'],
    ['a.js', 'with (a) b()'],
    ['a.js', 'const a = <b>c</b>'],
    ['a.cjs', 'return'],
    ['a.mts', 'const a = <T,>(b: T) => b'],
    ['a.tsx', 'const a = <T,>(b: T) => <c>{b}</c>'],
    ['a.ts', 'const a = <B>c'],
    ['a.ts', '"\uFFFD" // \uFFFD'],
    ['a.ts', 'await (a)'],
  ])('%s %s', (path, text) => {
    expect(lowerTypeScript(path, text)).not.toHaveProperty('unreadable');
  });

  test('two megabytes on one line', () => {
    expect(read('a(1,"b");'.repeat(230_000), 'a.js').body).toHaveLength(230_000);
  });

  test('ten thousand strings joined by + stay shallow', () => {
    const [statement] = read(`a = ${'"b" + '.repeat(10_000)} c`).body;
    expect(statement).toMatchObject({ value: { kind: 'other', what: 'chain' } });
    expect(JSON.stringify(statement).match(/"b"/g)).toHaveLength(10_000);
  });
});

describe('secrets', () => {
  // Made here, so that no scanner of this repository finds one.
  const key = `sb_${'secret'}_${'k9Qz7Lm2'.repeat(4)}`;
  const found = { what: 'Supabase secret key', certain: true, length: key.length };

  test.each([
    `a = '${key}'`,
    `a = \`\${b}:${key}\``,
    `sql\`${key}\``,
    `a = /${key}/`,
    `a = { '${key}': 1 }`,
    `a['${key}']`,
    `a = <b c="${key}">d</b>`,
    `a = <b>${key}</b>`,
    `process.env.A || '${key}'`,
    `enum A { B = '${key}' }`,
  ])('%#', (text) => {
    const facts = JSON.stringify(read(text, 'a.tsx'));
    expect(facts).not.toContain(key);
    expect(facts).toContain(`"kind":"string","value":"","secret":${JSON.stringify(found)}`);
  });

  test.each([`class A { '${key}' = 1 }`, `enum A { '${key}' = 1 }`])('as a name %#', (text) => {
    expect(JSON.stringify(read(text))).not.toContain(key);
  });
});

describe('components', () => {
  const vue =
    '<template>\n<p a="b>c">{{ "<x>" }}</p>\n</template>\n<!-- <script>no()</script> -->\n<script setup lang="ts">const a: B = c</script>\n<script>d()</script>\n';

  test('scripts stay where they are', () => {
    const script = scriptOf('A.vue', vue);
    expect(script).toHaveLength(vue.length);
    expect(script.split('\n').map((line) => line.trim())).toEqual(['', '', '', '', 'const a: B = c', 'd()', '']);
    expect(calls(vue, 'A.vue')).toEqual(['assignment 5:31', 'expression 6:9']);
  });

  test('other files are all script', () => {
    expect(scriptOf('a.ts', vue)).toBe(vue);
  });
});
