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
