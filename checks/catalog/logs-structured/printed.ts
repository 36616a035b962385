// What a printer of a library's format makes of a record: all of it JSON, or a line of text, perhaps with JSON behind it.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Unit } from '../../model.ts';

/** `printf((record) => JSON.stringify(record))`, `printf(asJson)`; no `${level}: ${message} ${JSON.stringify(rest)}`. */
export function printsJson(unit: Unit, { node }: Call): boolean {
  const codes = node.args.flatMap(({ value }) => unit.functionsIn(value));
  if (codes.length === 0) return unit.words(node).includes('stringify');
  return codes.some((code) => returned(code).some((value) => isJson(unit, value, 2)));
}

const returned = ({ node }: CodeFunction): readonly Expression[] =>
  nodesIn(node.body).flatMap((each) => (each.kind === 'return' && each.value ? [each.value] : []));

function isJson(unit: Unit, value: Expression, depth: number): boolean {
  switch (value.kind) {
    case 'call':
      return lastName(value.callee) === 'stringify' || unit.targets(value).some((code) => unit.words(code).includes('stringify'));
    case 'template':
      return value.parts.every((part) => (part.kind === 'string' ? part.value.trim() === '' : isJson(unit, part, depth)));
    case 'conditional':
      return isJson(unit, value.then, depth) || isJson(unit, value.otherwise, depth);
    case 'binary':
      return isJson(unit, value.left, depth) && (value.right.kind === 'string' || isJson(unit, value.right, depth));
    case 'name': {
      const pieces = unit.pieces(value).filter((piece) => piece.value !== value);
      return depth > 0 && pieces.length > 0 && pieces.every((piece) => isJson(unit, piece.value, depth - 1));
    }
    default:
      return false;
  }
}
