// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold templates.
// What expressions are worth, in both languages: the same questions, asked of each.
import { describe, expect, test } from 'vitest';
import { shownValues, type Texts } from './test-program.ts';

type Case = readonly [name: string, texts: Texts, ...values: readonly string[]];

const script: readonly Case[] = [
  [
    'a constant through a re-export under another name',
    {
      'a.ts': "const any = '*'; export { any as origins };",
      'b.ts': "export { origins as allowed } from './a.ts';",
      'c.ts': "import { allowed } from './b.ts'; show(allowed);",
    },
    "'*'",
  ],
  [
    'a star re-export',
    { 'a.ts': "export const x = 'a';", 'b.ts': "export * from './a';", 'c.ts': "import * as all from './b'; show(all.x);" },
    "'a'",
  ],
  [
    'a default export',
    {
      'a.ts': 'export default { port: 1, deep: { x: [2] } };',
      'b.ts': "import config from './a'; show(config.deep.x); show(config.port);",
    },
    '[2]',
    '1',
  ],
  [
    'CommonJS',
    {
      'a.js': 'module.exports = { a: 1 }; ',
      'b.js': 'exports.b = 2;',
      'c.js': "const { a } = require('./a'); const x = require('./b'); show(a); show(x.b);",
    },
    '1',
    '2',
  ],
  [
    'a variable and its default',
    {
      'a.ts': "show(process.env.X); show(process.env.X ?? 'a'); show(process.env['X'] || ''); const { Y = 'b', Z } = process.env; show(Z);",
    },
    'env X',
    "env X = 'a'",
    "env X = ''",
    'env Z',
  ],
  [
    'a variable split and mapped',
    { 'a.ts': "const origins = (process.env.O ?? 'a,b').split(',').map((o) => o.trim()); show(origins);" },
    "env O = ['a', 'b']",
  ],
  [
    'a helper that reads the variable it is given',
    { 'a.ts': "function env(name: string, fallback?: string) { return process.env[name] ?? fallback; } show(env('X', 'd'));" },
    "env X = 'd'",
  ],
  ['both arms of a condition', { 'a.ts': "const x = flag() ? 'a' : 'b'; show(x);" }, "'a' | 'b'"],
  [
    'arms told apart by the environment',
    { 'a.ts': "const isProd = process.env.NODE_ENV === 'production'; show(isProd ? 'a' : 'b'); show(!isProd ? 'a' : 'b');" },
    "production 'a' | development 'b'",
    "development 'a' | production 'b'",
  ],
  [
    'a spread over a spread',
    { 'a.ts': 'const base = { a: 1, b: 2 }; const more = { ...base, b: 3 }; show({ ...more, c: 4 }); show({ ...unknown(), a: 1 });' },
    '{a: 1, b: 3, c: 4}',
    '{a: 1, …}',
  ],
  [
    'a list with a spread',
    { 'a.ts': "const a = ['x']; show([...a, 'y']); show([...other(), 'y']);" },
    "['x', 'y']",
    "[js:other(), 'y', …]",
  ],
  ['a template', { 'a.ts': "const host = 'x'; show(`https://${host}/a`); show('a' + process.env.B);" }, "'https://x/a'", "text('a' env B)"],
  [
    'a schema parsed from the environment',
    {
      'a.ts':
        "import { z } from 'zod'; const env = z.object({ PORT: z.coerce.number().default(3000), KEY: z.string().min(1), OPT: z.string().optional() }).parse(process.env); export default env;",
      'b.ts': "import env from './a'; show(env.PORT); show(env.KEY); show(env.OPT);",
    },
    'env PORT = 3000',
    'env KEY!',
    'env OPT',
  ],
  [
    'a field of a class',
    {
      'a.ts': "class Config { readonly port = Number(process.env.PORT ?? '1'); static x = 'a'; } show(new Config().port); show(Config.x);",
    },
    "env PORT = '1'",
    "'a'",
  ],
  [
    'a field set through this',
    { 'a.ts': "class A { x; constructor() { this.x = 'a'; } get y() { return this.x; } } show(new A().y);" },
    "'a'",
  ],
  ['set from itself', { 'a.ts': 'let x = 1; x = x; function f(a) { let b = a; b = b; return b; } show(f(2));' }, '2 | ?'],
  ['a regular expression', { 'a.ts': "show(/^a$/i); show(new RegExp('b'));" }, '/^a$/i', '/b/'],
  ['arithmetic of literals', { 'a.ts': 'const s = 1000; show(30 * s);' }, '30000'],
];

