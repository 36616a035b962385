// The `config` package: `config.get('a.b')` is what config/*.yml says, unless a variable is set for it.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import { importsOf } from './module-imports.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';

export interface ConfiguredValue {
  /** The variable that overrides it. */
  readonly variable: string | undefined;
  readonly set: Expression | undefined;
}

/** What a call of the `config` package is worth in production; undefined where it is no such call or no such key. */
export function configured(program: Program, call: CallExpression): ConfiguredValue | undefined {
  const [first] = call.args;
  if (first?.value.kind !== 'string' || !symbolsOf(program, call.callee).some((symbol) => symbol === 'npm:config.get')) return undefined;
  const keys = first.value.value.split('.');
  const { path } = contextOf(call).file.source;
  for (let folder: string | undefined = parent(path); folder !== undefined; folder = parent(folder)) {
    const look = (name: string): Expression | undefined =>
      lookUp(program, folder === '' ? `config/${name}` : `${folder}/config/${name}`, keys);
    const set = look('production') ?? look('default');
    const named = look('custom-environment-variables');
    if (set || named) return { variable: named && leaves(named, []).find((leaf) => leaf.keys.length === 0)?.name, set };
  }
  return undefined;
}

export interface ConfiguredRead {
  readonly at: Expression;
  readonly read: VariableRead;
}

/** What the package reads of the environment where it is imported: every variable that config/custom-environment-variables names. */
export function configuredReads(program: Program): readonly ConfiguredRead[] {
  const folders = new Set(importsOf(program, ['config']).flatMap(({ place }) => foldersAbove(place.path)));
  return [...folders].flatMap((folder) => {
    const stem = folder === '' ? 'config' : `${folder}/config`;
    const named = lookUp(program, `${stem}/custom-environment-variables`, []);
    return named === undefined
      ? []
      : leaves(named, []).map(({ at, name, type, keys }) => {
          const fallback = lookUp(program, `${stem}/production`, keys) ?? lookUp(program, `${stem}/default`, keys);
          return { at, read: { name, fallback, required: false, through: 'direct', type } as const };
        });
  });
}

interface Leaf {
  readonly at: Expression;
  readonly name: string;
  readonly type: VariableRead['type'];
  readonly keys: readonly string[];
}

function leaves(value: Expression, keys: readonly string[]): readonly Leaf[] {
  // What npm sets is nobody's to set.
  if (value.kind === 'string') return value.value.startsWith('npm_') ? [] : [{ at: value, name: value.value, type: 'string', keys }];
  if (value.kind !== 'object') return [];
  const text = (key: string): string | undefined => {
    const found = value.entries.find((entry) => entry.key === key)?.value;
    return found?.kind === 'string' ? found.value : undefined;
  };
  const name = text('__name');
  const format = text('__format');
  if (name !== undefined) return [{ at: value, name, type: format === 'number' || format === 'boolean' ? format : 'string', keys }];
  return value.entries.flatMap((entry) => (typeof entry.key === 'string' ? leaves(entry.value, [...keys, entry.key]) : []));
}

const foldersAbove = (path: string): readonly string[] => {
  const above = parent(path);
  return above === undefined ? [] : [above, ...foldersAbove(above)];
};

function lookUp(program: Program, stem: string, keys: readonly string[]): Expression | undefined {
  const file = ['yml', 'yaml', 'json', 'js', 'ts']
    .map((extension) => program.file(`${stem}.${extension}`))
    .find((each) => each !== undefined);
  const whole =
    file?.exports.find(({ exported }) => exported === 'default')?.value ??
    file?.writes.find(({ target }) => target.kind === 'member' && target.name === 'exports')?.value;
  return keys.reduce<Expression | undefined>(
    (value, key) => (value?.kind === 'object' ? value.entries.find((entry) => entry.key === key)?.value : undefined),
    whole,
  );
}

const parent = (path: string): string | undefined =>
  path === '' ? undefined : path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
