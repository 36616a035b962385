// Settings of a service's own that all variables were put into: `{**yaml.safe_load(file), **dict(os.environ)}`, asked by a helper.
import type { CallExpression, Expression } from '../../model.ts';
import { contextOf, type IndexedFile } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { symbolsOf } from './entities.ts';
import type { Program } from './program.ts';
import type { VariableRead } from './variable-read.ts';

/** `self.values.get(key, default)` in such a file, where the key is handed in. */
export function keptRead(program: Program, call: CallExpression): VariableRead | undefined {
  const { callee, args } = call;
  const [key, fallback] = args.map(({ value }) => value);
  if (callee.kind !== 'member' || callee.name !== 'get' || key?.kind !== 'name' || args.length > 2) return undefined;
  const { file, scope } = contextOf(call);
  if (!file.source.path.endsWith('.py') || !keepsEnvironment(program, file)) return undefined;
  if (!bindingsOf(key.name, scope).some(({ kind }) => kind === 'parameter') || isOfRequest(callee.object)) return undefined;
  return {
    name: undefined,
    dynamic: key,
    fallback: fallback?.kind === 'null' ? undefined : fallback,
    required: false,
    through: 'direct',
    type: 'string',
  };
}

const isOfRequest = (receiver: Expression): boolean =>
  (receiver.kind === 'member' || receiver.kind === 'name') && /header|cookie|param|query|session|cache|request/i.test(receiver.name);

const keepsEnvironment = (program: Program, file: IndexedFile): boolean =>
  program.memory.once('keeps the environment', file, false, () =>
    file.calls.some(
      ({ callee, args }) =>
        (callee.kind === 'name' && callee.name === 'dict' && args.some(({ value }) => isWhole(program, value))) ||
        (callee.kind === 'member' &&
          /^(?:update|copy)$/.test(callee.name) &&
          [callee.object, ...args.map(({ value }) => value)].some((each) => isWhole(program, each))),
    ),
  );

const isWhole = (program: Program, value: Expression): boolean =>
  (value.kind === 'member' || value.kind === 'name') && symbolsOf(program, value).includes('py:os.environ');
