// Python source in, facts out: one line per construct, in a shorthand that leaves out positions.
import { describe, expect, it } from 'vitest';
import type { ClassMember, Expression, FunctionExpression, Pattern, SourceFile, Statement } from '../../model.ts';
import { lowerPython } from './python.ts';

function facts(source: string): SourceFile {
  const lowered = lowerPython('a.py', source);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  return lowered;
}
const unreadable = (source: string): string => {
  const lowered = lowerPython('a.py', source);
  return 'unreadable' in lowered ? lowered.unreadable : 'was read';
};

const list = <T>(items: readonly T[], show: (item: T) => string, between = ', '): string => items.map(show).join(between);
const block = (body: readonly Statement[]): string => `{${list(body, statement, '; ')}}`;

function pattern(target: Pattern): string {
  if (target.kind === 'bind') return `$${target.name}`;
  if (target.kind === 'place') return expression(target.target);
  if (target.kind === 'list-pattern') return `[${list(target.items, (item) => (item ? pattern(item) : ''))}]`;
  return `{${list(target.entries, (entry) => `${entry.key ?? '*'}: ${pattern(entry.target)}`)}}`;
}

function callable(code: FunctionExpression): string {
  const parameters = list(code.parameters, ({ pattern: target, annotation, fallback, rest }) =>
    [rest ?? '', pattern(target), annotation ? `:${expression(annotation)}` : '', fallback ? `=${expression(fallback)}` : ''].join(''),
  );
  const marks = [
    ...list(code.decorators ?? [], (each) => `@${expression(each)} `, '').split('|'),
    code.isAsync ? 'async ' : '',
    code.isGetter ? 'get ' : '',
  ];
  return `${marks.join('')}${code.isArrow ? 'arrow' : 'def'}(${parameters})${code.returns ? `:${expression(code.returns)}` : ''} ${block(code.body)}`;
}

function member({ name, isStatic, annotation, value }: ClassMember): string {
  return `${isStatic ? 'static ' : ''}${name}${annotation ? `:${expression(annotation)}` : ''}${value ? ` = ${expression(value)}` : ''}`;
}

function expression(node: Expression): string {
  switch (node.kind) {
    case 'string':
      return node.secret ? `<${node.secret.what}>` : JSON.stringify(node.value);
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'template':
      return `T(${list(node.parts, expression)})`;
    case 'name':
      return node.name;
    case 'member':
      return `${expression(node.object)}.${node.name}`;
    case 'index':
      return `${expression(node.object)}[${node.index ? expression(node.index) : ''}]`;
    case 'call':
      return `${expression(node.callee)}(${list(node.args, ({ name, spread, value }) => `${spread ?? ''}${name ? `${name}=` : ''}${expression(value)}`)})`;
    case 'object':
      return `{${list(node.entries, ({ key, value }) => `${key === undefined ? '...' : typeof key === 'string' ? `${key}: ` : `[${expression(key)}]: `}${expression(value)}`)}}`;
    case 'list':
      return `[${list(node.items, ({ spread, value }) => `${spread ? '...' : ''}${expression(value)}`)}]`;
    case 'function':
      return callable(node);
    case 'class':
      return `class(${list(node.bases, expression)}) {${list(node.members, member, '; ')}}`;
    case 'conditional':
      return `(${expression(node.test)} ? ${expression(node.then)} : ${expression(node.otherwise)})`;
    case 'binary':
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case 'unary':
      return `(${node.operator} ${expression(node.value)})`;
    case 'await':
      return `await ${expression(node.value)}`;
    case 'assign':
      return `(${pattern(node.target)} := ${expression(node.value)})`;
    case 'comprehension':
      return `for(${node.key ? `${expression(node.key)}: ` : ''}${expression(node.element)}${list(node.clauses, ({ target, over, tests }) => ` | ${pattern(target)} of ${expression(over)}${list(tests, (test) => ` if ${expression(test)}`, '')}`, '')})`;
    case 'other':
      return `?${node.what}(${list(node.parts, expression)})`;
    default:
      return node.kind;
  }
}

