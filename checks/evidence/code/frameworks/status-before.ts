// The status that an answer of node:http was given in a statement before it: `response.writeHead(404); response.end(…)`.
import type { CallExpression, Expression, Value } from '../../../model.ts';
import { type Context, contextOf, type IndexedFile } from '../context.ts';
import type { Program } from '../program.ts';
import { worth } from '../values.ts';

interface Said {
  readonly of: string;
  readonly value: Expression;
  readonly at: Context;
}

/** Of what the same function says of the same response under the same conditions, the last before the answer. */
export function statusSaidBefore(program: Program, answer: CallExpression, response: string): Value | undefined {
  const here = contextOf(answer);
  const said = saidIn(program, here.file).filter(
    ({ of, at, value }) =>
      of === response &&
      at.inFunction === here.inFunction &&
      value.line <= answer.line &&
      at.guards.every(({ test, holds }) => here.guards.some((guard) => guard.test === test && guard.holds === holds)),
  );
  const last = said.toSorted((one, other) => one.value.line - other.value.line).at(-1);
  return last && worth(program, last.value);
}

const saidIn = (program: Program, file: IndexedFile): readonly Said[] =>
  program.memory.once<readonly Said[]>('statuses said', file, [], () => [
    ...file.calls.flatMap(({ callee, args: [first] }) =>
      callee.kind === 'member' && callee.name === 'writeHead' && callee.object.kind === 'name' && first
        ? [{ of: callee.object.name, value: first.value, at: contextOf(first.value) }]
        : [],
    ),
    ...file.writes.flatMap(({ target, value }) =>
      target.kind === 'member' && target.name === 'statusCode' && target.object.kind === 'name'
        ? [{ of: target.object.name, value, at: contextOf(value) }]
        : [],
    ),
  ]);
