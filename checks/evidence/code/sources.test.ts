// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold templates.
// Where data comes from, followed back through both languages.
import { describe, expect, test } from 'vitest';
import type { Source } from '../../model.ts';
import { shown, type Texts, unitOf } from './test-program.ts';

const short = (source: Source): string => {
  switch (source.kind) {
    case 'exception':
    case 'request':
      return `${source.kind}.${source.part}`;
    case 'environment':
    case 'parameter':
      return `${source.kind} ${source.name}`;
    case 'literal':
      return JSON.stringify(source.value);
    case 'result':
      return source.symbols.join(' ');
    case 'secret':
      return source.secret.what;
    default:
      return source.kind;
  }
};

function shownSources(texts: Texts): readonly string[] {
  const unit = unitOf(texts);
  return shown(unit).flatMap((call) => call.node.args.flatMap(({ value }) => unit.sources(value).map(short)));
}

const cases: readonly (readonly [name: string, texts: Texts, sources: readonly string[]])[] = [
  [
    'an exception, whole and as text',
    { 'a.py': 'try:\n    f()\nexcept ValueError as e:\n    show(e)\n    show(str(e))\n    show(f"no: {e}")' },
    ['exception.whole', 'exception.message', '"no: "', 'exception.message'],
  ],
  ['a traceback', { 'a.py': 'import traceback\ntry:\n    f()\nexcept Exception:\n    show(traceback.format_exc())' }, ['exception.stack']],
  [
    'parts of an error',
    { 'a.ts': 'try { f(); } catch (error) { const { message, stack } = error; show(message); show(error.stack); show(error.status); }' },
    ['exception.message', 'exception.stack'],
  ],
  [
    'through a helper, down and up',
    {
      'a.ts':
        'const body = (e) => ({ detail: e.stack });\nfunction answer(thing) { show(thing); }\ntry { f(); } catch (err) { answer(body(err)); }',
    },
    ['exception.stack'],
  ],
  [
    'validation errors of a handler',
    {
      'a.py':
        'from fastapi import FastAPI\nfrom fastapi.exceptions import RequestValidationError\napp = FastAPI()\n@app.exception_handler(RequestValidationError)\nasync def invalid(request, exc):\n    body = await request.body()\n    show(exc.errors())\n    show(body.decode())',
    },
    ['exception.inputs', 'request.body'],
  ],
  [
    'Express error middleware',
    {
      'a.ts':
        "import express from 'express'; const app = express(); app.use((err, req, res, next) => { show(err.message); show(req.headers); });",
    },
    ['exception.message', 'request.headers'],
  ],
  [
    'a body model of FastAPI',
    {
      'a.py':
        'from fastapi import FastAPI, Depends\napp = FastAPI()\n@app.post("/x")\ndef x(payload: Payload, user=Depends(current)):\n    show(payload.name)',
    },
    ['request.body'],
  ],
  [
    'Koa context',
    {
      'a.ts':
        "import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { show(ctx.request.body); show(ctx.query); show(ctx.status); });",
    },
    ['request.body', 'request.query'],
  ],
  [
    'a variable through a settings object',
    {
      'a.ts': 'export const config = { key: process.env.SERVICE_KEY };',
      'b.ts': "import { config } from './a'; show(config.key.slice(0, 8)); show(`key ${config.key}`);",
    },
    ['environment SERVICE_KEY', '"key "', 'environment SERVICE_KEY'],
  ],
  [
    'a settings object of Python',
    {
      's.py': 'import os\nclass S:\n    key = os.getenv("SERVICE_KEY")\nsettings = S()',
      'a.py': 'from s import settings\nshow(settings.key[:10])',
    },
    ['environment SERVICE_KEY'],
  ],
  ['what a length tells is no data', { 'a.py': 'import os\nkey = os.getenv("K")\nshow(len(key))\nshow(bool(key is None))' }, ['py:len']],
];

describe('sources', () => {
  test.each(cases)('%s', (_name, texts, sources) => {
    expect(shownSources(texts)).toEqual(sources);
  });
});