function statement(node: Statement): string {
  switch (node.kind) {
    case 'expression':
      return expression(node.value);
    case 'assignment':
      return `${pattern(node.target)}${node.annotation ? `:${expression(node.annotation)}` : ''}${node.value ? ` = ${expression(node.value)}` : ''}`;
    case 'function-definition':
      return `${node.name} ${callable(node.value)}`;
    case 'class-definition':
      return `${node.name} ${list(node.value.decorators ?? [], (each) => `@${expression(each)} `, '')}${expression(node.value)}`;
    case 'if':
      return `if ${expression(node.test)} ${block(node.then)}${node.otherwise.length > 0 ? ` else ${block(node.otherwise)}` : ''}`;
    case 'loop':
      return `loop ${node.target ? `${pattern(node.target)} of ` : ''}${node.over ? expression(node.over) : ''} ${block(node.body)}`;
    case 'try':
      return `try ${block(node.body)}${list(node.handlers, ({ types, target, body }) => ` catch(${list(types, expression)})${target ? pattern(target) : ''} ${block(body)}`, '')} else ${block(node.otherwise)} finally ${block(node.cleanup)}`;
    case 'with':
      return `with ${list(node.items, ({ value, target }) => `${expression(value)}${target ? ` as ${pattern(target)}` : ''}`)} ${block(node.body)}`;
    case 'return':
    case 'throw':
      return `${node.kind}${node.value ? ` ${expression(node.value)}` : ''}`;
    case 'import':
      return `import ${node.module} {${list(node.bindings, ({ imported, local }) => `${imported}>${local}`)}}${node.isTypeOnly ? ' types' : ''}`;
    default:
      return node.kind;
  }
}

const shown = (source: string): string => list(facts(source).body, statement, '; ');

describe('each construct', () => {
  it.each([
    ['import a.b, c as d', 'import a.b {*>a}; import c {*>d}'],
    ['import a.b as c', 'import a.b {*>c}'],
    ['from . import a', 'import . {a>a}'],
    ['from ..a.b import c as d, e', 'import ..a.b {c>d, e>e}'],
    ['from a import *', 'import a {*>*}'],
    ['def f():\n  from a import b', 'f def() {import a {b>b}}'],
    ['if TYPE_CHECKING:\n  import a\nelse:\n  import b', 'if TYPE_CHECKING {import a {*>a} types} else {import b {*>b}}'],
    [
      '@app.get("/x")\nasync def f(a, /, b: int = 1, *c, d, e=2, **g) -> str: return a',
      'f @app.get("/x") async def($a, $b:int=1, positional$c, $d, $e=2, keywords$g):str {return a}',
    ],
    ['def f[T: int](x: T): pass', 'f def($x:T) {}'],
    ['f = lambda x, *y: x + 1', '$f = arrow($x, positional$y) {return (x + 1)}'],
    [
      '@d\nclass A(B, metaclass=M):\n  """Doc."""\n  x: int = 1\n  y: str\n  z = w = g()\n  def m(self): pass',
      'A @d class(B) { = ?class keywords(M); x:int = 1; y:str; z = g(); w = z; m = def($self) {}}',
    ],
    [
      'class A:\n  @property\n  def p(self): return 1\n  @functools.cached_property\n  def q(self): return 2\n  @p.setter\n  def p(self, v): pass\n  @staticmethod\n  def s(): pass',
      'A class() {p = @property get def($self) {return 1}; q = @functools.cached_property get def($self) {return 2}; p = @p.setter def($self, $v) {}; static s = @staticmethod def() {}}',
    ],
    [
      'class A:\n  class Config:\n    env_file = ".env"\n  register(1)\n  if debug:\n    x = 1\n  else:\n    x = 2',
      'A class() {Config = class() {env_file = ".env"};  = arrow() {register(1)}; x = (debug ? 1 : 2)}',
    ],
    ['class A:\n  if TYPE_CHECKING:\n    x: int', 'A class() {x:int;  = TYPE_CHECKING}'],
    ['f"a{x!r:>{w}}b{f\'{y}\'}"', 'T("a", x, w, "b", T(y))'],
    ['x = f"{y=}" "z"; t"a{b}"', '$x = T("y=", y, "z"); T("a", b)'],
    ['x = f"plain"; y = f""', '$x = "plain"; $y = ""'],
    ['x = b"ab" rb"\\c"', '$x = "ab\\\\c"'],
    ['x = [y async for y, (z, *w) in v if y if z for a in b]', '$x = for(y | [$y, {0: $z, *: $w}] of v if y if z | $a of b)'],
    ['x = {k: v for k, v in y}', '$x = for(k: v | [$k, $v] of y)'],
    ['if (n := f()) > 1: pass', 'if (($n := f()) > 1) {}'],
    ['a.b[c] = d', 'a.b[c] = d'],
    ['a, *b, c = d', '{0: $a, *: $b, -1: $c} = d'],
    ['a = b.c = f()', '$a = f(); b.c = a'],
    ['a = b = None', '$a = null; $b = null'],
    ['a: int; self.b: str = c', '$a:int; self.b:str = c'],
    ['a.b += f()', 'a.b = (a.b + f())'],
    ['a @= b', '$a = ?matrix product(a, b)'],
    ['x = a < b <= 3 != c', '$x = (((a < b) and (b <= 3)) and (3 != c))'],
    ['x = a < f() < c', '$x = ((a < ($@1:9 := f())) and (@1:9 < c))'],
    ['x = a is not None and b not in c or not d', '$x = (((a != null) and (b not in c)) or (not d))'],
    ['x = a or b or c', '$x = ((a or b) or c)'],
    ['x = a if b else c', '$x = (b ? a : c)'],
    ['f(*a, b, **c, d=1)', 'f(positionala, b, keywordsc, d=1)'],
    ['x = {"a": 1, b: 2, **c}; y = {*d, 1}; z = (*e,)', '$x = {a: 1, [b]: 2, ...c}; $y = [...d, 1]; $z = [...e]'],
    ['x = a[1:2]; y = a[f():]; z = a[1:2, 3]', '$x = a[]; $y = (?slice(f()) comma a[]); $z = a[[?slice(1, 2), 3]]'],
    [
      'x = -1.5; y = 0xff; z = 99999999999999999999; w = 3j; v = ...',
      '$x = (- 1.5); $y = 255; $z = ?big integer(); $w = ?complex number(); $v = ?ellipsis()',
    ],
    ['for i, j in x: break\nelse: f()', 'loop [$i, $j] of x {}; f()'],
    ['while f(): continue', 'loop f() {}'],
    [
      'async def f():\n  async with a() as b, c: await d\n  async for e in g: yield e\n  yield\n  yield from h',
      'f async def() {with a() as $b, c {await d}; loop $e of g {await e}; await null; await h}',
    ],
    [
      'try: a\nexcept (B, c.D) as e: f\nexcept E: g\nexcept: h\nelse: i\nfinally: j',
      'try {a} catch(B, c.D)$e {f} catch(E) {g} catch() {h} else {i} finally {j}',
    ],
    ['try: a\nexcept* B as e: f', 'try {a} catch(B)$e {f} else {} finally {}'],
    ['raise A("x") from e', '?raised from(e); throw A("x")'],
    ['raise A from None\nraise', 'throw A; throw'],
    ['assert a, "m"', 'if (not a) {throw AssertionError("m")}'],
    ['def f():\n  global a\n  nonlocal b\n  del c, d["e"]\n  pass\n  ...', 'f def() {(delete d["e"])}'],
    ['type A[T] = list[T]', '$A = list[T]'],
    ['"""doc"""\nx = 1\n"""about x"""', '$x = 1'],
  ])('%s', (source, expected) => {
    expect(shown(source)).toBe(expected);
  });
});

