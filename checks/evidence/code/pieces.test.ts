// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold templates.
// What a value is put together from, and what the middle says of fields, parts and raised errors.
import { describe, expect, test } from 'vitest';
import type { Source } from '../../model.ts';
import { shown, type Texts, unitOf } from './test-program.ts';

/** Each piece of what `show` is given, as `key line`. */
function shownPieces(texts: Texts): readonly string[] {
  const unit = unitOf(texts);
  return shown(unit).flatMap(({ node }) =>
    node.args.flatMap(({ value }) => unit.pieces(value).map(({ key, place }) => `${key ?? '-'} ${place.path}:${place.line}`)),
  );
}

const short = (source: Source): string => {
  if (source.kind === 'request') return `${source.part}${source.field === undefined ? '' : `.${source.field}`}`;
  if (source.kind === 'exception') return `${source.part}${source.field === undefined ? '' : `.${source.field}`}`;
  if (source.kind === 'environment') return `${source.name}${source.masked ? ' masked' : ''}${source.partial ? ' partial' : ''}`;
  return source.kind;
};
const shownSources = (texts: Texts): readonly string[] => {
  const unit = unitOf(texts);
  return shown(unit).flatMap(({ node }) => node.args.flatMap(({ value }) => unit.sources(value).map(short)));
};

describe('pieces', () => {
  test.each<readonly [name: string, texts: Texts, pieces: readonly string[]]>([
    ['a plain value is one', { 'a.ts': 'show(1)' }, ['- a.ts:1']],
    ['entries, where they are written', { 'a.ts': 'show({\n a: 1,\n b: [x,\n y] })' }, ['a a.ts:2', 'b a.ts:3', 'b a.ts:4']],
    [
      'a name, spreads and later writes',
      { 'a.ts': 'const more = {\n a: 1 };\nconst all = {\n ...more };\nall.b = 2;\nObject.assign(all, {\n c: 3 });\nshow(all)' },
      ['b a.ts:5', 'c a.ts:7', 'a a.ts:2'],
    ],
    [
      'dicts, keywords and updates',
      { 'a.py': 'body = {\n "a": 1}\nbody["b"] = 2\nbody.update(\n dict(c=3))\nshow(body)' },
      ['b a.py:3', 'c a.py:5', 'a a.py:2'],
    ],
    [
      'what callers hand to a helper, the rest included',
      { 'a.py': 'def problem(status, **more):\n    show({"status": status, **more})\nproblem(\n 400,\n got=x)\n' },
      ['status a.py:4', '- a.py:5'],
    ],
    [
      'of a helper that is followed only what this call hands over',
      { 'a.ts': 'const make = (a) => ({ a });\nmake(\n secret);\nshow(make(\n 1))' },
      ['a a.ts:5'],
    ],
    ['a text is not taken apart', { 'a.py': 'def f(e):\n    show(str(e))' }, ['- a.py:2']],
  ])('%s', (_name, texts, pieces) => {
    expect(shownPieces(texts)).toEqual(pieces);
  });

  test('a cycle ends', () => {
    expect(shownPieces({ 'a.ts': 'const a = { b: 1, ...c };\nconst c = { ...a };\nshow(a)' })).toContain('b a.ts:1');
  });

  test('a write under a condition keeps it', () => {
    const unit = unitOf({
      'a.py': 'import os\nbody = {}\nif os.getenv("ENVIRONMENT") == "development":\n    body["trace"] = x\nshow(body)',
    });
    const [call] = shown(unit);
    const given = call?.argument(0);
    expect(given && unit.pieces(given).map(({ key, runsIn }) => [key, runsIn])).toEqual([['trace', 'development']]);
  });
});

describe('sources', () => {
  test.each<readonly [name: string, texts: Texts, sources: readonly string[]]>([
    [
      'one field or header of a request',
      {
        'a.ts':
          "import express from 'express'; const app = express(); app.post('/', (req, res) => { const { name } = req.body; show(name, req.get('x-id'), req.headers.cookie, req.body); });",
      },
      ['body.name', 'headers.x-id', 'headers.cookie', 'body'],
    ],
    [
      'path, query and body of a FastAPI route',
      {
        'a.py':
          'from fastapi import FastAPI\napp = FastAPI()\n@app.post("/a/{one}")\ndef f(one: str, two: int | None, three: Model):\n    show(one, two, three, three.password)',
      },
      ['path.one', 'query.two', 'body', 'body.password'],
    ],
    [
      'fields of validation errors',
      {
        'a.py':
          'try:\n    f()\nexcept ValidationError as e:\n    show([x["msg"] for x in e.errors()], e.errors(), e.errors(include_input=False))',
      },
      ['inputs.msg', 'inputs', 'message'],
    ],
    [
      'a settings object, its fields and its masked ones',
      {
        'a.py':
          'from pydantic import SecretStr\nfrom pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    a_key: str\n    b_key: SecretStr\ns = S()\nshow(s)\nshow(s.a_key[:4])\nshow(s.b_key)\nshow(s.b_key.get_secret_value())',
      },
      ['A_KEY', 'B_KEY masked', 'A_KEY partial', 'B_KEY masked', 'B_KEY'],
    ],
    [
      'neither a length nor whether there is one',
      { 'a.ts': 'const key = process.env.A_KEY; show(key.length, Boolean(key), key.slice(2));' },
      ['A_KEY partial'],
    ],
    [
      'entries by key and tuples by place',
      {
        'a.py':
          'import os\ndef f():\n    return True, {"name": "x", "key": os.environ["A_KEY"]}\nok, all = f()\nshow(ok)\nshow(all.get("name"))\nshow(all["key"])',
      },
      ['literal', 'literal', 'A_KEY'],
    ],
    [
      'a client made with a key does not hand it out',
      { 'a.ts': "import { Client } from 'some-client'; const c = new Client(process.env.A_KEY); show(c.get('x'), c);" },
      ['result', 'result'],
    ],
    [
      'a name used twice counts twice',
      { 'a.ts': 'const e = flag ? { a: process.env.A_KEY, b: process.env.B_KEY } : undefined; show(`${e.a} ${e.b}`);' },
      ['A_KEY', 'literal', 'B_KEY'],
    ],
  ])('%s', (_name, texts, sources) => {
    expect(shownSources(texts)).toEqual(sources);
  });
});

describe('raised errors', () => {
  test('what they are made from, and whether an error came before', () => {
    const unit = unitOf({
      'a.py': 'def f():\n    raise ValueError("a", b)\ndef g():\n    try:\n        f()\n    except ValueError as e:\n        raise e',
    });
    expect(unit.raised.map(({ values, afterError, place }) => [values.length, afterError, place.line])).toEqual([
      [2, false, 2],
      [1, true, 7],
    ]);
  });

  test('a helper of an error handler stands not in it, its inner callbacks do', () => {
    const unit = unitOf({
      'a.ts':
        "import express from 'express'; const app = express();\napp.use((error, req, res, next) => {\n  [1].forEach(() => show(1));\n});\nfunction other() {\n  show(2);\n}",
    });
    expect(shown(unit).map(({ afterError }) => afterError)).toEqual([true, false]);
  });
});
