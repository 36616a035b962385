import { expect, test } from 'vitest';
import { makePythonModules } from './python-modules.ts';

const paths = [
  'api/pyproject.toml',
  'api/plans/__init__.py',
  'api/plans/main.py',
  'core/pyproject.toml',
  'core/plans_core/__init__.py',
  'core/plans_core/models.py',
  'shared/setup.py',
  'shared/src/plans_shared/__init__.py',
  'loose/openai/__init__.py',
  'one/pyproject.toml',
  'one/helpers/__init__.py',
  'two/pyproject.toml',
  'two/helpers/__init__.py',
];
const { resolve } = makePythonModules(paths);

test('a project of the workspace is found by the name of its package', () => {
  expect(resolve('api/plans/main.py', 'plans_core.models')).toEqual({ kind: 'file', path: 'core/plans_core/models.py' });
  expect(resolve('api/plans/main.py', 'plans_shared')).toEqual({ kind: 'file', path: 'shared/src/plans_shared/__init__.py' });
});

test('a folder that is no project, and a name that two projects have, lead nowhere', () => {
  expect(resolve('api/plans/main.py', 'openai')).toEqual({ kind: 'package', name: 'py:openai' });
  expect(resolve('api/plans/main.py', 'helpers')).toEqual({ kind: 'package', name: 'py:helpers' });
});

test('a package deep inside others is not imported by its last name', () => {
  const stores = [
    'plans/__init__.py',
    'plans/stores/__init__.py',
    'plans/stores/sqlalchemy/__init__.py',
    'plans/stores/sqlalchemy/rows.py',
  ];
  const made = makePythonModules(stores);
  expect(made.resolve('plans/stores/sqlalchemy/rows.py', 'sqlalchemy')).toEqual({ kind: 'package', name: 'py:sqlalchemy' });
  expect(made.resolve('plans/stores/sqlalchemy/rows.py', 'plans')).toEqual({ kind: 'file', path: 'plans/__init__.py' });
});

test('a name that projects of a workspace share leads into the one that has the rest of it', () => {
  const { resolve } = makePythonModules([
    'shop-api/pyproject.toml',
    'shop-api/src/shop/api/__init__.py',
    'shop-api/src/shop/api/main.py',
    'shop-core/pyproject.toml',
    'shop-core/src/shop/core/__init__.py',
    'shop-core/src/shop/core/settings.py',
    'shop-core/tests/conftest.py',
    'loose/src/shop/other/__init__.py',
  ]);
  expect(resolve('shop-api/src/shop/api/main.py', 'shop.core.settings')).toEqual({
    kind: 'file',
    path: 'shop-core/src/shop/core/settings.py',
  });
  expect(resolve('shop-api/src/shop/api/main.py', 'shop.core')).toEqual({ kind: 'file', path: 'shop-core/src/shop/core/__init__.py' });
  expect(resolve('shop-api/src/shop/api/main.py', 'shop.other')).toEqual({ kind: 'package', name: 'py:shop.other' });
});