describe('match', () => {
  it.each([
    ['case 1 | "b": a\n  case None: b\n  case _: c', 'if ((x == 1) or (x == "b")) {a} else {if (x == null) {b} else {c}}'],
    ['case y: a', '$y = x; a'],
    ['case {"k": v, **rest}: a', 'if (?mapping pattern(x) and ("k" in x)) {$v = x["k"]; $rest = x; a}'],
    ['case [1, *mid, z]: a', 'if (?sequence pattern(x) and (x[0] == 1)) {$mid = x[]; $z = x[-1]; a}'],
    ['case A(b, c=d.e): a', 'if ((x instanceof A) and (x.c == d.e)) {$b = ?class position(x, "0"); a}'],
    ['case str(s) if s: a\n  case _: b', 'if ((x instanceof str) and (($s := x) comma s)) {a} else {b}'],
    ['case 0, *rest: a', 'if (?sequence pattern(x) and (x[0] == 0)) {$rest = x[]; a}'],
  ])('%s', (cases, expected) => {
    expect(shown(`match x:\n  ${cases}`)).toBe(expected);
  });

  it('evaluates its subject once', () => {
    expect(shown('match f():\n  case 1: a\n  case 2: b')).toBe('$@1:7 = f(); if (@1:7 == 1) {a} else {if (@1:7 == 2) {b}}');
  });
});

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
    expect(list(body, statement, '; ')).toBe('$x = 1; A class() {y = 1}; $z = 2');
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
