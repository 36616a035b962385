// Which version of a package a service is built with, from each kind of manifest and lock file.
import { expect, test } from 'vitest';
import { packagesOf } from './packages.ts';

const of = (files: Readonly<Record<string, string>>, root = '') => packagesOf(new Set(Object.keys(files)), (path) => files[path], root);

test.each([
  [
    'requirements',
    'requirements.txt',
    'pydantic==1.10.2\nfastapi>=0.100,<1 # web\nuvicorn\n',
    { pydantic: '1.10.2', fastapi: '0.100', uvicorn: '' },
  ],
  ['extras and markers', 'requirements.txt', 'Pydantic_Settings[toml]>=2.1 ; python_version > "3.8"', { 'pydantic-settings': '2.1' }],
  ['an upper bound alone says no version', 'requirements.txt', 'pydantic<2', { pydantic: '' }],
  [
    'from elsewhere than the registry',
    'requirements.txt',
    '-r base.txt\ngit+https://git.example/a.git\nb @ https://git.example/b.zip\n./c',
    {},
  ],
  ['any version', 'Pipfile', '[packages]\nflask = "*"\nhouse = {git = "https://git.example/house.git"}', { flask: '' }],
  ['project', 'pyproject.toml', '[project]\ndependencies = ["pydantic>2.0", "httpx"]', { pydantic: '2.0', httpx: '' }],
  [
    'poetry',
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.9"\npydantic = { version = "^1.9", extras = ["email"] }',
    { pydantic: '1.9', python: '3.9' },
  ],
  [
    'a lock',
    'uv.lock',
    'version = 1\n\n[[package]]\nname = "pydantic"\nversion = "2.11.1"\nsource = { registry = "x" }\n',
    { pydantic: '2.11.1' },
  ],
  [
    'Pipfile.lock',
    'Pipfile.lock',
    '{"default": {"flask": {"version": "==1.0.2"}}, "develop": {"pytest": {"version": "==3"}}}',
    { flask: '1.0.2' },
  ],
  ['package.json', 'package.json', '{"dependencies": {"koa": "^3.0.1", "x": "*", "y": "workspace:*"}}', { koa: '3.0.1' }],
  ['no TOML', 'pyproject.toml', '[[[', {}],
])('%s', (_name, path, text, wanted) => {
  expect(of({ [path]: text })).toEqual(wanted);
});

test('what is locked overrides what is asked for, and the nearer folder the farther one', () => {
  const files = {
    'requirements.txt': 'pydantic==1.9',
    'backend/pyproject.toml': '[project]\ndependencies = ["pydantic>=2.0"]',
    'backend/requirements.txt': 'pydantic',
    'backend/uv.lock': '[[package]]\nname = "pydantic"\nversion = "2.9.0"\n',
    'other/requirements.txt': 'pydantic==3',
  };
  expect(of(files, 'backend')).toEqual({ pydantic: '2.9.0' });
});
