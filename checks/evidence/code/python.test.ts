// Python source in, facts out: one line per construct.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../model.ts';
import { shorthand } from './python/shorthand.ts';
import { lowerPython } from './python.ts';

function facts(source: string): SourceFile {
  const lowered = lowerPython('a.py', source);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  return lowered;
}
const shown = (source: string): string => shorthand(facts(source).body);

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
