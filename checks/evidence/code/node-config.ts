// The `config` package: `config.get('a.b')` is what config/*.yml says, unless a variable is set for it.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

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
    if (set || named) return { variable: named?.kind === 'string' ? named.value : undefined, set };
  }
  return undefined;
}

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
