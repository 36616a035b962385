// The fast look for imports, against the full parse and on the traps of its own.
import { describe, expect, it } from 'vitest';
import { lowerPython, pythonImports } from '../python.ts';

const told = (source: string): string[] => pythonImports(source).map(({ module, names }) => `${module}(${names.join(' ')})`);

/** The same answer, found by parsing. */
function parsed(source: string): string[] {
  const lowered = lowerPython('a.py', source);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  const found: string[] = [];
  JSON.stringify(lowered.body, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'import' && !('isTypeOnly' in value)) {
      const { module, bindings } = Object(value);
      const names = bindings.flatMap(({ imported, local }: Record<string, string>) =>
        imported === '*' && local !== '*' ? [] : [imported],
      );
      found.push(`${module}(${names.join(' ')})`);
    }
    return value;
  });
  return found;
}

describe('imports', () => {
  it.each([
    ['several on a line', 'import a, b.c as d; import e', ['a()', 'b.c()', 'e()']],
    ['relative', 'from . import a\nfrom .. import b\nfrom ...c.d import e\nfrom.f import g', ['.(a)', '..(b)', '...c.d(e)', '.f(g)']],
    ['in parentheses', 'from a import (  # why\n  b as c,\n\n  # d,\n  e,\n)\nimport f', ['a(b e)', 'f()']],
    ['continued', 'from a \\\n  import b, \\\n  c as \\\n d\nimport e, \\\n  f', ['a(b c)', 'e()', 'f()']],
    ['starred', 'from a import *', ['a(*)']],
    ['in functions and tries', 'def f():\n\timport a\ntry: import b\nexcept ImportError: import c', ['a()', 'b()', 'c()']],
    ['after a mark and with CRLF', '\ufeffimport a\r\nfrom b import (c,\r\n d)\r\nimport e\\\r\n, f', ['a()', 'b(c d)', 'e()', 'f()']],
    ['with other letters', 'import é.ß\nimport importlib2, from_a\n', ['é.ß()', 'importlib2()', 'from_a()']],
  ])('%s', (_what, source, expected) => {
    expect(told(source)).toEqual(expected);
    expect(parsed(source)).toEqual(expected);
  });

  it.each([
    ['docstrings', '"""\nimport a\n"""\nx = \'\'\'it"s\nfrom b import c\n\'\'\'\nimport d'],
    ['escaped quotes', 'x = "\\""\ny = "\\\\"\nz = """\\"""\nimport a\n"""\nw = r"\\"\nimport d'.replace('w = r"\\"\n', '')],
    ['comments', "# don't import a\n#'''\nimport d # '''\n# \\\nfrom e import f"],
    ['strings and f-strings', "x = 'import a; import b'; y = f'{z}: import c'\nimport d"],
    ['other uses of the words', 'raise A() \\\n  from b\ndef f():\n  yield from g()\nx.importer = important\nimport d'],
    ['strings that go on', "x = 'a\\\nimport b'\nimport d"],
  ])('is not fooled by %s', (_what, source) => {
    expect(told(source)).toEqual(parsed(source));
    expect(told(source)).toContain('d()');
  });

  it('leaves out what only the type checker sees', () => {
    const source =
      'if TYPE_CHECKING:\n  import a\n\n# note\n  from b import (\n    c,\n  )\nelse:\n  import d\nif typing.TYPE_CHECKING: import e\nimport f\nif not TYPE_CHECKING:\n  import g\n';
    expect(told(source)).toEqual(['d()', 'f()', 'g()']);
  });

  it('knows modules imported by a literal name', () => {
    const source =
      'importlib.import_module("a.b")\nimport_module(\n  \'.c\', __package__)\n__import__("d")\nimport_module("e." + x)\nimport_module(y)';
    expect(told(source)).toEqual(['a.b()', '.c()', 'd()']);
  });

  it('reads what no parser can', () => {
    expect(told('import a\nprint "x"\nfrom b import c, (\nimport d from')).toEqual(['a()', 'b(c)', 'd()']);
    expect(told('x = """import a')).toEqual([]);
    expect(told('')).toEqual([]);
    expect(told(`import ${'a.'.repeat(1_000_000)}b\nimport c`)).toContain('c()');
    expect(told(`from b import (${' '.repeat(1_000_000)}c)`)).toEqual(['b(c)']);
  });
});
