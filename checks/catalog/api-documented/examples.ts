// Examples that a document may hold: what a prompt shows a language model is none.
import { nodesIn } from '../../model/nodes.ts';
import type { Expression, FilePlace, Unit } from '../../model.ts';

export const examplesOf = (unit: Unit): readonly FilePlace[] =>
  unit
    .entriesNamed('example', 'examples')
    .filter(({ value }) => !isOfPrompt(value))
    .map(({ place }) => place);

const asked = /^(?:input|question|prompt|query|user|utterance|role|instruction)$/i;
const answered = /^(?:output|answer|completion|assistant|expected|label|response|content|result)$/i;

/** Pairs of what is asked and what should be answered. */
function isOfPrompt(value: Expression): boolean {
  if (value.kind !== 'list') return false;
  return value.items.some(({ value: item }) =>
    nodesIn(item).some(
      (node) =>
        node.kind === 'object' &&
        [asked, answered].every((pattern) => node.entries.some(({ key }) => typeof key === 'string' && pattern.test(key))),
    ),
  );
}
