// Secrets read by a name that is put together where it is read: `getenv(f"BOT_TOKEN_{bot}")`.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, Expression, Unit } from '../../model.ts';
import { isSecretName } from './names.ts';

/** The part of such a name that stands in the source; undefined where every name is written out. */
export function composedName(unit: Unit): string | undefined {
  const reads = unit.calls('py:os.getenv', 'py:os.environ.get').filter(({ runsIn }) => runsIn !== 'development');
  return reads
    .flatMap((read) => namesGivenTo(unit, read))
    .filter(({ kind }) => kind === 'template')
    .flatMap((name) => nodesIn(name).flatMap((node) => (node.kind === 'string' ? [node.value.replace(/^_+|_+$/g, '')] : [])))
    .find(isSecretName);
}

/** What a read is given as a name; of a helper that reads, what its callers give. */
function namesGivenTo(unit: Unit, read: Call): readonly Expression[] {
  const given = read.argument(0);
  if (given === undefined) return [];
  const parameter = read.inFunction?.node.parameters.findIndex(
    ({ pattern }) => given.kind === 'name' && pattern.kind === 'bind' && pattern.name === given.name,
  );
  if (read.inFunction === undefined || parameter === undefined || parameter < 0) return [given];
  return unit.callersOf(read.inFunction).flatMap((call) => call.argument(parameter) ?? []);
}