const python: readonly Case[] = [
  [
    'a constant through packages',
    {
      'core/config.py': 'ORIGINS = ["*"]',
      'core/__init__.py': 'from .config import ORIGINS as ALLOWED',
      'main.py': 'from core import ALLOWED\nshow(ALLOWED)',
    },
    "['*']",
  ],
  [
    'a module and its member',
    {
      'app/settings.py': 'PORT = 8000',
      'app/main.py': 'from app import settings\nimport app.settings\nshow(settings.PORT)\nshow(app.settings.PORT)',
    },
    '8000',
    '8000',
  ],
  [
    'a variable and its default',
    { 'a.py': 'import os\nshow(os.getenv("X"))\nshow(os.getenv("X", "a"))\nshow(os.environ["X"])\nshow(os.environ.get("X") or "b")' },
    'env X',
    "env X = 'a'",
    'env X!',
    "env X = 'b'",
  ],
  [
    'a settings class',
    {
      's.py':
        'from pydantic_settings import BaseSettings\nfrom pydantic import Field\nclass Settings(BaseSettings):\n    model_config = {"env_prefix": "APP_"}\n    origins: list[str] = ["*"]\n    key: str\n    url: str = Field(..., alias="DATABASE_URL")\n    level: str = Field(default="INFO")\nsettings = Settings()',
      'a.py': 'from s import settings\nshow(settings.origins)\nshow(settings.key)\nshow(settings.url)\nshow(settings.level)',
    },
    "env APP_ORIGINS = ['*']",
    'env APP_KEY!',
    'env DATABASE_URL!',
    "env APP_LEVEL = 'INFO'",
  ],
  [
    'a settings class with a prefix from elsewhere, and models in it',
    {
      'p.py': 'PREFIX = "SHOP_"',
      's.py':
        'from pydantic import BaseModel\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\nfrom p import PREFIX\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix=PREFIX)\n    key: str\nsettings = Settings()',
      'a.py': 'from s import settings\nshow(settings.key)',
    },
    'env SHOP_KEY!',
  ],
  [
    'a plain class of settings',
    {
      'a.py':
        'import os\nclass Settings:\n    ORIGINS = os.getenv("ORIGINS", "*").split(",")\n    def __init__(self):\n        self.key = os.environ["KEY"]\nsettings = Settings()\nshow(settings.ORIGINS)\nshow(settings.key)',
    },
    "env ORIGINS = ['*']",
    'env KEY!',
  ],
  [
    'a comprehension over a list',
    { 'a.py': 'import os\nshow([o.strip() for o in os.getenv("O", "a, b").split(",")])' },
    "env O = ['a', 'b']",
  ],
  [
    'arms told apart by the environment',
    { 'a.py': 'import os\nif os.getenv("ENVIRONMENT") == "production":\n    x = ["a"]\nelse:\n    x = ["*"]\nshow(x)' },
    "production ['a'] | development ['*']",
  ],
  [
    'a flag',
    { 'a.py': 'import os\nDEBUG = os.getenv("DEBUG", "false").lower() in ("true", "1")\nshow(DEBUG)\nshow("a" if DEBUG else "b")' },
    'env DEBUG = false',
    "development 'a' | production 'b'",
  ],
  ['keywords spread into a call', { 'a.py': 'base = {"a": 1}\nshow({**base, "b": 2})\nshow(dict(a=1))' }, '{a: 1, b: 2}', 'py:dict()'],
  [
    'a helper that reads the variable it is given',
    { 'a.py': 'import os\ndef flag(name, default="no"):\n    return os.getenv(name, default) in ("yes",)\nshow(flag("X"))' },
    'env X = false',
  ],
  ['set again at the top', { 'a.py': 'x = 1\nx = 2\nshow(x)' }, '2'],
  [
    'fields of a dataclass',
    { 'a.py': 'from dataclasses import dataclass\n@dataclass\nclass C:\n    origins: list = ()\nc = C(origins=["*"])\nshow(c.origins)' },
    "[] | ['*']",
  ],
];

describe.each([
  ['TypeScript', script],
  ['Python', python],
] as const)('%s', (_language, cases) => {
  for (const [name, texts, ...values] of cases) test(name, () => expect(shownValues(texts)).toEqual(values));
});
